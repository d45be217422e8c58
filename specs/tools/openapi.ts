import * as Schema from "effect/Schema"
import { contractRoutes } from "../../src/contract/routes.ts"
import { routesOfOperations } from "../../src/gateway/handlers.ts"
import type {
  Content,
  Document,
  Header,
  JsonSchema,
  More,
  Operation,
  Parameter,
} from "../../src/gateway/openapi.ts"
import { kinds, Problem, statuses } from "../../src/gateway/problem.ts"
import { served } from "../../src/gateway/perform.ts"
import type { Description, Route } from "../../src/gateway/route.ts"
import { descriptionOf } from "./description.ts"

type Schemas = Readonly<Record<string, JsonSchema>>

/** The gateway's OpenAPI document, and what the contract runs of the Worker add to it. */
export const generateOpenApi = () => {
  // RFC 9457, section 3.2: members may be added, and clients ignore those that they do not know.
  const { additionalProperties: _, ...problem } = jsonSchemaOf(Problem, {})
  const own = described(routesOfOperations(), { Problem: problem })
  const document: Document = {
    openapi: "3.1.0",
    info: {
      title: "edge-checkout",
      version: "1",
      description: "Opens checkouts with payment providers.",
    },
    // Relative to the document, because the gateway may be mounted under a prefix.
    servers: [{ url: "." }],
    paths: own.paths,
    components: {
      schemas: own.schemas,
      securitySchemes: { caller_key: { type: "http", scheme: "Bearer" } },
    },
    security: [],
    tags: own.tags,
  }
  const from = "the routes and schemas in src/"
  return [
    {
      code: `import type { Document } from "../src/gateway/openapi.ts"

export const document: Document = ${JSON.stringify(document)}`,
      file: "openapi.ts",
      from,
    },
    {
      code: `import type { More } from "../../src/gateway/openapi.ts"

export const more: More = ${JSON.stringify(described(contractRoutes([]).routes, {}))}`,
      file: "contract/openapi.ts",
      from,
    },
  ]
}

/** The routes that have a description, with the schemas that theirs refer to. */
const described = (
  routes: ReadonlyArray<Pick<Route, "access" | "described" | "method" | "operation" | "path">>,
  known: Schemas,
): More => {
  const schemas = { ...known }
  const all = routes.flatMap(({ access, described, method, operation, path }) => {
    const declared = served[operation ?? ""]
    const description = declared === undefined ? described?.() : descriptionOf(declared)
    return description === undefined ? [] : [{ access, described: description, method, path }]
  })
  const byPath = Map.groupBy(all, ({ path }) => path)
  return {
    paths: Object.fromEntries(
      [...byPath].map(([path, here]) => [
        path,
        Object.fromEntries(
          here.map(({ access, described, method }) => [
            method.toLowerCase(),
            operation(described, access, schemas),
          ]),
        ),
      ]),
    ),
    schemas,
    tags: [...new Set(all.map(({ described }) => described.tag))].map((name) => ({ name })),
  }
}

/** A schema as JSON Schema. The named schemas that it refers to are added to `schemas`. */
const jsonSchemaOf = (schema: Schema.Constraint, schemas: Record<string, JsonSchema>): JsonSchema => {
  const { definitions, schema: own } = Schema.toJsonSchemaDocument(schema, { onExcessProperty: "error" })
  const inComponents = (value: unknown) =>
    JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/')) as JsonSchema
  for (const [name, definition] of Object.entries(definitions)) schemas[name] = inComponents(definition)
  return inComponents(own)
}

