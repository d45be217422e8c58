/** A text that is to be replaced: a value or a name. */
export interface Original {
  readonly original: string
  /** The steps to its place, without names that are data. */
  readonly steps: ReadonlyArray<string>
  readonly isName: boolean
  /** Whether it may identify somebody. A value that the document lists does not. */
  readonly identifies: boolean
  readonly candidates: () => Iterable<string>
  readonly accepts: (text: string) => boolean
  /** Called with the replacement. */
  readonly settled?: (text: string) => void
  /** The error's message where no replacement fits. */
  readonly message: () => string
}

/** Collects the texts of a body. Equal texts that may identify somebody get the same replacement, wherever they stand. */
export interface Replacing {
  /** Gives the replacement once everything is settled. */
  readonly text: (original: Original) => () => string
  /** Replaces everything, and says what has been. */
  readonly settle: () => ReadonlyArray<string>
}

/** Shorter texts may be equal by chance, so they are replaced separately. */
const shortest = 8

/** Whether a text is told by one replacement. Amounts, dates, times and short words are equal by chance; ids are not. */
const isShared = (text: string): boolean =>
  !/^[-+]?[\d.,]*[.,]\d+$|^\d{4}-\d\d-\d\d|\d\d:\d\d/.test(text) &&
  (text.length >= shortest || (/\p{L}/u.test(text) && /\d/.test(text)))

export const replacing = (): Replacing => {
  const originals: Array<Original> = []
  const replaced = new Map<Original, string>()
  const replace = (all: ReadonlyArray<Original>, by: string): void => {
    for (const original of all) {
      replaced.set(original, by)
      original.settled?.(by)
    }
  }
  return {
    settle: () => {
      for (const group of groups(originals)) {
        // Prefer a long replacement: the equality of short texts would not be noticed.
        const least = group.length > 1 ? shortest : 0
        const shared = firstAccepted(group, group, least) ?? firstAccepted(group, group)
        if (shared !== undefined) {
          replace(group, shared)
          continue
        }
        // No text fits all of their places.
        for (const original of group) {
          const own = firstAccepted([original], [original])
          if (own === undefined) throw new Error(original.message())
          replace([original], own)
        }
      }
      return originals.flatMap((one) => (replaced.get(one) === one.original ? [] : [one.original]))
    },
    text: (original) => {
      originals.push(original)
      return () => replaced.get(original) ?? ""
    },
  }
}

/** The first text that one of the places has and every other accepts. */
const firstAccepted = (
  from: ReadonlyArray<Original>,
  by: ReadonlyArray<Original>,
  least = 0,
): string | undefined => {
  const tried = new Set<string>()
  for (const { candidates } of from) {
    for (const candidate of candidates()) {
      if (tried.has(candidate)) continue
      tried.add(candidate)
      if (candidate.length >= least && by.every(({ accepts }) => accepts(candidate))) return candidate
    }
  }
  return undefined
}

/** The texts that share a replacement. The order of groups and places does not depend on any value. */
const groups = (originals: ReadonlyArray<Original>): ReadonlyArray<ReadonlyArray<Original>> => {
  const found = new Map<string, Array<Original>>()
  originals.forEach((one, at) => {
    const shared = one.identifies && isShared(one.original)
    const key = shared ? `shared ${one.original}` : `alone ${at}`
    const group = found.get(key)
    if (group === undefined) found.set(key, [one])
    else group.push(one)
  })
  return [...found.values()]
    .map((group) => group.sort(byPlace))
    .sort(([left], [right]) => byPlace(left, right))
}

/** Values come before names, and shallow places before deep ones. */
const byPlace = (left: Original | undefined, right: Original | undefined): number => {
  if (left === undefined || right === undefined) return 0
  if (left.isName !== right.isName) return left.isName ? 1 : -1
  if (left.steps.length !== right.steps.length) return left.steps.length - right.steps.length
  const [one, other] = [left.steps.join("\0"), right.steps.join("\0")]
  return one < other ? -1 : one > other ? 1 : 0
}
