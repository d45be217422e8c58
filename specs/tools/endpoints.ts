import { operationObject } from "../../src/contract/document.ts"
import { get } from "../../src/contract/document-diff/json.ts"
import { follow } from "../../src/contract/document-diff/reference.ts"
import type { JsonObject, MediaTypes, OpenApiDocument, Parameter } from "./document.ts"

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const

/** A parameter with its style, where its document says one. */
interface Described extends Parameter {
  readonly style?: string
  readonly explode?: boolean
}

/** A body by the name of its schema. */
interface NamedContent {
  readonly schema: string
  readonly type?: string
}

/** An endpoint before it is written: its schemas by name. */
export interface EndpointSource {
  readonly name: string
  readonly method: (typeof methods)[number]
  readonly path: string
  readonly params?: string
  readonly places?: Readonly<Record<string, object>>
  readonly body?: NamedContent & { readonly optional?: true; readonly encoding?: unknown }
  readonly success: Readonly<Record<string, NamedContent | null>>
  readonly errors: ReadonlyArray<number | "4XX">
}

/** All endpoints of a document, and the schemas that they need beside its `components`. */
export interface Endpoints {
  readonly endpoints: ReadonlyArray<EndpointSource>
  readonly schemas: Readonly<Record<string, JsonObject>>
}

/**
 * Reads the endpoints of a document. `authentication` names the header parameters that authenticate a request: the API
 * sets them, not its caller.
 *
 * @throws Error where two endpoints or two parameters of one endpoint would have the same name
 */
export const endpointsOf = (document: OpenApiDocument, authentication: ReadonlyArray<string>): Endpoints => {
  const schemas: Record<string, JsonObject> = {}
  const named = (name: string, schema: JsonObject): string => {
    const ref = schema["$ref"]
    if (typeof ref === "string") return ref.slice("#/components/schemas/".length)
    if (name in schemas || name in document.components.schemas) {
      throw new Error(`Two schemas would be called ${name}`)
    }
    schemas[name] = schema
    return name
  }
  // The generated code imports one schema for a body: JSON where there is a choice.
  const contentOf = (content: MediaTypes, name: string): NamedContent | undefined => {
    const [found] = Object.entries(content).sort(([left], [right]) => rank(left) - rank(right))
    if (found === undefined) return undefined
    const [type, { schema = {} }] = found
    return { schema: named(name, schema), ...(type === "application/json" ? {} : { type }) }
  }

  const found = Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) =>
      get(follow(document, item), method) === undefined ? [] : [{ method, path }],
    ),
  )
  const endpoints = found.map(({ method, path }): EndpointSource => {
    const operation = operationObject({ document, method, path })
    const name = `${method}${pascal(path)}`
    const shared = get(follow(document, document.paths[path]), "parameters")
    const parameters = new Map<string, Described>()
    for (const raw of [...(Array.isArray(shared) ? shared : []), ...(operation.parameters ?? [])]) {
      const parameter = follow(document, raw) as unknown as Described
      parameters.set(`${parameter.in} ${parameter.name}`, parameter)
    }
    const given = [...parameters.values()].filter((parameter) => isGiven(parameter, authentication))
    const names = given.map((parameter) => parameter.name)
    const twice = names.find((one, at) => names.indexOf(one) !== at)
    if (twice !== undefined) throw new Error(`${method} ${path} has two parameters called ${twice}`)

    const requestBody = follow(document, operation.requestBody ?? null) as unknown as {
      readonly content?: MediaTypes
      readonly required?: boolean
    } | null
    const content =
      requestBody === null ? undefined : contentOf(requestBody.content ?? {}, capital(`${name}Body`))
    const encoding =
      content && get(requestBody?.content?.[content.type ?? "application/json"] ?? null, "encoding")
    const statuses = Object.keys(operation.responses)
    const success = statuses.flatMap((status) => {
      const [number] = /^2\d\d$/.exec(status) ?? (/^2xx$/i.test(status) ? ["200"] : [])
      if (number === undefined) return []
      const answer = contentOf(operation.responses[status]?.content ?? {}, capital(`${name}${number}`))
      return [[number, answer ?? null] as const]
    })
    if (success.length === 0) {
      // OpenAPI calls for at least one response: `default` then describes the success too.
      const answer = contentOf(operation.responses["default"]?.content ?? {}, capital(`${name}Default`))
      success.push(["200", answer ?? null])
    }
    return {
      method,
      name,
      path,
      ...(given.length === 0
        ? {}
        : {
            params: named(capital(`${name}Params`), {
              properties: Object.fromEntries(given.map((one) => [one.name, one.schema ?? {}])),
              required: given.flatMap((one) =>
                one.required === true || one.in === "path" ? [one.name] : [],
              ),
              type: "object",
            }),
            places: Object.fromEntries(given.flatMap(placeOf)),
          }),
      ...(content === undefined
        ? {}
        : {
            body: {
              ...content,
              ...(requestBody?.required === true ? {} : { optional: true as const }),
              ...(encoding === undefined ? {} : { encoding }),
            },
          }),
      errors: clientErrors(statuses),
      success: Object.fromEntries(success),
    }
  })
  const twice = endpoints.find(({ name }, at) => endpoints.findIndex((one) => one.name === name) !== at)
  if (twice !== undefined)
    throw new Error(`Two endpoints would be called ${twice.name}: ${twice.method} ${twice.path}`)
  return { endpoints, schemas }
}

