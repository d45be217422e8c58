import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { Answer, arrive, end, NoCall, type Performed, State, type UnderWay } from "./machine.ts"

/**
 * Where the state of one key is kept. Synchronous, so that nothing comes between reading and writing. A store that
 * answers later has to write what `arrive` says only where nothing has come between, and what `end` says afterwards.
 */
export interface Storage {
  /**
   * The state that was written last, `undefined` where there is none. It is decoded: under a key whose state can't be
   * read no call is made.
   */
  readonly read: () => unknown
  readonly write: (state: State) => void
  readonly clear: () => void
}

/** The result of a keyed request. `called`: this request made the call that has this answer. */
export const Decision = Schema.Union([
  Schema.Struct({ _tag: Schema.Literal("called"), answer: Answer }),
  ...NoCall.members,
])
export type Decision = typeof Decision.Type

/** Reads the decision of another program; dies where it is none. */
export const decodeDecision = (decision: unknown): Effect.Effect<Decision> => Effect.orDie(decode(decision))
const decode = Schema.decodeUnknownEffect(Decision)

/** Makes the calls of one key, one at a time. */
export interface Executor {
  /**
   * Decides, and calls `perform` where that is the decision. The call does not stop when nobody waits for the promise
   * any more, so a defect of it goes to `report` as well.
   */
  readonly run: (
    fingerprint: string,
    perform: () => Promise<Performed>,
    report: (defect: unknown) => void,
  ) => Promise<Decision>
}

const decodeState = Schema.decodeUnknownResult(Schema.UndefinedOr(State))

/**
 * Runs the calls of one key. There may be one executor of a key at a time; what an earlier one left under way is
 * broken off.
 *
 * A `perform` that rejects, or an answer that can't be kept, is a defect, and the provider may have been asked before
 * it: the key stays under way and, as nothing is alive, is broken off from then on. Its caller is told so as well: an
 * answer that is not kept is not given.
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
