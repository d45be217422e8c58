import {
  type Answer,
  arrive,
  end,
  type NoCall,
  type Performed,
  type State,
  type UnderWay,
} from "./machine.ts"

/**
 * What is kept of one key. Synchronous, so that nothing comes between reading and writing. A store that answers later
 * has to write what `arrive` says only where nothing has come between, and what `end` says afterwards.
 */
export interface Storage {
  readonly read: () => State | undefined
  readonly write: (state: State) => void
  readonly clear: () => void
}

/** What a request with a key came to. `called`: it made the call that has this answer. */
export type Decision = { readonly _tag: "called"; readonly answer: Answer } | NoCall

/** What makes the calls of one key, one at a time. */
export interface Executor {
  /**
   * Decides, and calls `perform` where that is the decision. The call is not tied to the promise: who no longer waits
   * for it does not stop it.
   */
  readonly run: (fingerprint: string, perform: () => Promise<Performed>) => Promise<Decision>
}

/**
 * Runs the calls of one key. There may be one executor of a key at a time; what an earlier one left under way is
 * broken off.
 *
 * A `perform` that rejects, or an answer that can't be kept, is a defect, and the provider may have been asked before
 * it: the key stays under way and, as nothing is alive, is broken off from then on. Its caller is told so as well: an
 * answer that is not kept is not given. `report` is told of the defect, as nobody may be waiting any more.
 */
export const executor = (storage: Storage, report: (defect: unknown) => void): Executor => {
  let alive = false

  const finish = async (begun: UnderWay, perform: () => Promise<Performed>): Promise<Decision> => {
    try {
      const performed = await perform()
      const state = end(begun, performed)
      if (state === undefined) storage.clear()
      else storage.write(state)
      return { _tag: "called", answer: performed.answer }
    } catch (defect) {
      report(defect)
      return { _tag: "broken-off" }
    } finally {
      alive = false
    }
  }

  return {
    run: async (fingerprint, perform) => {
      const arrival = arrive(storage.read(), fingerprint, alive)
      if (arrival._tag !== "call") return arrival
      storage.write(arrival.keep)
      alive = true
      return finish(arrival.keep, perform)
    },
  }
}
