import type { Change } from "./change.ts"
import { distance, type Sign, type Signed } from "./fingerprint.ts"
import type { Readers } from "./found.ts"
import { formLabel } from "./label.ts"
import type { Facet } from "./shape.ts"

export interface Paired {
  readonly pairs: ReadonlyArray<readonly [old: Facet, now: Facet]>
  readonly changes: ReadonlyArray<Change>
}

/**
 * Where a type has several forms (`anyOf` two objects), no document says which form became which: those that differ
 * least are paired, and what is left over is gone or gained.
 */
export const pairAlternatives = (
  olds: ReadonlyArray<Facet>,
  nows: ReadonlyArray<Facet>,
  readers: Readers,
  sign: Sign,
): Paired => {
  const [old, now] = [olds[0], nows[0]]
  // A type that came or went is told of as a type.
  if (old === undefined || now === undefined) return { pairs: [], changes: [] }
  if (olds.length === 1 && nows.length === 1) return { pairs: [[old, now]], changes: [] }
  const [before, after] = signAll(olds, nows, readers, sign)
  const candidates = before.flatMap(([one, own]) =>
    after.map(([other, its]) => ({ one, other, apart: distance(own.signature, its.signature) })),
  )
  const taken = new Set<Facet>()
  const pairs = candidates
    .filter(({ apart, one, other }) => apart === 0 || related(one, other))
    .sort((left, right) => left.apart - right.apart)
    .filter(({ one, other }) => {
      if (taken.has(one) || taken.has(other)) return false
      taken.add(one).add(other)
      return true
    })
  const forms = {
    at: [],
    expected: olds.map(formLabel).join("; or "),
    got: nows.map(formLabel).join("; or "),
  }
  const left = (facets: ReadonlyArray<Facet>, kind: "alternative gone" | "alternative gained") =>
    facets.filter((facet) => !taken.has(facet)).map((): Change => ({ kind, ...forms }))
  return {
    pairs: pairs.map(({ one, other }) => [one, other]),
    changes: [...left(olds, "alternative gone"), ...left(nows, "alternative gained")],
  }
}

// Forms that are the same so far down are paired in their order.
const deepest = 6

type Forms = ReadonlyArray<readonly [Facet, Signed]>

/** Signs the forms as deeply as it takes to tell them apart. */
const signAll = (
  olds: ReadonlyArray<Facet>,
  nows: ReadonlyArray<Facet>,
  readers: Readers,
  sign: Sign,
  depth = 0,
): readonly [Forms, Forms] => {
  const before = olds.map((facet) => [facet, sign(facet, readers.readOld, depth)] as const)
  const after = nows.map((facet) => [facet, sign(facet, readers.readNow, depth)] as const)
  return depth === deepest || [before, after].every(areDistinct)
    ? [before, after]
    : signAll(olds, nows, readers, sign, depth + 1)
}

const areDistinct = (forms: Forms): boolean =>
  new Set(forms.map(([, { number }]) => number)).size === forms.length

/** Objects without a property in common did not become one another. */
const related = (old: Facet, now: Facet): boolean =>
  old.properties.size === 0 ||
  now.properties.size === 0 ||
  [...old.properties.keys()].some((name) => now.properties.has(name))
