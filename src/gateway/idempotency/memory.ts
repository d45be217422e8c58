import * as Duration from "effect/Duration"
import { type Executor, executor } from "./executor.ts"
import { kept, type Settled, type UnderWay } from "./machine.ts"

/**
 * The most keys that are kept. A key with the answer of a payment link takes 490 bytes of heap, so this many take 49 MB.
 * The limit is reached by 1.16 new keys a second over 24 hours.
 */
export const mostKeys = 100_000

/** The most characters that the bodies of all kept answers have together, as a provider's answer may be 1 MiB long. */
export const mostCharacters = 50_000_000

/**
 * Keeps keys in memory: the lookup and the state of each, and nothing else of a request. Every request removes the keys
 * that were settled 24 hours ago or earlier; a key whose call is under way or broken off is never removed.
 */
export const memory = (now: () => number) => {
  const underWay = new Map<string, UnderWay>()
  // In the order in which they were settled, so a sweep stops at the first key that is younger than 24 hours.
  const settled = new Map<string, Settled>()
  let characters = 0
  // A key keeps one executor while it is in use, so that copies of a request see that its call is under way.
  const inUse = new Map<string, { readonly executor: Executor; runs: number }>()

  const sweep = () => {
    const oldest = now() - Duration.toMillis(kept)
    for (const [lookup, { answer, settledAt = 0 }] of settled) {
      if (settledAt > oldest) return
      settled.delete(lookup)
      characters -= answer.body.length
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
          characters += state.answer.body.length
        },
      },
      now,
    )

  return {
    /** Whether a key is known or there is room for a new one. Call it before `run`. */
    takes: (lookup: string): boolean => {
      sweep()
      const hasRoom = settled.size + underWay.size < mostKeys && characters < mostCharacters
      return settled.has(lookup) || underWay.has(lookup) || hasRoom
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
