import * as Schema from "effect/Schema"
import * as SchemaAST from "effect/SchemaAST"
import { namesInPath } from "../../src/api/endpoint.ts"
import type { Served } from "../../src/gateway/perform.ts"
import type { Description } from "../../src/gateway/route.ts"

/** The description of a served operation in the OpenAPI document, from its declaration. */
export const descriptionOf = ({
  answer,
  api: { envelope },
  endpoint,
  fullName,
  request,
  route,
  safeToRetry,
}: Served): Description => {
  const renamed = new Map(
    namesInPath(endpoint.path).map((name, at) => [name, namesInPath(route.path)[at] ?? name]),
  )
  const params =
    endpoint.params === undefined || !SchemaAST.isObjects(endpoint.params.ast)
      ? []
      : endpoint.params.ast.propertySignatures.map(({ name, type }) => ({
          ...(endpoint.places?.[String(name)] ?? { in: "path" as const }),
          name: renamed.get(String(name)) ?? String(name),
          required: !SchemaAST.isOptional(type),
          schema: Schema.make<Schema.Constraint>(type),
        }))
  return {
    idempotencyKey: safeToRetry ? "optional" : "required",
    operationId: `checkouts.${fullName}`,
    params,
    ...(request &&
      endpoint.body && { request: { isRequired: endpoint.body.optional !== true, schema: request } }),
    successes: Object.entries(endpoint.success).map(([status, content]) => ({
      schema: content === null || answer === undefined ? undefined : inside(answer, envelope?.property),
      status: route.status ?? Number(status),
      type: content?.type,
    })),
    summary: route.summary,
    tag: "checkouts",
  }
}

/** The schema of what an envelope holds. */
const inside = (answer: Schema.Constraint, property: string | undefined): Schema.Constraint => {
  if (property === undefined || !SchemaAST.isObjects(answer.ast)) return answer
  const held = answer.ast.propertySignatures.find(({ name }) => name === property)?.type
  if (held === undefined) return answer
  const present = SchemaAST.isUnion(held) ? held.types.find((type) => !SchemaAST.isNull(type)) : held
  return Schema.make<Schema.Constraint>(present ?? held)
}