const operation = (
  it: Description,
  access: Route["access"],
  schemas: Record<string, JsonSchema>,
): Operation => {
  const { idempotencyKey: key, operationId, params = [], request, successes, summary, tag } = it
  const refusals = access === "caller-key" ? statuses : surrounding
  const contents: ReadonlyArray<readonly [number, Content | undefined]> = [
    ...successes.map(
      ({ schema, status, type }) => [status, schema && contentOf(schema, schemas, type)] as const,
    ),
    ...refusals.map((status) => [status, refused] as const),
  ]
  return {
    tags: [tag],
    operationId,
    parameters: [
      ...params.map(({ explode, in: place, name, required, schema, style }) => ({
        name,
        in: place,
        schema: jsonSchemaOf(schema, schemas),
        required,
        ...(style !== undefined && { style }),
        ...(explode !== undefined && { explode }),
      })),
      ...(key === undefined ? [] : [{ ...idempotencyKey, required: key === "required" }]),
      requestId,
    ],
    security: access === "caller-key" ? [{ caller_key: [] }] : [],
    ...(request && {
      requestBody: { content: contentOf(request.schema, schemas), required: request.isRequired },
    }),
    responses: Object.fromEntries(
      contents.map(([status, content]) => {
        const titles = kinds.flatMap(([, [own, title]]) => (own === status ? [title] : []))
        const headers: Record<string, Header> = {
          "x-request-id": answeredId,
          ...(titles.length > 0 && { "retry-after": retryAfter }),
          ...(status === 401 && { "www-authenticate": challenge }),
          ...(status === 405 && { allow }),
          ...(key !== undefined && { "idempotent-replayed": replayed }),
        }
        const description = titles.length === 0 ? "Success" : `${titles.join(". Or: ")}.`
        return [status, { description, ...(content && { content }), headers }]
      }),
    ),
    summary,
  }
}

const contentOf = (
  schema: Schema.Constraint,
  schemas: Record<string, JsonSchema>,
  type = "application/json",
): Content => {
  const described = jsonSchemaOf(schema, schemas)
  const example = exampleOf(described, schemas)
  return {
    [type]: {
      schema: described,
      ...(example !== undefined && { examples: { example: { value: example } } }),
    },
  }
}

/** A value made of the examples in a schema; `undefined` where one of a required property is missing. */
const exampleOf = (schema: JsonSchema, schemas: Schemas): unknown => {
  const { $ref, examples: [example] = [], properties, required = [] } = schema
  if ($ref !== undefined) return exampleOf(schemas[$ref.slice($ref.lastIndexOf("/") + 1)] ?? {}, schemas)
  if (example !== undefined || properties === undefined) return example
  const known = Object.entries(properties).flatMap(([name, property]) => {
    const value = exampleOf(property, schemas)
    return value === undefined ? [] : [[name, value] as const]
  })
  const names = known.map(([name]) => name)
  return known.length > 0 && required.every((name) => names.includes(name))
    ? Object.fromEntries(known)
    : undefined
}

/** Errors that any request can get, whatever its route: two for its headers, and one for a defect. */
const surrounding = [400, 431, 500]

const refused: Content = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } }

const string = { type: "string" }

const idempotencyKey = {
  description:
    "A string in double quotes of up to 255 characters: fresh for every new request, and the same when it is repeated.",
  in: "header",
  name: "Idempotency-Key",
  schema: { ...string, examples: ['"8e03978e-40d5-43dd-bc93-6894a57f9324"'], minLength: 1 },
} as const satisfies Omit<Parameter, "required">

const requestId: Parameter = {
  description: "Sent back and logged, where it is up to 64 letters, digits, `.`, `_` or `-`.",
  in: "header",
  name: "x-request-id",
  required: false,
  schema: string,
}

const answeredId: Header = {
  description: "Names the request in the gateway's log.",
  required: true,
  schema: string,
}

const retryAfter: Header = {
  description: "Seconds to wait before the next request, where that is known.",
  required: false,
  schema: { type: "integer", minimum: 1 },
}

const challenge: Header = {
  description: "The scheme by which a caller authenticates.",
  required: true,
  schema: { ...string, const: "Bearer" },
}

const allow: Header = {
  description: "The methods of the path, joined by commas.",
  required: true,
  schema: string,
}

const replayed: Header = {
  description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
  required: false,
  schema: { ...string, const: "true" },
}
