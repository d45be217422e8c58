import { pairAlternatives } from "./alternatives.ts"
import { limitChanges, typeChanges, valueChanges } from "./facet-changes.ts"
import type { Sign } from "./fingerprint.ts"
import { type Found, type Readers, together } from "./found.ts"
import { objectChanges } from "./object-changes.ts"
import { type Facet, type Shape, types } from "./shape.ts"

/** What changed between two shapes, but for what is further down. */
export const shapeChanges = (old: Shape, now: Shape, readers: Readers, sign: Sign): Found => {
  const byType = types.map((type) => {
    const [before, after] = [old, now].map(({ facets }) => facets.filter((facet) => facet.type === type))
    const { changes, pairs } = pairAlternatives(before ?? [], after ?? [], readers, sign)
    return together([
      { changes, inner: [] },
      ...pairs.map(([one, other]) => facetChanges(one, other, readers)),
    ])
  })
  return together([{ changes: typeChanges(old, now), inner: [] }, ...byType])
}

const facetChanges = (old: Facet, now: Facet, readers: Readers): Found => {
  const own: Found = { changes: [...valueChanges(old, now), ...limitChanges(old, now)], inner: [] }
  if (old.type === "object") return together([own, objectChanges(old, now, readers)])
  if (old.type !== "array") return own
  const items = { step: "*", old: readers.readOld(old.items), now: readers.readNow(now.items) }
  return { ...own, inner: [items] }
}
