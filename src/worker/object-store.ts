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

/** Longer than any call takes: its deadline, and what it takes to get there and back. In milliseconds. */
const patience = 20_000

const mostAttempts = 4

/** The first wait between attempts is a random time up to this, in milliseconds; each next one up to twice as long. */
const firstDelay = 100

/**
 * Keyed calls are made by the one object that a key has, wherever its copies arrive. Under a key asking again is safe,
 * and it is done where Cloudflare says that it helps; an object that is overloaded is left alone.
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

/** A stub of an object that broke stays broken, so every attempt takes a new one. */
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

/** Cloudflare's word on an error of an object: asking again may help, and does not add to an overload. */
const isTransient = (error: unknown): boolean => {
  const { overloaded, retryable } = Object(error) as Readonly<Record<string, unknown>>
  return retryable === true && overloaded !== true
}

/** Nobody knows whether the object was reached. Nothing is decided: the same key gives the true answer later. */
const unreachable = (operation: string): Refusal => ({
  problem: problem(
    "key-unreachable",
    "Nobody knows whether the call was made. Ask again with the same Idempotency-Key: the answer is then that of the call, which is made if it was not.",
    { operation, outcome: "unknown" },
  ),
  retryAfter: 5_000,
})
