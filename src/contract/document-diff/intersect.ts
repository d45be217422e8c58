import type { Json } from "../document.ts"
import { relation } from "./limits.ts"
import { type Facet, isPlain } from "./shape.ts"

/** One schema for what has to fit two, the same one whenever it is asked for the same two. */
export type Both = (left: Json, right: Json) => Json

/** What fits one of the facets on the left and one of those on the right. */
export const intersect = (
  left: ReadonlyArray<Facet>,
  right: ReadonlyArray<Facet>,
  both: Both,
): ReadonlyArray<Facet> =>
  left.flatMap((one) =>
    right.filter(({ type }) => type === one.type).flatMap((other) => meet(one, other, both)),
  )

const meet = (one: Facet, other: Facet, both: Both): ReadonlyArray<Facet> => {
  if (isPlain(one)) return [other]
  if (isPlain(other)) return [one]
  const values = meetValues(one.values, other.values)
  if (values?.length === 0) return []
  const properties = new Map(one.properties)
  for (const [name, schema] of other.properties)
    properties.set(name, meetSchemas(properties.get(name), schema, both))
  const optional = (left: Json | undefined, right: Json | undefined) =>
    left === undefined ? right : right === undefined ? left : meetSchemas(left, right, both)
  return [
    {
      type: one.type,
      values,
      limits: meetLimits(one.limits, other.limits),
      properties,
      required: new Set([...one.required, ...other.required]),
      rest: optional(one.rest, other.rest),
      items: optional(one.items, other.items),
    },
  ]
}

const meetSchemas = (left: Json | undefined, right: Json, both: Both): Json => {
  if (left === undefined || left === true) return right
  if (left === false || right === false) return false
  return right === true ? left : both(left, right)
}

const meetValues = (one: Facet["values"], other: Facet["values"]): Facet["values"] => {
  if (one === undefined || other === undefined) return one ?? other
  const allowed = new Set(other.map((value) => JSON.stringify(value)))
  return one.filter((value) => allowed.has(JSON.stringify(value)))
}

const meetLimits = (one: Facet["limits"], other: Facet["limits"]): Facet["limits"] => {
  const limits: Record<string, Json> = { ...one }
  for (const [keyword, value] of Object.entries(other)) {
    const held = limits[keyword]
    const how = relation(keyword, held, value)
    if (how === "tightened") limits[keyword] = value
    if (how === "changed") limits[keyword] = [held, value].map(String).sort().join(" and ")
  }
  return limits
}
