/** Calls of an operation whose answers are scripted, on the test clock. */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Random from "effect/Random"
import * as Result from "effect/Result"
import * as TestClock from "effect/testing/TestClock"
import { call } from "../src/provider/call.ts"
import type { ProviderError } from "../src/provider/error.ts"
import type { Attempt, Operation } from "../src/provider/operation.ts"
import { defaultPolicy, type Policy } from "../src/provider/policy.ts"

/** What an attempt meets: a status, perhaps with `Retry-After`, no connection, or no answer until it is aborted. */
export type Met = number | readonly [status: number, retryAfter: string] | "reset" | "silence"

const answered = (met: Met, signal: AbortSignal): Promise<Response> => {
  if (met === "reset") return Promise.reject(new TypeError("fetch failed"))
  if (met === "silence") {
    return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)))
  }
  const [status, retryAfter] = typeof met === "number" ? [met] : met
  return Promise.resolve(
    new Response(null, { headers: retryAfter === undefined ? {} : { "retry-after": retryAfter }, status }),
  )
}

export const operationWith = (send: Operation<unknown, unknown, unknown>["send"], repeatable: boolean) => ({
  accept: () => Result.succeed("done"),
  conceal: (text: string) => text,
  explain: () => ({}),
  name: "Api.method",
  provider: "Provider",
  repeatable,
  send,
  validate: (input: { params: unknown; body: unknown }) =>
    input.body === "wrong" ? Result.fail([{ message: "Wrong", path: ["a"] }]) : Result.succeed(input),
})

/** No jitter: a wait is half of what it may be at the most. */
const half = { nextDoubleUnsafe: () => 0.5, nextIntUnsafe: () => 0 }

// A fetch that is never called: the operation's `send` answers itself.
const fetch = () => Promise.reject(new Error("not called"))

export interface Call {
  readonly met: ReadonlyArray<Met>
  readonly repeatable?: boolean
  readonly policy?: Partial<Policy>
  readonly body?: unknown
}

export const started = Effect.fnUntraced(function* ({
  body = { a: 1 },
  met,
  policy,
  repeatable = true,
}: Call) {
  const clock = yield* Clock.Clock
  const begun = clock.currentTimeMillisUnsafe()
  const sent: Array<Attempt & { readonly at: number }> = []
  const operation = operationWith((_, attempt) => {
    sent.push({ ...attempt, at: clock.currentTimeMillisUnsafe() - begun })
    return answered(met[sent.length - 1] ?? 200, attempt.signal).then((response) => ({
      data: "{}",
      response,
    }))
  }, repeatable)
  const fiber = yield* call(
    operation,
    { body, params: undefined },
    { fetch, policy: { ...defaultPolicy, ...policy } },
  ).pipe(Effect.provideService(Random.Random, half), Effect.result, Effect.forkChild)
  return { fiber, sent }
})

/** Lets what is ready run: the test clock does not wait for promises. */
export const settle = Effect.forEach(Array.from({ length: 4 }), () =>
  Effect.promise(() => new Promise<void>((resolve) => setImmediate(resolve))),
)

/** Runs a call to its end, 10 ms at a time. */
export const run = Effect.fnUntraced(function* (setUp: Call) {
  const { fiber, sent } = yield* started(setUp)
  yield* settle
  for (let steps = 0; fiber.pollUnsafe() === undefined && steps < 3_000; steps++) {
    yield* TestClock.adjust(10)
    yield* settle
  }
  return { at: sent.map(({ at }) => at), result: yield* Fiber.join(fiber), sent }
})

export const failure = (result: Result.Result<unknown, ProviderError>): ProviderError | undefined =>
  Result.isFailure(result) ? result.failure : undefined
