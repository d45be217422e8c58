import { describe, expect, it } from "vitest"
import { defaultPolicy, delay, isRetried } from "./policy.ts"
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
} from "./reason.ts"

const highest = 1 - Number.EPSILON
const unreachable = new Unreachable()

it("is the documented one unless replaced", () => {
  expect(defaultPolicy).toMatchObject({
    attempts: 4,
    deadline: 15_000,
    firstDelay: 200,
    longestDelay: 5_000,
  })
})

describe("delay", () => {
  it.each([
    [1, 200],
    [2, 400],
    [3, 800],
    [5, 3_200],
    [6, 5_000],
    [60, 5_000],
    [2_000, 5_000],
  ])("after attempt %i is anything from 0 to %i ms", (attempt, longest) => {
    expect(delay(defaultPolicy, attempt, unreachable, 0)).toBe(0)
    expect(delay(defaultPolicy, attempt, unreachable, 0.5)).toBe(longest / 2)
    expect(delay(defaultPolicy, attempt, unreachable, highest)).toBeCloseTo(longest, 6)
    expect(delay(defaultPolicy, attempt, unreachable, highest)).toBeLessThanOrEqual(longest)
  })

  it.each<[Reason, number]>([
    [new RateLimited({ retryAfter: 7_000 }), 7_000],
    [new Unavailable({ retryAfter: 7_000, status: 503 }), 7_000],
    [new RateLimited({ retryAfter: 90_000 }), 90_000],
    [new Rejected({ issues: [], message: "", retryAfter: 7_000, status: 425 }), 7_000],
    [new Rejected({ issues: [], message: "", status: 425 }), 100],
    [new RateLimited({ retryAfter: 0 }), 100],
    [new RateLimited({}), 100],
    [new Unavailable({ status: 503 }), 100],
    [new TimedOut({ elapsed: 7_000 }), 100],
  ])("after %j is at least what the provider asks for", (reason, expected) => {
    expect(delay(defaultPolicy, 1, reason, 0.5)).toBe(expected)
  })
})

it.each<[Reason, "always" | "where repeatable" | "never"]>([
  [new RateLimited({}), "always"],
  [new Unavailable({ status: 503 }), "where repeatable"],
  [new Unreachable(), "where repeatable"],
  [new TimedOut({ elapsed: 1 }), "where repeatable"],
  [new InvalidRequest({ issues: [] }), "never"],
  [new Unauthorized({ message: "", status: 401 }), "never"],
  [new Rejected({ issues: [], message: "", status: 425 }), "always"],
  [new Rejected({ issues: [], message: "", status: 400 }), "never"],
  [new Rejected({ issues: [], message: "", status: 421 }), "never"],
  [new Rejected({ issues: [], message: "", status: 499 }), "never"],
  [new CircuitOpen({ until: 0 }), "never"],
  [new Declined({ message: "" }), "never"],
  [new ContractViolation({ issues: [], status: 200 }), "never"],
])("%j is retried %s", (reason, when) => {
  expect(isRetried(reason, true)).toBe(when !== "never")
  expect(isRetried(reason, false)).toBe(when === "always")
})
