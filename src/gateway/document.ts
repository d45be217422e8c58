import type * as OpenApi from "effect/http-api/OpenApi"
import * as Schema from "effect/Schema"
import { PostStoresCheckoutsParams } from "../../generated/paynow/schemas.ts"
import { PostPlatformPaymentCreatePaymentLinkByUserIdParams } from "../../generated/paywint-platform/schemas.ts"
import { served } from "./perform.ts"
import { kinds } from "./problem.ts"

/**
 * Adds to the OpenAPI document of `HttpApi` what it lacks: headers, the errors that any request can get, and the
 * schemas of path parameters, which the programs check and the router does not.
 */
export const completed = (document: OpenApi.OpenAPISpec): OpenApi.OpenAPISpec => {
  // RFC 9457, section 3.2: members may be added, and clients ignore those that they do not know.
  const { additionalProperties: _, ...problem } = document.components.schemas["Problem"] ?? {}
  return {
    ...document,
    components: {
      ...document.components,
      schemas: { ...document.components.schemas, Problem: problem },
    },
    paths: Object.fromEntries(
      Object.entries(document.paths).map(([path, { get, post }]) => [
        path,
        { ...(get && { get: operation(get) }), ...(post && { post: operation(post) }) },
      ]),
    ),
  }
}

type Parameter = OpenApi.OpenAPISpecParameter
type Header = OpenApi.OpenAPISpecHeader

const operation = (it: OpenApi.OpenAPISpecOperation): OpenApi.OpenAPISpecOperation => {
  const [, called] = Object.entries(served).find(([name]) => it.operationId === `checkouts.${name}`) ?? []
  const responses: Record<string, OpenApi.OpenApiSpecResponse> = {
    ...Object.fromEntries(surrounding.map((status) => [status, refused])),
    ...it.responses,
  }
  return {
    ...it,
    parameters: [
      ...it.parameters.map(parameter),
      ...(called === undefined ? [] : [{ ...idempotencyKey, required: !called.safeToRetry }]),
      requestId,
    ],
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, response]) => {
        const titles = kinds.flatMap(([, [own, title]]) => (String(own) === status ? [title] : []))
        const headers: Record<string, Header> = {
          "x-request-id": answeredId,
          ...(titles.length > 0 && { "retry-after": retryAfter }),
          ...(status === "401" && { "www-authenticate": challenge }),
          ...(status === "405" && { allow }),
          ...(called !== undefined && { "idempotent-replayed": replayed }),
        }
        const description = titles.length === 0 ? response.description : `${titles.join(". Or: ")}.`
        return [status, { ...response, description, headers }]
      }),
    ),
  }
}

/** Errors that any request can get, whatever its route: two for its headers, and one for a defect. */
const surrounding = [400, 431, 500]

const refused: OpenApi.OpenApiSpecResponse = {
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  description: "",
}

const inPath: Readonly<Record<string, Schema.Constraint>> = {
  store_id: PostStoresCheckoutsParams.fields.storeId,
  user_id: PostPlatformPaymentCreatePaymentLinkByUserIdParams.fields.user_id,
}

const parameter = (it: Parameter): Parameter => {
  const { [it.name]: schema } = inPath
  return schema === undefined ? it : { ...it, schema: Schema.toJsonSchemaDocument(schema).schema }
}

const string = { type: "string" }

const idempotencyKey = {
  description:
    "A string in double quotes of up to 255 characters: fresh for every new request, and the same when it is repeated.",
  in: "header",
  name: "Idempotency-Key",
  schema: { ...string, examples: ['"8e03978e-40d5-43dd-bc93-6894a57f9324"'], minLength: 1 },
} as const

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
