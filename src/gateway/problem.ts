import * as Schema from "effect/Schema"
import { Outcome } from "../provider/error.ts"
import { Issue } from "../provider/reason.ts"
import { type Reply, text } from "./reply.ts"

/** Statuses that a problem can have, with the shortest true sentence about each. */
export const statuses = [400, 401, 404, 405, 408, 409, 413, 415, 422, 429, 431, 500, 502, 503, 504] as const

/** An error's body: RFC 9457 and, beyond it, what a caller can act on. */
export const Problem = Schema.Struct({
  /** Names the kind of problem and never changes: a place in `/docs`. */
  type: Schema.String,
  title: Schema.String,
  status: Schema.Literals(statuses),
  detail: Schema.String,
  /** What was called, as `<API>.<method>`. */
  operation: Schema.optionalKey(Schema.String),
  /** Why the call failed: the reason's name. */
  reason: Schema.optionalKey(Schema.String),
  /** What the call may have done at the provider. */
  outcome: Schema.optionalKey(Outcome),
  /** HTTP exchanges with the provider that were begun. */
  attempts: Schema.optionalKey(Schema.Int),
  issues: Schema.optionalKey(Schema.Array(Issue)),
  /** The provider's own status, code and trace id. */
  provider_status: Schema.optionalKey(Schema.Int),
  provider_code: Schema.optionalKey(Schema.String),
  trace_id: Schema.optionalKey(Schema.String),
})
export type Problem = typeof Problem.Type

/** A problem and the headers that go with it. */
export interface Refusal {
  readonly problem: Problem
  /** Milliseconds after which it makes sense to come back. */
  readonly retryAfter?: number | undefined
  readonly headers?: Readonly<Record<string, string>>
}

/** What is missing, or can't be read. Nothing was done. */
export const notConfigured = (detail: string): Refusal => ({
  problem: problem("not-configured", detail, { outcome: "not-applied" }),
})

/** A refusal as a defect, for where an effect has no failure to say it by. */
export class Refused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.problem.detail)
    this.refusal = refusal
  }
}

const titles = {
  "broken-off": [409, "The call broke off"],
  "body-too-slow": [408, "The body took too long"],
  "body-too-large": [413, "The body is too large"],
  "caller-unknown": [401, "No known caller key"],
  "circuit-open": [503, "The provider is given a rest"],
  "contract-violation": [502, "The provider broke its contract"],
  declined: [502, "The provider declined"],
  "headers-too-large": [431, "The headers are too large"],
  "idempotency-key": [400, "No usable Idempotency-Key"],
  "idempotency-mismatch": [422, "The Idempotency-Key was used for another request"],
  internal: [500, "The gateway failed"],
  "invalid-request": [422, "The request is not valid"],
  "key-unreachable": [503, "The Idempotency-Key's state can't be read"],
  "malformed-json": [400, "The body is not JSON"],
  "method-override": [400, "The method is overridden"],
  "method-not-allowed": [405, "Method not allowed"],
  "not-configured": [503, "The API is not configured"],
  "not-found": [404, "No such route"],
  overloaded: [503, "The gateway is at its limit"],
  "rate-limited": [503, "The provider limits the rate of requests"],
  rejected: [422, "The provider rejected the request"],
  "run-under-way": [409, "A contract run is under way"],
  "too-many-requests": [429, "The caller asks too often"],
  "timed-out": [504, "The provider took too long"],
  "under-way": [409, "A request with this Idempotency-Key is under way"],
  unauthorized: [502, "The provider refused the gateway's credentials"],
  unavailable: [502, "The provider is unavailable"],
  unreachable: [502, "The provider can't be reached"],
  "unsupported-media-type": [415, "The body has to be application/json"],
} as const satisfies Record<string, readonly [(typeof statuses)[number], string]>

export type Kind = keyof typeof titles

/** Every kind of problem with its status and title, for the documentation. */
export const kinds = Object.entries(titles)

/** A problem of a kind, with the kind's status and title. */
export const problem = (kind: Kind, detail: string, more: Partial<Omit<Problem, "detail">> = {}): Problem => {
  const [status, title] = titles[kind]
  return { type: `/docs#${kind}`, title, status, detail, ...more }
}

/** The header that says when it makes sense to come back, in whole seconds: at least one, and at most those of a day. */
export const retryAfterHeader = (milliseconds: number | undefined): Readonly<Record<string, string>> =>
  milliseconds === undefined
    ? {}
    : { "retry-after": String(Math.min(Math.max(1, Math.ceil(milliseconds / 1000)), 86_400)) }

/** Answers with a problem. */
export const refuse = ({ headers, problem, retryAfter }: Refusal): Reply =>
  text(
    JSON.stringify(problem),
    { ...headers, ...retryAfterHeader(retryAfter), "content-type": "application/problem+json" },
    problem.status,
  )
