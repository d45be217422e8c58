import * as Schema from "effect/Schema"

/** One thing that is wrong with a value: where (property names and indices from its root) and what. */
export const Issue = Schema.Struct({
  path: Schema.Array(Schema.Union([Schema.String, Schema.Int])),
  message: Schema.String,
})
export type Issue = typeof Issue.Type

const milliseconds = Schema.optionalKey(Schema.Number)
const text = Schema.optionalKey(Schema.String)
const issues = Schema.Array(Issue)

/** A message is read by people: all of the issues are beside it. */
const list = (found: ReadonlyArray<Issue>) =>
  found
    .slice(0, 5)
    .map(({ message, path }) => `${path.length === 0 ? "" : `${path.join(".")}: `}${message}`)
    .join("; ") + (found.length > 5 ? "; and more" : "")

/** The input fails its schema. Nothing was sent. */
export class InvalidRequest extends Schema.TaggedError<InvalidRequest>()("InvalidRequest", { issues }) {
  override get message() {
    return `The request is not valid: ${list(this.issues)}`
  }
}

/** 401 or 403: the provider refuses the credentials. Without a status, no token could be had to ask it with. */
export class Unauthorized extends Schema.TaggedError<Unauthorized>()("Unauthorized", {
  status: Schema.optionalKey(Schema.Int),
  message: Schema.String,
}) {}

/**
 * Any other 4xx but 408 and 429: the provider, or a proxy before it, refuses the request. Nothing was done where the
 * provider's document lists the status or HTTP says so; after any other, such as 402, 407 or 499, the outcome is
 * unknown. 425 is tried again. `retryAfter` in milliseconds, where the provider said it. The provider's support asks for
 * `traceId`.
 */
export class Rejected extends Schema.TaggedError<Rejected>()("Rejected", {
  status: Schema.Int,
  code: text,
  message: Schema.String,
  retryAfter: milliseconds,
  traceId: text,
  issues,
}) {}

/** 429. `retryAfter` in milliseconds, where the provider said it. */
export class RateLimited extends Schema.TaggedError<RateLimited>()("RateLimited", {
  retryAfter: milliseconds,
}) {
  override get message() {
    return "The provider limits the rate of requests"
  }
}

/** 408 or 5xx. The provider may have done what it was asked. `retryAfter` in milliseconds. */
export class Unavailable extends Schema.TaggedError<Unavailable>()("Unavailable", {
  status: Schema.Int,
  retryAfter: milliseconds,
  traceId: text,
}) {
  override get message() {
    return `The provider is unavailable (status ${this.status})`
  }
}

/** No answer, or half of one: DNS, refused, reset, broken off. */
export class Unreachable extends Schema.TaggedError<Unreachable>()("Unreachable", {}) {
  override get message() {
    return "There was no connection to the provider, or it failed before the answer was complete"
  }
}

/** The time limit passed. `elapsed` in milliseconds. */
export class TimedOut extends Schema.TaggedError<TimedOut>()("TimedOut", { elapsed: Schema.Number }) {
  override get message() {
    return `No answer within ${this.elapsed} ms`
  }
}

/** The breaker is open; nothing was sent. `until` in milliseconds since the epoch. */
export class CircuitOpen extends Schema.TaggedError<CircuitOpen>()("CircuitOpen", { until: Schema.Number }) {
  override get message() {
    return "The provider kept failing; it is given a rest before the next request"
  }
}

/** A 2xx whose envelope says `success: false`, or carries no `data`. */
export class Declined extends Schema.TaggedError<Declined>()("Declined", { message: Schema.String }) {}

/** An answer that the provider's document does not allow. It never becomes a value. */
export class ContractViolation extends Schema.TaggedError<ContractViolation>()("ContractViolation", {
  status: Schema.Int,
  contentType: text,
  issues,
}) {
  override get message() {
    return `The provider's answer breaks its contract: ${list(this.issues)}`
  }
}

/**
 * Why a call failed. Nothing was done after `InvalidRequest`, `Unauthorized`, `RateLimited`, `CircuitOpen` and most
 * statuses of `Rejected`; after any other the call may have been applied. A `ProviderError`'s `outcome` says which.
 */
export const Reason = Schema.Union([
  InvalidRequest,
  Unauthorized,
  Rejected,
  RateLimited,
  Unavailable,
  Unreachable,
  TimedOut,
  CircuitOpen,
  Declined,
  ContractViolation,
])
export type Reason = typeof Reason.Type
