import { isProse, type Place, placeOf } from "./places.ts"

/**
 * What a document says to programs of what stands at a place: each key with its value and what that is. A `default` is
 * left out with the prose: it says what happens where nothing is sent, which no answer shows.
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
