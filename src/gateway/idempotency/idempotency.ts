import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import { RequestId } from "../entry.ts"
import { problem, type Refusal } from "../problem.ts"
import type { Decision } from "./executor.ts"
import type { Performed } from "./machine.ts"
import { memory } from "./memory.ts"

/** The part of a keyed call that is sent to the program that performs it. It holds no caller key. */
export const Call = Schema.Struct({
  /** SHA-256 of the validated input, in hex. A key's state holds that of its first request; another one is refused. */
  fingerprint: Schema.String,
  operation: Schema.String,
  params: Schema.Record(Schema.String, Schema.Unknown),
  body: Schema.Unknown,
})

/** A call of an operation under a key. */
export interface KeyedCall extends Schema.Schema.Type<typeof Call> {
  /** Names the key in a store: of caller, operation and `Idempotency-Key`, as 64 hex digits. */
  readonly lookup: string
}

/**
 * Performs a call. Failures and defects have to become answers, too: a defect that escapes breaks the key off.
 */
export type Perform<R = never> = (
  call: Pick<KeyedCall, "body" | "operation" | "params">,
) => Effect.Effect<Performed, never, R>

/**
 * For an operation that is not safe to retry: at most one provider call that may have been applied, per key, whatever
 * crashes. An operation that is safe to retry may be applied more than once by its retries; its caller always gets the
 * same answer. A caller that hangs up does not stop its call.
 */
export class Idempotency extends Context.Service<
  Idempotency,
  {
    /**
     * Fails where nothing was decided about the key; the failure's `outcome` says whether its call may have been made.
     * After a defect, or a decision that can't be read, that is not known: the caller is told that the call broke off.
     */
    readonly run: (call: KeyedCall) => Effect.Effect<Decision, Refusal>
  }
>()("edge-checkout/gateway/Idempotency") {
  /**
   * Keeps keys in this process's memory: for tests, and for services of a single process. It keeps 100,000 keys,
   * and answers of 50 million characters together; while it is full, a new key is refused with 503.
   */
  static readonly layerMemory = <R>(perform: Perform<R>): Layer.Layer<Idempotency, never, R> =>
    Layer.effect(
      Idempotency,
      Effect.gen(function* () {
        const own = yield* Effect.context<R>()
        const clock = yield* Clock.Clock
        const keys = memory(() => clock.currentTimeMillisUnsafe())
        return {
          run: Effect.fnUntraced(function* ({ fingerprint, lookup, ...call }) {
            if (!keys.takes(lookup)) return yield* Effect.fail(full)
            const context = Context.merge(own, yield* Effect.context())
            const report = (defect: unknown) => {
              Effect.runForkWith(context)(logDefect(defect, call.operation))
            }
            // In a fiber of its own, so that interrupting this one does not stop the call.
            const performed = () => Effect.runPromiseWith(context)(perform(call))
            return yield* Effect.promise(() => keys.run(lookup, fingerprint, performed, report))
          }),
        }
      }),
    )
}

const full: Refusal = {
  problem: problem("overloaded", "No more Idempotency-Keys can be kept. Nothing was sent.", {
    outcome: "not-applied",
  }),
  retryAfter: 60_000,
}

/** Logs that a keyed call ended in a defect. Logs only the defect's name: its message may quote input. */
export const logDefect = (defect: unknown, operation: string | undefined): Effect.Effect<void> =>
  Effect.flatMap(RequestId, (request_id) =>
    Effect.logError({ fault: defect instanceof Error ? defect.name : "Error", operation, request_id }),
  )
