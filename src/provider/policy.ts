import type { Reason } from "./reason.ts"

/**
 * How long a call may take and how often it may try. Times are in milliseconds, from 0 to `Infinity`. (A limit of more
 * than 24 days is none.) Whatever is made with a policy that says anything else throws an error that names the field.
 */
export interface Policy {
  /** From the call to its result, waits and all attempts included. */
  readonly deadline: number
  /** HTTP exchanges at the most: a finite whole number, 1 or more. */
  readonly attempts: number
  /** One attempt of a repeatable operation. Of others an attempt has all of the deadline: nothing could follow. */
  readonly attemptTimeout: number
  /** The first wait is a random time up to this, each next one up to twice as long, … */
  readonly firstDelay: number
  /** … but never longer than up to this. */
  readonly longestDelay: number
}

/**
 * The policy of every call that is given none: up to 4 attempts of up to 5 seconds each, within 15 seconds.
 *
 * @example
 * ```ts
 * import { defaultPolicy, PayNow } from "edge-checkout"
 * import * as Effect from "effect/Effect"
 * import * as Redacted from "effect/Redacted"
 *
 * const live = PayNow.layer({
 *   apiKey: Redacted.make(process.env["PAYNOW_API_KEY"] ?? ""),
 *   baseUrl: process.env["PAYNOW_BASE_URL"] ?? "https://api.paynow.gg",
 *   policy: { ...defaultPolicy, attempts: 2, deadline: 5_000 },
 * })
 *
 * const body = { customer_id: "411486491630370817", lines: [{ product_id: "411486491630370818", quantity: 1 }] }
 * const session = PayNow.use((paynow) => paynow.createCheckoutSession("411486491630370816", body))
 * const { url } = await Effect.runPromise(Effect.provide(session, live))
 * console.log(url)
 * ```
 */
export const defaultPolicy: Policy = {
  attempts: 4,
  attemptTimeout: 5_000,
  deadline: 15_000,
  firstDelay: 200,
  longestDelay: 5_000,
}

/** @throws Error where a field is not in its range */
export const checkPolicy = (policy: Policy = defaultPolicy): void => {
  for (const name of Object.keys(defaultPolicy) as ReadonlyArray<keyof Policy>) {
    const value: unknown = policy[name]
    const least = name === "attempts" ? 1 : 0
    if (typeof value !== "number" || !(value >= least) || (least && value % 1 !== 0)) {
      throw new Error(`policy.${name} is out of its range`)
    }
  }
}

/**
 * Whether a call that failed for `reason` may try again. What is not repeatable tries again only where it is known
 * that nothing was done: the provider limits the rate, or 425 (RFC 8470) refuses to process a request that it got in
 * early data.
 */
export const isRetried = (reason: Reason, repeatable: boolean): boolean => {
  switch (reason._tag) {
    case "RateLimited":
      return true
    case "Rejected":
      return reason.status === 425
    case "Unavailable":
    case "Unreachable":
    case "TimedOut":
      return repeatable
    case "InvalidRequest":
    case "Unauthorized":
    case "CircuitOpen":
    case "Declined":
    case "ContractViolation":
      return false
  }
}

/**
 * The wait before the attempt after attempt number `attempt`, in milliseconds: exponential with full jitter, and
 * never shorter than the provider asks for. `random` is in [0, 1).
 */
export const delay = (policy: Policy, attempt: number, reason: Reason, random: number): number => {
  const jittered = random * Math.min(policy.longestDelay, policy.firstDelay * 2 ** (attempt - 1))
  const asked = "retryAfter" in reason ? reason.retryAfter : undefined
  return Math.max(jittered, asked ?? 0)
}
