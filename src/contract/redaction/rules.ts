import type { Described, Json, JsonObject } from "../document.ts"
import { get, list } from "../document-diff/json.ts"
import { schemaFindings } from "../schema-findings.ts"

// The keywords that restrict a text or a number without a subschema.
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
 * Whether a text or a number satisfies and breaks the same rules of each schema as `original`. Then it can replace
 * `original`, and no enclosing schema tells them apart.
 */
export const breaksTheSame = (
  described: Described,
  schemas: ReadonlyArray<JsonObject>,
  original: Json,
): ((value: Json) => boolean) => {
  // These keywords refer to nothing, so the lookup is empty.
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

/** The values of some keywords in schemas, where they are of the kind that `is` tells. */
export const valuesOf = <A>(
  schemas: ReadonlyArray<JsonObject>,
  keywords: ReadonlyArray<string>,
  is: (value: unknown) => value is A,
): ReadonlyArray<A> =>
  schemas.flatMap((schema) =>
    keywords.flatMap((keyword) => {
      const value: unknown = get(schema, keyword)
      return is(value) ? [value] : []
    }),
  )

/** The values that a schema lists. A listed value is not data. */
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

/** A list rotated by a number of elements. */
export const rotated = <A>(all: ReadonlyArray<A>, by: number): ReadonlyArray<A> => {
  const start = all.length === 0 ? 0 : by % all.length
  return [...all.slice(start), ...all.slice(0, start)]
}