/** OpenAPI ignores header parameters of these names: they are described elsewhere. */
const ignored = ["accept", "authorization", "content-type"]

const isGiven = ({ in: place, name }: Parameter, authentication: ReadonlyArray<string>): boolean =>
  place === "path" ||
  place === "query" ||
  (place === "header" &&
    ![...ignored, ...authentication.map((one) => one.toLowerCase())].includes(name.toLowerCase()))

/** The place of a parameter; none for one in the path with the default style. */
const placeOf = ({ explode, in: place, name, style }: Described): ReadonlyArray<readonly [string, object]> =>
  place === "path" && style === undefined && explode === undefined
    ? []
    : [
        [
          name,
          { in: place, ...(style !== undefined && { style }), ...(explode !== undefined && { explode }) },
        ],
      ]

/** Prefers JSON, then forms, then what comes first. */
const rank = (type: string): number =>
  /^application\/(?:[\w.-]+\+)?json/.test(type) ? 0 : type === "application/x-www-form-urlencoded" ? 1 : 2

/** `default` lists no status: it describes the bodies of all that are not listed. */
const clientErrors = (statuses: ReadonlyArray<string>): ReadonlyArray<number | "4XX"> =>
  statuses
    .filter((status) => /^4(\d\d|XX)$/i.test(status))
    .map((status) => (/^\d+$/.test(status) ? Number(status) : "4XX"))

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)

/** `/v1/stores/{storeId}/orders/{orderId}` gives `StoresOrdersByOrderId`. */
const pascal = (path: string): string => {
  const segments = path.split("/").filter((segment) => !/^(api|v\d+|)$/.test(segment))
  const last = segments.at(-1) ?? ""
  const words = segments.filter((segment) => !segment.startsWith("{"))
  const by = last.startsWith("{") ? `By${capital(identifier(last))}` : ""
  return (
    words
      .map((word) =>
        word
          .split(/[^A-Za-z0-9]+/)
          .map(capital)
          .join(""),
      )
      .join("") + by
  )
}

const identifier = (text: string) =>
  text.replaceAll(/[^A-Za-z0-9]+(\w?)/g, (_, next: string) => next.toUpperCase())

/** The endpoints of one API as code. */
export const generateEndpoints = ({ endpoints }: Endpoints): string => {
  const imported = new Set<string>()
  const use = (content: NamedContent & object) => {
    imported.add(content.schema)
    const { schema, ...rest } = content
    return `{ schema: ${schema}, ${JSON.stringify(rest).slice(1)}`
  }
  const written = endpoints.map(({ body, errors, method, name, params, path, places = {}, success }) => {
    if (params !== undefined) imported.add(params)
    const parts = [
      `method: "${method}"`,
      `path: ${JSON.stringify(path)}`,
      ...(params === undefined ? [] : [`params: ${params}`]),
      ...(Object.keys(places).length === 0 ? [] : [`places: ${JSON.stringify(places)}`]),
      ...(body === undefined ? [] : [`body: ${use(body)}`]),
      `success: { ${Object.entries(success)
        .map(([status, content]) => `${status}: ${content === null ? "null" : use(content)}`)
        .join(", ")} }`,
      ...(errors.length === 0 ? [] : [`errors: ${JSON.stringify(errors)}`]),
    ]
    return `export const ${name} = { ${parts.join(", ")} } as const satisfies EndpointOf<paths, "${method}", ${JSON.stringify(path)}>`
  })
  return `import type { EndpointOf } from "../../src/api/endpoint.ts"
import { ${[...imported].sort().join(", ")} } from "./schemas.ts"
import type { paths } from "./types.ts"

${written.join("\n\n")}
`
}
