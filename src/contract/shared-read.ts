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
 * A read that its readers share. Readers join the read in progress, and get its result until `maxAge` milliseconds after
 * it began. The result of a failed read is not kept.
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
    // In a Worker a read ends with the request that began it. Other requests wait for it, too, so a reader that hangs up
    // must not end it.
    return Effect.uninterruptible(ended(last))
  })
}

const ended = <A>({ exit }: Read<A>): Effect.Effect<A> => Effect.flatten(Effect.promise(() => exit))
