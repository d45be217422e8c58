import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as HttpTraceContext from "effect/http/HttpTraceContext"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Random from "effect/Random"
import * as Result from "effect/Result"
import { RequestId } from "../gateway/entry.ts"
import { decodeDecision } from "../gateway/idempotency/executor.ts"
import { Idempotency, type KeyedCall, logDefect } from "../gateway/idempotency/idempotency.ts"
import { problem, type Refusal } from "../gateway/problem.ts"
import { within } from "../provider/within.ts"
import { bound, type Namespace } from "./cloudflare.ts"
import type { Env } from "./env.ts"

/** How long to wait for an object, in milliseconds: a call's deadline of 15 seconds, and 5 for the way there and back. */
const patience = 20_000

const mostAttempts = 4

/** The wait before the second attempt is random, up to this many milliseconds; the limit doubles with each attempt. */
const firstDelay = 100

/**
 * Sends a keyed call to the one Durable Object of its key, wherever copies of the request arrive. Retrying under the
 * same key is idempotent, and is done for errors that are `retryable` and not `overloaded`.
 */
export const idempotentCalls = ({
  IDEMPOTENT_CALLS: namespace,
}: Pick<Env, "IDEMPOTENT_CALLS">): Layer.Layer<Idempotency> =>
  Layer.succeed(Idempotency, {
    run: Effect.fnUntraced(function* (call) {
      const objects = yield* bound("IDEMPOTENT_CALLS", namespace)
      const span = yield* Effect.option(Effect.currentSpan)
      const requestId = yield* RequestId
      const headers = {
        ...Option.match(span, { onNone: () => ({}), onSome: HttpTraceContext.toHeaders }),
        ...(requestId === undefined ? {} : { "x-request-id": requestId }),
      }
      const clock = yield* Clock.Clock
      const end = clock.currentTimeMillisUnsafe() + patience
      for (let attempt = 1; ; attempt++) {
        const asked = yield* Effect.result(
          within(end - clock.currentTimeMillisUnsafe(), errorOf, (signal) =>
            ask(objects, call, { headers, signal }),
          ),
        )
        if (Result.isSuccess(asked) && asked.success !== undefined) {
          return yield* decodeDecision(asked.success.decision)
        }
        const error = Result.isFailure(asked) ? asked.failure : new DOMException("", "TimeoutError")
        if (attempt === mostAttempts || !isTransient(error)) {
          yield* logDefect(error, call.operation)
          return yield* Effect.fail(unreachable(call.operation))
        }
        yield* Effect.sleep((yield* Random.next) * firstDelay * 2 ** (attempt - 1))
      }
    }),
  })

/** Sends the call. Every attempt takes a new stub, because a stub stays broken after its object has failed. */
const ask = async (objects: Namespace, call: KeyedCall, init: object) => {
  const object = objects.getByName(call.lookup)
  const answer = await object.fetch("https://idempotent-calls", {
    ...init,
    body: JSON.stringify(call),
    method: "POST",
  })
  if (answer.status !== 200) throw new Error(`Status ${answer.status}`)
  return { decision: await answer.json() }
}

const errorOf = (error: unknown) => error

/** Whether Cloudflare marks an object's error as one for which a retry may help and does not add to an overload. */
const isTransient = (error: unknown): boolean => {
  const { overloaded, retryable } = Object(error) as Readonly<Record<string, unknown>>
  return retryable === true && overloaded !== true
}

/** It is not known whether the object was reached. Nothing is decided: the same key gives the true answer later. */
const unreachable = (operation: string): Refusal => ({
  problem: problem(
    "key-unreachable",
    "It is not known whether the call was made. Send the request again with the same Idempotency-Key: it makes the call if it was not made, and gets its answer.",
    { operation, outcome: "unknown" },
  ),
  retryAfter: 5_000,
})
