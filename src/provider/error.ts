import * as Schema from "effect/Schema"
import { Reason } from "./reason.ts"

/**
 * What a failed call may have done at the provider.
 *
 * - `not-applied`: nothing. It is safe to call again.
 * - `unknown`: perhaps everything. Look before calling an operation again that is not repeatable.
 */
export const Outcome = Schema.Literals(["not-applied", "unknown"])
export type Outcome = typeof Outcome.Type

/**
 * The one error of every operation: `outcome` says what the call may have done, `reason` why it failed. Neither holds
 * a secret, a token or a request's body.
 *
 * @example
 * ```ts
 * import { layerPaywintPlatform, PaywintPlatform } from "edge-checkout"
 * import * as Effect from "effect/Effect"
 *
 * const program = PaywintPlatform.use((paywint) => paywint.createCheckoutToken({ amount: 42.5, user_id: "nobody" })).pipe(
 *   Effect.map(({ expires_at }) => expires_at),
 *   Effect.catchReason("ProviderError", "InvalidRequest", ({ issues }) => Effect.succeed(issues[0]?.message)),
 *   Effect.catchTag("ProviderError", ({ outcome }) =>
 *     Effect.succeed(outcome === "unknown" ? "look before asking again" : "ask again"),
 *   ),
 * )
 *
 * console.log(await Effect.runPromise(Effect.provide(program, layerPaywintPlatform)))
 * ```
 */
export class ProviderError extends Schema.TaggedError<ProviderError>()("ProviderError", {
  /** `Paywint` or `PayNow`. */
  provider: Schema.String,
  /** `<API>.<method>`, as in `PaywintPlatform.createCheckoutToken`. */
  operation: Schema.String,
  /** Requests that were sent. (Node's `fetch` sends one again by itself after 421, which is not counted.) */
  attempts: Schema.Number,
  outcome: Outcome,
  reason: Reason,
}) {
  override get message() {
    return `${this.operation}: ${this.reason.message} (outcome ${this.outcome}, attempts ${this.attempts})`
  }
}

/**
 * The statuses by which HTTP itself says that a request was not processed (RFC 9110, section 15.5; RFC 6585; RFC 7725;
 * RFC 8470), beside 401, 403 and 429. Any other client error may come after the request was passed on: 499 from a proxy
 * whose caller hung up, 402 after a charge that failed halfway.
 */
export const unprocessed: ReadonlySet<number> = new Set([
  400, 404, 405, 406, 409, 410, 411, 413, 414, 415, 417, 421, 422, 425, 426, 428, 431, 451,
])

/**
 * The outcome of one attempt that failed for `reason`. `documented` are the client errors that the provider's document
 * lists for the operation: a listed status counts as the provider's own refusal.
 */
export const outcomeOf = (reason: Reason, documented: ReadonlyArray<number | "4XX"> = []): Outcome => {
  switch (reason._tag) {
    case "Rejected":
      return unprocessed.has(reason.status) ||
        documented.includes(reason.status) ||
        documented.includes("4XX")
        ? "not-applied"
        : "unknown"
    case "InvalidRequest":
    case "Unauthorized":
    case "RateLimited":
    case "CircuitOpen":
      return "not-applied"
    case "Unavailable":
    case "Unreachable":
    case "TimedOut":
    case "Declined":
    case "ContractViolation":
      return "unknown"
  }
}
