import type { Json } from "../document.ts"
import { isList } from "./json.ts"
import { isPlain, type Facet, type Shape, types } from "./shape.ts"

const longest = 80

const short = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text)

/** A shape's types, as a reader of the document would name them. */
export const typeLabel = ({ facets }: Shape): string => {
  if (types.every((type) => facets.some((facet) => facet.type === type && isPlain(facet)))) return "any value"
  const names = facets.map(({ limits, type }) => (limits["integer"] === true ? "integer" : type))
  const unique = [...new Set(names)].sort((left, right) => Number(left === "null") - Number(right === "null"))
  return unique.join(" or ") || "nothing"
}

export const valueLabel = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value))

const joined = (values: ReadonlyArray<Json>): string => values.map(valueLabel).join(", ")

export const valuesLabel = (values: ReadonlyArray<Json>): string => short(joined(values))

export const isLong = (values: ReadonlyArray<Json>): boolean => joined(values).length > longest

export const oneOf = (values: Facet["values"]): string =>
  values === undefined ? "any value" : `one of ${valuesLabel(values)}`

export const limitLabel = (keyword: string, value: Json | undefined): string => {
  if (value === undefined) return `no ${keyword}`
  if (keyword === "integer") return "integer"
  if (value === true) return keyword
  if (isList(value)) return `${value[1] === 1 ? `exclusive ${keyword}` : keyword} ${String(value[0])}`
  return short(`${keyword} ${valueLabel(value)}`)
}

/** What a form of a value is known by, where there are several. */
export const formLabel = ({ limits, properties, type, values }: Facet): string => {
  if (properties.size > 0) return short(`${type} of ${[...properties.keys()].join(", ")}`)
  if (values !== undefined) return oneOf(values)
  const said = Object.entries(limits).map(([keyword, value]) => limitLabel(keyword, value))
  return short([type, ...said].join(", "))
}
