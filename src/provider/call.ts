import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as FetchHttpClient from "effect/http/FetchHttpClient"
import * as Random from "effect/Random"
import * as Result from "effect/Result"
import { AnswerTooLarge, limited } from "./answer-limit.ts"
import { type Outcome, outcomeOf, ProviderError } from "./error.ts"
import type { Input, Operation } from "./operation.ts"
import { defaultPolicy, delay, isRetried, type Policy } from "./policy.ts"
import {
  ContractViolation,
  InvalidRequest,
  type Reason,
  TimedOut,
  Unauthorized,
  Unreachable,
} from "./reason.ts"
import { sort } from "./sort.ts"
import { inAttemptSpan, inCallSpan } from "./span.ts"
import { within } from "./within.ts"

/**
 * What requests are sent with: all but the address of one is in `init`, its method, headers and body too. Whatever is
 * put around a `fetch` hands both on. `init.signal` ends a request that nobody waits for any more, and
 * `init.redirect` keeps credentials from where nobody sent them.
 */
export type Transport = (url: string, init: RequestInit) => Promise<Response>

/** How a call is made. */
export interface CallOptions {
  /** `defaultPolicy` where there is none. */
  readonly policy?: Policy | undefined
  /**
   * The transport. Without one a call uses the `FetchHttpClient.Fetch` that its context provides, and where there is
   * none, `globalThis.fetch` as it is at each request.
   */
  readonly fetch?: Transport | undefined
}

/**
 * Calls an operation: validates the input, serialises it once, and makes attempts until one succeeds, the policy
 * gives up, or the deadline passes. One span for the call, one for each attempt. Interrupted, it aborts the fetch.
 */
export const call = <Params, Body, Success>(
  operation: Operation<Params, Body, Success>,
  input: Input<unknown, unknown>,
  options: CallOptions,
): Effect.Effect<Success, ProviderError> => inCallSpan(operation, attempts(operation, input, options))

const attempts = Effect.fnUntraced(function* <Params, Body, Success>(
  operation: Operation<Params, Body, Success>,
  input: Input<unknown, unknown>,
  { fetch, policy = defaultPolicy }: CallOptions,
): Effect.fn.Return<Success, ProviderError> {
  const { documented, name, provider, repeatable } = operation
  // Of several attempts one that may have been applied decides, whatever came after it.
  let outcome: Outcome = "not-applied"
  const failure = (reason: Reason, attempts: number) =>
    new ProviderError({ attempts, operation: name, outcome, provider, reason })

  const valid = operation.validate(input)
  if (Result.isFailure(valid)) return yield* failure(new InvalidRequest({ issues: valid.failure }), 0)
  const { serialise = JSON.stringify } = operation
  const serialised: string | undefined = serialise(valid.success.body)
  // Not by `yield*`: Effect caches a reference's default at its first use, which would ignore a `fetch` stubbed later.
  const provided = Context.getOrUndefined(yield* Effect.context<never>(), FetchHttpClient.Fetch)
  const transport = limited((fetch as typeof globalThis.fetch | undefined) ?? provided ?? globalFetch)
  const clock = yield* Clock.Clock
  const begun = clock.currentTimeMillisUnsafe()
  const end = begun + policy.deadline

  for (let attempt = 1; ; attempt++) {
    const start = clock.currentTimeMillisUnsafe()
    if (start >= end) return yield* failure(new TimedOut({ elapsed: start - begun }), attempt - 1)
    const limit = repeatable ? Math.min(end - start, policy.attemptTimeout) : end - start
    const attempted = inAttemptSpan(operation.endpoint, attempt, transport, (fetch) =>
      Effect.flatMap(
        within(limit, failureOf, (signal) =>
          operation.send(valid.success, { fetch, now: start, serialised, signal }),
        ),
        (exchange) => {
          const now = clock.currentTimeMillisUnsafe()
          if (exchange === undefined) return new TimedOut({ elapsed: now - begun })
          return Effect.fromResult(sort(operation, exchange, now))
        },
      ),
    )
    const result = yield* Effect.result(attempted)
    if (Result.isSuccess(result)) return result.success

    const reason = result.failure
    if (outcomeOf(reason, documented) === "unknown") outcome = "unknown"
    if (reason._tag === "Unauthorized" && reason.status === 401 && operation.renew?.() === true) {
      if (attempt < policy.attempts) continue
    }
    const wait = delay(policy, attempt, reason, yield* Random.next)
    const fits = clock.currentTimeMillisUnsafe() + wait < end
    if (!fits || attempt >= policy.attempts || !isRetried(reason, repeatable)) {
      return yield* failure(reason, attempt)
    }
    yield* Effect.sleep(wait)
  }
})

const globalFetch: typeof globalThis.fetch = (input, init) => globalThis.fetch(input, init)

const failureOf = (error: unknown): Reason => {
  if (error instanceof Unauthorized) return error
  return error instanceof AnswerTooLarge
    ? new ContractViolation({ issues: [{ message: error.message, path: [] }], status: error.status })
    : new Unreachable()
}
