import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { Answer, arrive, end, NoCall, type Performed, State, type UnderWay } from "./machine.ts"

/**
 * Storage of one key's state. Synchronous, so that no other request can change the state between `read` and `write`. An
 * asynchronous store has to write the result of `arrive` only if the state is still the one that was read (compare and
 * set), and then the result of `end`.
 */
export interface Storage {
  /**
   * The state that was written last, or `undefined`. It is decoded; where that fails, no call is made under the key.
   */
  readonly read: () => unknown
  readonly write: (state: State) => void
  readonly clear: () => void
}

/** The result of a keyed request. `called`: this request performed the provider call. */
export const Decision = Schema.Union([
  Schema.Struct({ _tag: Schema.Literal("called"), answer: Answer }),
  ...NoCall.members,
])
export type Decision = typeof Decision.Type

/** Decodes a decision that another program made. Dies where it is not a valid one. */
export const decodeDecision = (decision: unknown): Effect.Effect<Decision> => Effect.orDie(decode(decision))
const decode = Schema.decodeUnknownEffect(Decision)

/** Makes the calls of one key, one at a time. */
export interface Executor {
  /**
   * Decides, and calls `perform` where a call is due. The call goes on when nobody waits for the promise any more, so
   * its defect is given to `report`.
   */
  readonly run: (
    fingerprint: string,
    perform: () => Promise<Performed>,
    report: (defect: unknown) => void,
  ) => Promise<Decision>
}

const decodeState = Schema.decodeUnknownResult(Schema.UndefinedOr(State))

/**
 * Runs the calls of one key. A key may have one executor at a time; a call that an earlier one left under way counts as
 * broken off.
 *
 * After a defect (`perform` rejects, or the answer can't be stored) the provider may have been called. The stored state
 * stays `under-way`, which without a running call means broken off, for this request and for every later one. An answer
 * that could not be stored is never given to a caller, because no repeat could get it.
 */
export const executor = (storage: Storage, now: () => number = Date.now): Executor => {
  let alive = false

  const finish = async (begun: UnderWay, ...[perform, report]: Call): Promise<Decision> => {
    try {
      const performed = await perform()
      const state = end(begun, performed, now())
      if (state === undefined) storage.clear()
      else storage.write(state)
      return { _tag: "called", answer: state?.answer ?? performed.answer }
    } catch (defect) {
      report(defect)
      return { _tag: "broken-off" }
    } finally {
      alive = false
    }
  }

  return {
    run: async (fingerprint, perform, report) => {
      const state = decodeState(storage.read())
      if (Result.isFailure(state)) {
        report(state.failure)
        return { _tag: "broken-off" }
      }
      const arrival = arrive(state.success, fingerprint, alive)
      if (arrival._tag !== "call") return arrival
      storage.write(arrival.keep)
      alive = true
      return finish(arrival.keep, perform, report)
    },
  }
}

type Call = readonly [perform: () => Promise<Performed>, report: (defect: unknown) => void]
