import type { Json } from "../document.ts"
import type { Change } from "./change.ts"
import { signer } from "./fingerprint.ts"
import type { Readers } from "./found.ts"
import { comparePairs, type Pair } from "./pair-graph.ts"
import { shapeChanges } from "./shape-changes.ts"
import type { Shape } from "./shape.ts"

/** Compares schemas of two documents, as one side of an exchange sees them. */
export interface Comparer extends Readers {
  readonly compare: (old: Shape, now: Shape) => ReadonlyArray<Change>
  readonly compareSchemas: (old: Json | undefined, now: Json | undefined) => ReadonlyArray<Change>
}

export const comparer = (readers: Readers): Comparer => {
  const sign = signer()
  const compare = (old: Shape, now: Shape) =>
    changesIn(comparePairs(old, now, (one, other) => shapeChanges(one, other, readers, sign)))
  return {
    ...readers,
    compare,
    compareSchemas: (old, now) => compare(readers.readOld(old), readers.readNow(now)),
  }
}

// A schema that a large document uses everywhere changes everywhere. The nearest so many places say it.
const mostPlaces = 30

interface Place {
  readonly pair: Pair
  readonly at: ReadonlyArray<string>
  readonly outer: Place | undefined
}

/** The changes in a pair, where they are found, the nearest first. */
const changesIn = (root: Pair): ReadonlyArray<Change> => {
  const visits = new Map<Pair, number>()
  const places: Array<Place> = [{ pair: root, at: [], outer: undefined }]
  const changes: Array<Change> = []
  for (const place of places) {
    const { at, pair } = place
    changes.push(...pair.found.changes.map((change) => ({ ...change, at: [...at, ...change.at] })))
    for (const { pair: inner, step } of pair.inner) {
      const count = visits.get(inner) ?? 0
      if (!inner.changed || count >= mostPlaces || isWithin(place, inner)) continue
      visits.set(inner, count + 1)
      places.push({ pair: inner, at: [...at, step], outer: place })
    }
  }
  return changes
}

/** Whether a schema contains itself here: what changed in it has been said. */
const isWithin = (place: Place | undefined, pair: Pair): boolean => {
  for (let outer = place; outer !== undefined; outer = outer.outer) if (outer.pair === pair) return true
  return false
}
