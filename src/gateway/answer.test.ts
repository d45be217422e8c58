import { describe, expect, it } from "vitest"
import { ProviderError } from "../provider/error.ts"
import {
  CircuitOpen,
  ContractViolation,
  Declined,
  InvalidRequest,
  RateLimited,
  type Reason,
  Rejected,
  TimedOut,
  Unauthorized,
  Unavailable,
  Unreachable,
} from "../provider/reason.ts"
import { answerTo } from "./answer.ts"
import { refuse } from "./problem.ts"

const now = 1_000_000
const issues = [{ message: "Wrong", path: ["a", 0] }]

const answer = (reason: Reason) =>
  answerTo(
    new ProviderError({
      attempts: 2,
      operation: "Api.method",
      outcome: "unknown",
      provider: "Provider",
      reason,
    }),
    now,
  )
const rejected = (status: number) => new Rejected({ issues, message: "No", status })

it.each<[Reason, number, string, string | undefined]>([
  [new InvalidRequest({ issues }), 422, "invalid-request", undefined],
  [new Unauthorized({ message: "No", status: 401 }), 502, "unauthorized", undefined],
  [rejected(404), 404, "rejected", undefined],
  [rejected(409), 409, "rejected", undefined],
  [rejected(400), 422, "rejected", undefined],
  [rejected(410), 422, "rejected", undefined],
  [rejected(422), 422, "rejected", undefined],
  [new Rejected({ issues, message: "No", retryAfter: 7_000, status: 425 }), 422, "rejected", "7"],
  [new RateLimited({ retryAfter: 7_000 }), 503, "rate-limited", "7"],
  [new RateLimited({ retryAfter: 1 }), 503, "rate-limited", "1"],
  [new RateLimited({ retryAfter: 0 }), 503, "rate-limited", "1"],
  [new RateLimited({}), 503, "rate-limited", "5"],
  [new Unavailable({ retryAfter: 1_001, status: 503 }), 502, "unavailable", "2"],
  [new Unavailable({ status: 503 }), 502, "unavailable", undefined],
  [new Unreachable(), 502, "unreachable", undefined],
  [new TimedOut({ elapsed: 15_000 }), 504, "timed-out", undefined],
  [new CircuitOpen({ until: now + 9_000 }), 503, "circuit-open", "9"],
  [new CircuitOpen({ until: now - 1 }), 503, "circuit-open", "1"],
  [new Declined({ message: "No" }), 502, "declined", undefined],
  [new ContractViolation({ issues, status: 200 }), 502, "contract-violation", undefined],
])("%j is answered with %i %s, retry-after %s", (reason, status, kind, retryAfter) => {
  const refusal = answer(reason)
  expect(refusal.problem).toMatchObject({
    attempts: 2,
    operation: "Api.method",
    outcome: "unknown",
    status,
    title: expect.any(String),
    type: `/docs#${kind}`,
  })
  const response = refuse(refusal)
  expect(response.status).toBe(status)
  expect(response.headers).toMatchObject({ "content-type": "application/problem+json" })
  expect(response.headers["retry-after"]).toBe(retryAfter)
})

describe("what the provider said", () => {
  it("goes to the caller where it is about the caller's request", () => {
    const reason = new Rejected({ code: "x", issues, message: "No such store", status: 410, traceId: "t" })
    expect(answer(reason).problem).toMatchObject({
      detail: "No such store",
      issues,
      provider_code: "x",
      provider_status: 410,
      trace_id: "t",
    })
    const unavailable = new Unavailable({ status: 503, traceId: "t" })
    expect(answer(unavailable).problem).toMatchObject({ provider_status: 503, trace_id: "t" })
    expect(answer(new InvalidRequest({ issues })).problem).toMatchObject({ issues })
    expect(answer(new ContractViolation({ issues, status: 200 })).problem).toMatchObject({ issues })
  })

  it("does not where it is about the gateway's credentials", () => {
    const { problem } = answer(new Unauthorized({ message: "Key pnapi_v1_1234 is revoked", status: 403 }))
    expect(JSON.stringify(problem)).not.toContain("pnapi")
    expect(problem).toMatchObject({ provider_status: 403 })
  })
})
