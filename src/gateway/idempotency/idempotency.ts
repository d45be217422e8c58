import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { type Decision, type Executor, executor } from "./executor.ts"
import type { Refusal } from "../problem.ts"
import type { Performed, State } from "./machine.ts"

/**
 * How long a key is kept, from when its call was settled. One whose call is under way or broken off is kept for good:
 * the call may have been applied.
 */
export const kept = Duration.hours(24)

/** A call of an operation under a key. It can be sent to where it is performed, and holds no caller key. */
export interface KeyedCall {
  /** Names the key in a store: of caller, operation and `Idempotency-Key`, as 64 hex digits. */
  readonly lookup: string
  /** Of the input, as 64 hex digits: a key is for one. What is kept of a key holds that of its first request. */
  readonly fingerprint: string
  readonly operation: string
  readonly params: Readonly<Record<string, string>>
  readonly body: unknown
}

/**
 * Performs a call. It answers failures too, defects among them: one that gets through breaks the key off.
 */
export type Perform<R = never> = (
  call: Pick<KeyedCall, "body" | "operation" | "params">,
) => Effect.Effect<Performed, never, R>

/** At most one provider call that may have been applied, per key. A caller that goes away does not stop its call. */
export class Idempotency extends Context.Service<
  Idempotency,
  {
    /** Fails where nothing was begun. After a defect nobody knows: the key is answered as broken off. */
    readonly run: (call: KeyedCall) => Effect.Effect<Decision, Refusal>
  }
>()("edge-checkout/gateway/Idempotency") {
  /** Keeps keys in this process, and forgets them with it: for tests, and for where one process serves all. */
  static readonly layerMemory = <R>(perform: Perform<R>): Layer.Layer<Idempotency, never, R> =>
    Layer.effect(
      Idempotency,
      Effect.gen(function* () {
        const own = yield* Effect.context<R>()
        const keyOf = memory(yield* Clock.Clock)
        return {
          run: Effect.fnUntraced(function* (call) {
            const context = Context.merge(own, yield* Effect.context())
            const report = (defect: unknown) => {
              Effect.runForkWith(context)(logDefect(defect, call.operation))
            }
            // A run of its own, which the interruption of this fiber does not reach.
            const performed = () => Effect.runPromiseWith(context)(perform(call))
            return yield* Effect.promise(() => keyOf(call.lookup, report).run(call.fingerprint, performed))
          }),
        }
      }),
    )
}

/** Logs that a keyed call ended in a defect. Of that only its name: a message may quote what it choked on. */
export const logDefect = (defect: unknown, operation: string): Effect.Effect<void> =>
  Effect.logError({ fault: defect instanceof Error ? defect.name : "Error", operation })

interface Key {
  readonly executor: Executor
  readonly state: State
}

/** The executors of keys by their lookup. What is too old is swept out whenever a key is asked for. */
const memory = (clock: Clock.Clock) => {
  const keys = new Map<string, Key>()
  // When what is settled was, in that order: a sweep looks at what it removes and one more.
  const settled = new Map<string, number>()

  const sweep = () => {
    const oldest = clock.currentTimeMillisUnsafe() - Duration.toMillis(kept)
    for (const [lookup, since] of settled) {
      if (since > oldest) return
      settled.delete(lookup)
      keys.delete(lookup)
    }
  }

  return (lookup: string, report: (defect: unknown) => void): Executor => {
    sweep()
    const known = keys.get(lookup)
    if (known !== undefined) return known.executor
    const made = executor(
      {
        read: () => keys.get(lookup)?.state,
        write: (state) => {
          keys.set(lookup, { executor: made, state })
          if (state._tag === "settled") settled.set(lookup, clock.currentTimeMillisUnsafe())
        },
        clear: () => keys.delete(lookup),
      },
      report,
    )
    return made
  }
}
