import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type * as Exit from "effect/Exit"

/** Milliseconds after which a read that has not ended is given up: its machine may have died. */
const readTimeoutMs = 10_000

interface Read<A> {
  readonly begun: number
  readonly exit: Promise<Exit.Exit<A>>
  state: "failed" | "kept" | "under way"
}

/**
 * A read that its readers share: each gets what the last one brings, while that is under way and, where it succeeds,
 * until `maxAge` milliseconds after it began. A read that fails is not kept.
 */
export const sharedRead = <A>(read: Effect.Effect<A>, maxAge: number): Effect.Effect<A> => {
  const ages = { failed: 0, kept: maxAge, "under way": readTimeoutMs }
  let last: Read<A> | undefined

  const begin = (begun: number): Read<A> => {
    const mine: Read<A> = { begun, exit: Effect.runPromiseExit(read), state: "under way" }
    void mine.exit.then(({ _tag }) => {
      mine.state = _tag === "Success" ? "kept" : "failed"
    })
    return mine
  }

  return Effect.flatMap(Clock.currentTimeMillis, (now) => {
    if (last !== undefined && now - last.begun < ages[last.state]) return ended(last)
    last = begin(now)
    // In a Worker the read belongs to the request that began it, and ends with that request. Others wait for it as well,
    // so a reader that hangs up must not end it.
    return Effect.uninterruptible(ended(last))
  })
}

const ended = <A>({ exit }: Read<A>): Effect.Effect<A> => Effect.flatten(Effect.promise(() => exit))
