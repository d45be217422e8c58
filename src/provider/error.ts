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
 * const program = PaywintPlatform.use((paywint) => paywint.createPaymentLink("nobody", { amount: 150.75 })).pipe(
 *   Effect.map(({ payment_link }) => payment_link),
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
  /** `<API>.<method>`, as in `PaywintPlatform.createPaymentLink`. */
  operation: Schema.String,
  /** HTTP exchanges that were begun. */
  attempts: Schema.Number,
  outcome: Outcome,
  reason: Reason,
}) {
  override get message() {
    return `${this.operation}: ${this.reason.message} (outcome ${this.outcome}, attempts ${this.attempts})`
  }
}

/** The outcome of one attempt that failed for `reason`. */
export const outcomeOf = (reason: Reason): Outcome => {
  switch (reason._tag) {
    case "InvalidRequest":
    case "Unauthorized":
    case "Rejected":
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
