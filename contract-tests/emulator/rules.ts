import type { Fault, Rule } from "./fault.ts"

export interface Rules {
  add(rule: Rule): void
  clear(): void
  list(): ReadonlyArray<Rule & { readonly hits: number }>
  /** The fault that the next request of this operation meets. */
  next(operation: string): Fault | undefined
}

export const makeRules = (): Rules => {
  let counted: Array<Counted> = []
  return {
    add: (rule) => {
      counted.push({ rule, seen: 0, hits: 0, random: seededRandom(rule.seed ?? 0) })
    },
    clear: () => {
      counted = []
    },
    list: () => counted.map(({ rule, hits }) => ({ ...rule, hits })),
    next: (operation) => counted.find((entry) => hits(entry, operation))?.rule.fault,
  }
}

interface Counted {
  readonly rule: Rule
  readonly random: () => number
  seen: number
  hits: number
}

const hits = (counted: Counted, operation: string) => {
  const {
    operation: only = operation,
    times = Number.POSITIVE_INFINITY,
    skip = 0,
    probability = 1,
  } = counted.rule
  if (only !== operation || counted.hits >= times) return false
  counted.seen += 1
  if (counted.seen <= skip || counted.random() >= probability) return false
  counted.hits += 1
  return true
}

/** mulberry32 */
const seededRandom = (seed: number) => {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
