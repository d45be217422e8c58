import type { Json, JsonObject, OpenApiDocument } from "./document.ts"
import { entries, get, isObject, isText, list } from "./document-diff/json.ts"
import { targetIfAny } from "./document-diff/reference.ts"

/** The direction in which a value is sent. */
export type Direction = "request" | "response"

/**
 * The properties of an object that its schemas exclude from a direction: `readOnly` ones from requests, `writeOnly` ones
 * from responses. They are required in the other direction only (OpenAPI 3.0.3, section 4.7.24.2). Sending one is not
 * reported, because the specification says SHOULD NOT.
 */
export const waived = (
  document: OpenApiDocument,
  schema: Json,
  direction: Direction,
): ReadonlySet<string> => {
  const mark = direction === "request" ? "readOnly" : "writeOnly"
  const properties = sameObject(document, schema, new Set()).flatMap((one) => entries(get(one, "properties")))
  return new Set(properties.flatMap(([name, one]) => (isMarked(document, one, mark, []) ? [name] : [])))
}

/** A schema and all schemas that it applies to the same value: by reference, and in each of its branches. */
const sameObject = (
  document: OpenApiDocument,
  schema: Json,
  seen: Set<JsonObject>,
): ReadonlyArray<JsonObject> => {
  if (!isObject(schema) || seen.has(schema)) return []
  seen.add(schema)
  const branches = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => list(get(schema, keyword)))
  const conditional = ["then", "else"].flatMap((keyword) => get(schema, keyword) ?? [])
  const dependent = entries(get(schema, "dependentSchemas")).map(([, one]) => one)
  const inner = [...referred(document, schema), ...branches, ...conditional, ...dependent]
  return [schema, ...inner.flatMap((one) => sameObject(document, one, seen))]
}

const referred = (document: OpenApiDocument, schema: JsonObject): ReadonlyArray<Json> => {
  const ref = get(schema, "$ref")
  return isText(ref) ? [targetIfAny(document, ref) ?? true] : []
}

/** Whether a schema is marked, by itself or by all of its branches that are not for null. */
const isMarked = (
  document: OpenApiDocument,
  schema: Json,
  mark: string,
  within: ReadonlyArray<Json>,
): boolean => {
  if (!isObject(schema) || within.includes(schema)) return false
  const marked = (one: Json) => isMarked(document, one, mark, [...within, schema])
  return (
    get(schema, mark) === true ||
    [...referred(document, schema), ...list(get(schema, "allOf"))].some(marked) ||
    ["anyOf", "oneOf"].some((keyword) => {
      const branches = list(get(schema, keyword)).filter((one) => get(one, "type") !== "null")
      return branches.length > 0 && branches.every(marked)
    })
  )
}
