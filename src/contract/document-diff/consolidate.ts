import type { Json } from "../document.ts"
import { type Facet, isFlat, isPlain, type Type, types } from "./shape.ts"

/**
 * The same facets, fewer: said twice is once, `anyOf: [{const: a}, {const: b}]` is an enum, and beside any string
 * a certain string says nothing. Objects and arrays stay: what they hold is worth telling apart.
 */
export const consolidate = (facets: ReadonlyArray<Facet>): ReadonlyArray<Facet> =>
  types.flatMap((type) => {
    const ofType = facets.filter((facet) => facet.type === type).map(settle)
    const [flat, deep] = [ofType.filter(isFlat), ofType.filter((facet) => !isFlat(facet))]
    const whole = flat.find(isPlain)
    if (whole !== undefined && scalar(type)) return [whole]
    return [...gather(flat), ...new Set(deep)]
  })

const scalar = (type: Type) => type !== "array" && type !== "object"

const settle = (facet: Facet): Facet => {
  if (facet.values === undefined) return facet
  const values = unique(facet.values)
  return { ...facet, values: facet.type === "boolean" && values.length === 2 ? undefined : values }
}

const unique = (values: ReadonlyArray<Json>): ReadonlyArray<Json> =>
  [...new Map(values.map((value) => [JSON.stringify(value), value]))]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, value]) => value)

/** Facets that differ in the values they list become one that lists them all. */
const gather = (facets: ReadonlyArray<Facet>): ReadonlyArray<Facet> => {
  const gathered = new Map<string, Facet>()
  for (const facet of facets) {
    const limits = Object.entries(facet.limits).sort(([left], [right]) => (left < right ? -1 : 1))
    const key = JSON.stringify([facet.values === undefined, limits])
    const held = gathered.get(key)
    const values = facet.values === undefined ? undefined : unique([...(held?.values ?? []), ...facet.values])
    gathered.set(key, { ...facet, values })
  }
  return [...gathered.values()]
}
