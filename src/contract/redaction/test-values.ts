/** Values of schemas that were made at random. */
import fc from "fast-check"
import type { Json, JsonObject } from "../document.ts"
import { matching, names, node, optional, texts } from "./test-schemas.ts"

const scalars = fc.oneof(
  { arbitrary: texts, weight: 3 },
  fc.oneof(fc.integer({ max: 120, min: -10 }), fc.constantFrom(0.5, 12.25, 3, 7, 1e15)),
  fc.constantFrom(true, false, null),
)
const nested = (inner: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.oneof(
    scalars,
    fc.dictionary(names, inner, { maxKeys: 4, noNullPrototype: true }),
    fc.array(inner, { maxLength: 4 }),
  )
const values = nested(nested(scalars))

const list = (value: Json | undefined): ReadonlyArray<JsonObject> => (Array.isArray(value) ? value : [])
const object = (value: Json | undefined): JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? Object(value) : {}

/** Values that keep to a schema more often than not. */
export const valuesOf = (schema: JsonObject, depth = 3): fc.Arbitrary<Json> => {
  if (depth === 0) return values
  const inner = (one: Json | undefined) => valuesOf(object(one), depth - 1)
  const { allOf, anyOf, oneOf, enum: choices, format, items, pattern, properties, then, type } = schema
  const kept = (): fc.Arbitrary<Json> => {
    if (schema["$ref"] !== undefined) return inner(node)
    if ("const" in schema) return fc.constant(schema["const"] ?? null)
    if (choices !== undefined) return fc.constantFrom(...(Array.isArray(choices) ? choices : []))
    const branches = [...list(allOf), ...list(anyOf), ...list(oneOf)]
    if (branches.length > 0) return fc.oneof(...branches.map(inner))
    if (typeof pattern === "string") return fc.constantFrom(...(matching[pattern] ?? []))
    if (format !== undefined) return texts
    if (type === "integer" || type === "number") {
      return fc.oneof(fc.integer({ max: 100, min: -5 }), fc.constantFrom(0.01, 10, 5))
    }
    if (type === "string") return texts
    if (type === "array") return fc.array(inner(items), { maxLength: 3 })
    if (type !== "object") return values
    const own = { ...object(properties), ...object(object(then)["properties"]) }
    return fc
      .tuple(
        optional(Object.fromEntries(Object.entries(own).map(([name, one]) => [name, inner(one)]))),
        fc.dictionary(names, inner(schema["additionalProperties"]), { maxKeys: 3, noNullPrototype: true }),
      )
      .map(([known, more]): Json => ({ ...more, ...known }))
  }
  return fc.oneof({ arbitrary: kept(), weight: 9 }, values)
}
