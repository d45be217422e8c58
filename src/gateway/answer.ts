import type { ProviderError } from "../provider/error.ts"
import { type Problem, problem, type Refusal } from "./problem.ts"

/** What a caller is told to wait, in milliseconds, where a provider limits the rate and does not say for how long. */
const unsaidRetryAfter = 5_000

/**
 * The answer to a call that failed. Exhaustive: a new reason does not compile until it has its answer. What a
 * provider said goes to the caller only where it is about the caller's request.
 */
export const answerTo = (
  error: Pick<ProviderError, "attempts" | "operation" | "outcome" | "reason">,
  now: number,
): Refusal => {
  const { attempts, operation, outcome, reason } = error
  const common = { operation, reason: reason._tag, outcome, attempts }
  switch (reason._tag) {
    case "InvalidRequest":
      return { problem: problem("invalid-request", reason.message, { ...common, issues: reason.issues }) }
    case "Unauthorized":
      return {
        problem: problem("unauthorized", "Check the credentials that the gateway is configured with.", {
          ...common,
          ...(reason.status === undefined ? {} : { provider_status: reason.status }),
        }),
      }
    case "Rejected":
      return {
        problem: problem("rejected", reason.message, {
          ...common,
          ...fromProvider(reason),
          issues: reason.issues,
          status: reason.status === 404 || reason.status === 409 ? reason.status : 422,
        }),
        retryAfter: reason.retryAfter,
      }
    case "RateLimited":
      return {
        problem: problem("rate-limited", reason.message, common),
        retryAfter: reason.retryAfter ?? unsaidRetryAfter,
      }
    case "Unavailable":
      return {
        problem: problem("unavailable", reason.message, { ...common, ...fromProvider(reason) }),
        retryAfter: reason.retryAfter,
      }
    case "Unreachable":
      return { problem: problem("unreachable", reason.message, common) }
    case "TimedOut":
      return { problem: problem("timed-out", reason.message, common) }
    case "CircuitOpen":
      return { problem: problem("circuit-open", reason.message, common), retryAfter: reason.until - now }
    case "Declined":
      return { problem: problem("declined", reason.message, common) }
    case "ContractViolation":
      return {
        problem: problem("contract-violation", reason.message, {
          ...common,
          issues: reason.issues,
          provider_status: reason.status,
        }),
      }
  }
}

const fromProvider = (reason: {
  readonly status: number
  readonly code?: string
  readonly traceId?: string
}): Partial<Problem> => ({
  provider_status: reason.status,
  ...(reason.code === undefined ? {} : { provider_code: reason.code }),
  ...(reason.traceId === undefined ? {} : { trace_id: reason.traceId }),
})
