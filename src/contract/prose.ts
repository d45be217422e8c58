import { isProse, type Place, placeOf } from "./places.ts"

/**
 * The entries of a place in a document that matter to programs: each key with its value and that value's place. Prose is
 * left out, and so is `default`, which tells the effect of sending nothing, and no answer shows that.
 */
export const saidToPrograms = (
  place: Place,
  node: object,
): ReadonlyArray<readonly [key: string, value: unknown, place: Place]> =>
  Object.entries(node).flatMap(([key, value]) =>
    isProse(place, key) || (place === "schema" && key === "default")
      ? []
      : [[key, value, placeOf(place, key)]],
  )

/** A document without what it says for people. */
export const withoutProse = (node: unknown, place: Place = "document"): unknown => {
  if (Array.isArray(node)) return node.map((item) => withoutProse(item, place))
  if (typeof node !== "object" || node === null) return node
  const kept = saidToPrograms(place, node)
  return Object.fromEntries(kept.map(([key, value, inner]) => [key, withoutProse(value, inner)]))
}
