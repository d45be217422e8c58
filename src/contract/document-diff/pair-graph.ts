import type { Found, Inner } from "./found.ts"
import type { Shape } from "./shape.ts"

/** Two shapes that are compared, and those further down that are compared because of it. */
export interface Pair {
  readonly found: Found
  readonly inner: Array<{ readonly step: string; readonly pair: Pair }>
  readonly outer: Array<Pair>
  /** Whether anything changed here or further down. */
  changed: boolean
}

/**
 * Compares two shapes and all that is reached from them, each pair once, however large the documents are and however
 * often their schemas contain themselves.
 */
export const comparePairs = (old: Shape, now: Shape, compare: (old: Shape, now: Shape) => Found): Pair => {
  const known = new Map<Shape, Map<Shape, Pair>>()
  const pairs: Array<Pair> = []
  const reach = (one: Shape, other: Shape): Pair => {
    const row = known.get(one) ?? new Map<Shape, Pair>()
    known.set(one, row)
    const held = row.get(other)
    if (held !== undefined) return held
    const found = compare(one, other)
    const pair: Pair = { found, inner: [], outer: [], changed: found.changes.length > 0 }
    row.set(other, pair)
    pairs.push(pair)
    return pair
  }
  const root = reach(old, now)
  // The list grows while it is walked.
  for (const pair of pairs) {
    for (const { now: other, old: one, step } of pair.found.inner satisfies ReadonlyArray<Inner>) {
      const inner = reach(one, other)
      pair.inner.push({ step, pair: inner })
      inner.outer.push(pair)
    }
  }
  markOuter(pairs.filter(({ changed }) => changed))
  return root
}

const markOuter = (changed: Array<Pair>): void => {
  for (const pair of changed) {
    for (const outer of pair.outer) {
      if (outer.changed) continue
      outer.changed = true
      changed.push(outer)
    }
  }
}
