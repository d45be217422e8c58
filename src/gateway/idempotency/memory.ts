import * as Duration from "effect/Duration"
import { type Executor, executor } from "./executor.ts"
import { kept, type Settled, type UnderWay } from "./machine.ts"

/**
 * Keys that are kept at the most. A key with the answer of a payment link takes 490 bytes of heap, so that this many
 * take 49 MB; they are reached by more than one new key a second for 24 hours.
 */
export const mostKeys = 100_000

/**
 * Keeps keys in memory: of each its lookup and its state, and nothing else of a request. A key that was settled 24
 * hours ago is removed whenever a key is asked for; one that is under way or broken off never is.
 */
export const memory = (now: () => number) => {
  const underWay = new Map<string, UnderWay>()
  // In the order in which they were settled: a sweep looks at what it removes and one more.
  const settled = new Map<string, Settled>()
  // A key has one executor for as long as it is in use, so that copies of a request find its call under way.
  const inUse = new Map<string, { readonly executor: Executor; runs: number }>()

  const sweep = () => {
    const oldest = now() - Duration.toMillis(kept)
    for (const [lookup, { settledAt = 0 }] of settled) {
      if (settledAt > oldest) return
      settled.delete(lookup)
    }
  }

  const executorOf = (lookup: string) =>
    executor(
      {
        clear: () => void underWay.delete(lookup),
        read: () => settled.get(lookup) ?? underWay.get(lookup),
        write: (state) => {
          if (state._tag === "under-way") return void underWay.set(lookup, state)
          underWay.delete(lookup)
          settled.set(lookup, state)
        },
      },
      now,
    )

  return {
    /** Whether a key is known, or one more can be kept. It has to be asked before `run`. */
    takes: (lookup: string): boolean => {
      sweep()
      return settled.has(lookup) || underWay.has(lookup) || settled.size + underWay.size < mostKeys
    },
    run: async (lookup: string, ...run: Parameters<Executor["run"]>): ReturnType<Executor["run"]> => {
      const key = inUse.get(lookup) ?? { executor: executorOf(lookup), runs: 0 }
      inUse.set(lookup, key)
      key.runs++
      try {
        return await key.executor.run(...run)
      } finally {
        if (--key.runs === 0) inUse.delete(lookup)
      }
    },
  }
}
