import type { Json, JsonObject } from "../document.ts"
import { placeOf } from "../places.ts"
import { canonical } from "./canonical.ts"
import { entries, isList, isObject, isText, list } from "./json.ts"
import { bound, isIdle, keywords } from "./limits.ts"
import { type Facet, plain, type Type, types } from "./shape.ts"

/** What a schema's own keywords allow, its references and combinations aside. */
export const ownFacets = (document: unknown, schema: JsonObject): ReadonlyArray<Facet> => {
  const values = schema["const"] !== undefined ? [schema["const"]] : listed(schema["enum"])
  const declared = isText(schema["type"]) ? [schema["type"]] : list(schema["type"])
  const whole = declared.includes("integer") && !declared.includes("number")
  return typesOf(schema, declared, values).flatMap((type) => {
    const own = type === "null" ? undefined : values?.filter((value) => typeOf(value) === type)
    if (own?.length === 0) return []
    const limits = limitsOf(document, schema, type, whole)
    const facet = { ...plain(type), limits, values: own }
    return type === "object"
      ? objectFacet(schema, facet)
      : type === "array"
        ? arrayFacet(schema, facet)
        : facet
  })
}

const listed = (value: Json | undefined) => (isList(value) ? value : undefined)

const typeOf = (value: Json): Type =>
  value === null ? "null" : isList(value) ? "array" : (typeof value as Type)

/** What keywords imply where no type is said. Authors leave out `type: object` and mean it. */
const typesOf = (
  schema: JsonObject,
  declared: ReadonlyArray<Json>,
  values: ReadonlyArray<Json> | undefined,
): ReadonlyArray<Type> => {
  const names = declared.map((type) => (type === "integer" ? "number" : type))
  if (names.length > 0) return types.filter((type) => names.includes(type))
  if (values !== undefined) return types.filter((type) => values.some((value) => typeOf(value) === type))
  if (["properties", "required", "additionalProperties"].some((key) => key in schema)) return ["object"]
  return "items" in schema ? ["array"] : types
}

const objectFacet = (schema: JsonObject, facet: Facet): Facet => ({
  ...facet,
  properties: new Map(entries(schema["properties"])),
  required: new Set(list(schema["required"]).filter(isText)),
  rest: schema["additionalProperties"] ?? schema["unevaluatedProperties"],
})

const arrayFacet = (schema: JsonObject, facet: Facet): Facet => ({ ...facet, items: schema["items"] })

const limitsOf = (document: unknown, schema: JsonObject, type: Type, whole: boolean): JsonObject => {
  const spell = (keyword: string): Json | undefined => {
    if (keyword === "minimum" || keyword === "maximum") return bound(schema, keyword, whole)
    const value = schema[keyword]
    if (keyword === "format" && !formatIsFor(type, schema)) return undefined
    return isObject(value) || isList(value) ? canonical(document, value, placeOf("schema", keyword)) : value
  }
  const said = keywords[type].flatMap((keyword) => {
    const value = spell(keyword)
    return value === undefined || isIdle(keyword, value) ? [] : [[keyword, value] as const]
  })
  return Object.fromEntries(type === "number" && whole ? [["integer", true], ...said] : said)
}

const numeric = /^(u?int\d*|float|double|decimal)$/

/** Of `type: [string, integer], format: uuid` the string is the UUID. */
const formatIsFor = (type: Type, { format, type: declared }: JsonObject): boolean => {
  const names = list(declared)
  const several = names.includes("string") && (names.includes("integer") || names.includes("number"))
  return !several || (type === "number") === numeric.test(String(format))
}
