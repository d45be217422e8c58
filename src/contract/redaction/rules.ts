import type { Described, Json, JsonObject } from "../document.ts"
import { get, list } from "../document-diff/json.ts"
import { schemaFindings } from "../schema-findings.ts"

// What a schema says of a text or a number by itself, without another schema.
const own = [
  "const",
  "enum",
  "exclusiveMaximum",
  "exclusiveMinimum",
  "format",
  "maxLength",
  "maximum",
  "minLength",
  "minimum",
  "multipleOf",
  "nullable",
  "pattern",
  "type",
]

/**
 * Says whether a text or a number breaks the same rules as `original` of each schema. Then it can replace that one, and
 * no schema that the place is part of will tell them apart.
 */
export const breaksTheSame = (
  described: Described,
  schemas: ReadonlyArray<JsonObject>,
  original: Json,
): ((value: Json) => boolean) => {
  // Nothing is referred to, so nothing has to be looked up.
  const bare = { ...described, document: { ...described.document, components: { schemas: {} } } }
  const broken = (schema: JsonObject, value: Json) =>
    schemaFindings(bare, schema, value, "")
      .map(({ rule }) => rule)
      .sort()
      .join()
  const rules = schemas.flatMap((schema) => {
    const plain = Object.fromEntries(Object.entries(schema).filter(([keyword]) => own.includes(keyword)))
    return Object.keys(plain).length === 0 ? [] : [{ plain, originally: broken(plain, original) }]
  })
  return (value) => rules.every(({ originally, plain }) => broken(plain, value) === originally)
}

/** The values that a schema lists: no others are data. */
export const listed = (schema: JsonObject): ReadonlyArray<Json> => {
  const only = get(schema, "const")
  return [...(only === undefined ? [] : [only]), ...list(get(schema, "enum"))]
}

/** The values that a document gives as examples. */
export const examplesOf = (schema: JsonObject): ReadonlyArray<Json> => [
  ...["example", "default"].flatMap((keyword) => {
    const value = get(schema, keyword)
    return value === undefined ? [] : [value]
  }),
  ...list(get(schema, "examples")),
]

/** A list that begins with another of its elements. */
export const rotated = <A>(all: ReadonlyArray<A>, by: number): ReadonlyArray<A> => {
  const start = all.length === 0 ? 0 : by % all.length
  return [...all.slice(start), ...all.slice(0, start)]
}
