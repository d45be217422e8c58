import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { problem, type Refusal } from "./problem.ts"

/**
 * The most calls in progress in one isolate. More are refused: otherwise a slow provider would fill the isolate's memory
 * with waiting calls.
 */
const mostCalls = 500

/**
 * The most requests in progress of one caller. It leaves 100 of the 500 slots to the others, and costs a single caller
 * a fifth of them.
 */
const callerShare = 400

/** A slot that is held until the scope closes, or the refusal that says why there is none. */
type Slot = Effect.Effect<void, Refusal, Scope.Scope>

/** The slots of one isolate. A request takes a slot of its caller and, when its body has arrived, one for its call. */
export interface Slots {
  /**
   * Taken before the body is read, so bodies that arrive slowly use up the share of their own caller only. Also refused
   * while all call slots are taken, so that no body is read in vain.
   */
  readonly ofCaller: (caller: string) => Slot
  readonly call: Slot
}

export const slots = (): Slots => {
  const calls = limited(mostCalls, overloaded("Too many calls are in progress."))
  // Bounded by the number of callers in `CALLER_KEYS`: only requests with a known caller key get here.
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
