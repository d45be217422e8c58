import type { JsonObject, MediaTypes, Parameter } from "../../specs/tools/document.ts"
import { loadApi } from "../../specs/tools/load.ts"
import { type Operation, operations } from "../../specs/tools/operations.ts"
import { ajv, explain } from "./ajv.ts"
import { example } from "./example.ts"
import { type Issue, toIssue } from "./issue.ts"
import { contentTypeMatcher, pathMatcher } from "./match.ts"
import { saidInProse } from "./prose.ts"

export interface Parts {
  readonly path: Readonly<Record<string, unknown>>
  readonly query: Readonly<Record<string, unknown>>
  readonly header: Readonly<Record<string, string>>
  readonly body: unknown
}

/** What the provider's document says of one operation, compiled. */
export interface Contract extends Pick<Operation, "operation" | "api" | "method" | "path"> {
  readonly match: ReturnType<typeof pathMatcher>
  /** The body that a request needs; `undefined` where it has none. */
  readonly requestBody: { readonly isRequired: boolean; readonly isJson: boolean } | undefined
  readonly readsContentType: ReturnType<typeof contentTypeMatcher>
  /** The values of the query and the path, as the types that the document gives them. */
  valuesOf(target: string): Pick<Parts, "path" | "query">
  /** What is wrong with a request. */
  issues(parts: Parts): ReadonlyArray<Issue>
  /** The status of a refused body. */
  readonly invalid: number
  /** The status of a success. */
  readonly status: number
  /** The media type of a success that is a text and no JSON. */
  readonly textType: string | undefined
  /** A fresh body of a success; `undefined` where it has none. */
  success(): unknown
  /** Throws when the document describes bodies of this status, and not like this: the emulator has a bug. */
  assertDocumented(status: number, body: unknown): void
}

const compile = ({ operation, api, method, path }: Operation): Contract => {
  const { paths, components } = loadApi(api)
  const described = paths[path]?.[method.toLowerCase()]
  if (described === undefined) throw new Error(`${operation}: no document describes ${method} ${path}`)
  const { parameters = [], requestBody, responses } = described
  const request = json(requestBody?.content)
  const status = Number(Object.keys(responses).find((one) => /^2\d\d$/.test(one)) ?? 200)
  const content = (responses[String(status)] ?? responses["default"])?.content
  const response = json(content)

  const parametersIn = (place: "path" | "header" | "query") => {
    const found = parameters.filter((parameter) => parameter.in === place)
    const nameOf = ({ name }: { readonly name: string }) => (place === "header" ? name.toLowerCase() : name)
    return {
      type: "object",
      properties: Object.fromEntries(found.map((parameter) => [nameOf(parameter), parameter.schema])),
      required: found.filter(({ required }) => required).map(nameOf),
    }
  }
  const validate = ajv.compile({
    type: "object",
    properties: {
      path: parametersIn("path"),
      header: parametersIn("header"),
      query: parametersIn("query"),
      ...(request === undefined ? {} : { body: { allOf: [request, ...(saidInProse[operation] ?? [])] } }),
    },
    components,
  })
  const documented = new Map(
    Object.entries(responses).flatMap(([status, { content }]) => {
      const schema = json(content)
      return schema === undefined ? [] : [[status, ajv.compile({ allOf: [schema], components })] as const]
    }),
  )

  const match = pathMatcher(path)
  const contract: Contract = {
    operation,
    api,
    method,
    path,
    match,
    readsContentType: contentTypeMatcher(Object.keys(requestBody?.content ?? {})),
    requestBody: requestBody && { isJson: request !== undefined, isRequired: requestBody.required === true },
    status,
    textType: response === undefined ? Object.keys(content ?? {})[0] : undefined,
    valuesOf: (target) => {
      const { pathname, searchParams } = new URL(target, "http://emulator")
      const texts = match(pathname) ?? {}
      const values = parameters.flatMap((parameter: Parameter & { readonly explode?: boolean }) => {
        const { explode, in: place, name, schema } = parameter
        const text = place === "path" ? texts[name] : undefined
        const given = place === "query" ? searchParams.getAll(name) : text === undefined ? [] : [text]
        return given.length === 0
          ? []
          : [[place, name, valueOf(schema, given, components.schemas, explode)] as const]
      })
      const at = (wanted: string) =>
        Object.fromEntries(
          values.flatMap(([place, name, value]) => (place === wanted ? [[name, value]] : [])),
        )
      return { path: at("path"), query: at("query") }
    },
    issues: (parts) => (validate(parts) ? [] : (validate.errors ?? []).map(toIssue)),
    invalid: "422" in responses ? 422 : 400,
    success() {
      if (response === undefined) return content === undefined ? undefined : "a text"
      const body = example(response, components.schemas)
      contract.assertDocumented(status, body)
      return body
    },
    assertDocumented(status, body) {
      const conforms = documented.get(String(status)) ?? documented.get("default")
      if (conforms === undefined || conforms(body)) return
      throw new Error(`${operation} ${status}: not as documented: ${explain(conforms.errors, "body")}`)
    },
  }
  contract.success()
  return contract
}

/** The value that texts stand for, by the type of their schema: query parameters repeat, or are joined by commas. */
const valueOf = (
  schema: JsonObject,
  texts: ReadonlyArray<string>,
  schemas: Readonly<Record<string, JsonObject>>,
  explode = true,
): unknown => {
  const { $ref, items, type } = schema
  const target = typeof $ref === "string" ? schemas[$ref.replace("#/components/schemas/", "")] : undefined
  if (target !== undefined) return valueOf(target, texts, schemas, explode)
  const [first = ""] = texts
  const types = Array.isArray(type) ? type : [type]
  if (types.includes("array")) {
    const parts = explode ? texts : first.split(",")
    return parts.map((text) => valueOf((items ?? {}) as JsonObject, [text], schemas))
  }
  if (types.includes("integer") || types.includes("number")) {
    return first.trim() === "" || Number.isNaN(Number(first)) ? first : Number(first)
  }
  if (types.includes("boolean") && (first === "true" || first === "false")) return first === "true"
  return first
}

const json = (content: MediaTypes | undefined): JsonObject | undefined =>
  content?.["application/json"]?.schema

export const contracts: ReadonlyArray<Contract> = operations().map(compile)
