import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { problem, type Refusal } from "./problem.ts"

/**
 * Calls in progress in one isolate, at most. Beyond it load is shed: a slow provider would otherwise fill the isolate's
 * memory with calls that wait.
 */
const mostCalls = 500

/**
 * Requests of one caller in progress, at most. A hundred slots are left to the others, and where there is one caller only,
 * it loses no more than a fifth.
 */
const callerShare = 400

/** A slot that is held until the scope closes, or the refusal that says why there is none. */
type Slot = Effect.Effect<void, Refusal, Scope.Scope>

/** The slots of one isolate. A request takes one of its caller's, then, when its body has arrived, one for its call. */
export interface Slots {
  /**
   * Taken before the body is read: bodies that arrive slowly fill the share of the caller that sends them, and nobody
   * else's. Refused too while no call could be made, so that no body is read in vain.
   */
  readonly ofCaller: (caller: string) => Slot
  readonly call: Slot
}

export const slots = (): Slots => {
  const calls = limited(mostCalls, overloaded("Too many calls are in progress."))
  // As many as there are callers in `CALLER_KEYS`, at most: only they get here.
  const callers = new Map<string, Limited>()
  const shareOf = (caller: string): Slot => {
    const known = callers.get(caller) ?? limited(callerShare, shareIsFull)
    callers.set(caller, known)
    return known.take
  }
  return {
    call: calls.take,
    ofCaller: (caller) => Effect.andThen(calls.room, shareOf(caller)),
  }
}

const overloaded = (what: string): Refusal => ({
  problem: problem("overloaded", `${what} Nothing was sent; retry after the delay.`, {
    outcome: "not-applied",
  }),
  retryAfter: 1_000,
})

const shareIsFull = overloaded(`This caller has ${callerShare} requests in progress.`)

interface Limited {
  /** Fails where everything is taken. */
  readonly room: Effect.Effect<void, Refusal>
  readonly take: Slot
}

const limited = (most: number, refusal: Refusal): Limited => {
  let taken = 0
  const room = Effect.suspend(() => (taken < most ? Effect.void : Effect.fail(refusal)))
  const acquire = Effect.map(room, () => void taken++)
  return { room, take: Effect.acquireRelease(acquire, () => Effect.sync(() => void taken--)) }
}
