import { describe, expect, it } from "vitest"
import { outcomeOf } from "./error.ts"
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

const rejected = (status: number) => new Rejected({ issues: [], message: "", status })

it.each<[Reason, string]>([
  [new InvalidRequest({ issues: [] }), "not-applied"],
  [new Unauthorized({ message: "", status: 403 }), "not-applied"],
  [new RateLimited({}), "not-applied"],
  [new CircuitOpen({ until: 0 }), "not-applied"],
  [new Unavailable({ status: 408 }), "unknown"],
  [new Unreachable(), "unknown"],
  [new TimedOut({ elapsed: 1 }), "unknown"],
  [new Declined({ message: "" }), "unknown"],
  [new ContractViolation({ issues: [], status: 200 }), "unknown"],
])("the outcome of %j is %s", (reason, outcome) => {
  expect(outcomeOf(reason)).toBe(outcome)
})

describe("the outcome of a rejection", () => {
  // RFC 9110, section 15.5; 425 is RFC 8470's, 428 and 431 are RFC 6585's, 451 is RFC 7725's.
  const said = [400, 404, 405, 406, 409, 410, 411, 413, 414, 415, 417, 421, 422, 425, 426, 428, 431, 451]
  // Another reason has them.
  const others = [401, 403, 408, 429]
  const statuses = Array.from({ length: 100 }, (_, n) => 400 + n).filter((status) => !others.includes(status))

  it.each(statuses)("with %i, which no document lists", (status) => {
    expect(outcomeOf(rejected(status), [])).toBe(said.includes(status) ? "not-applied" : "unknown")
    expect(outcomeOf(rejected(status))).toBe(outcomeOf(rejected(status), []))
  })

  it("is not-applied where the document lists the status, and only that one", () => {
    expect(outcomeOf(rejected(402), [402, 422])).toBe("not-applied")
    expect(outcomeOf(rejected(423), [402, 422])).toBe("unknown")
  })

  it("is not-applied where the document lists 4XX", () => {
    for (const status of statuses) expect(outcomeOf(rejected(status), ["4XX"])).toBe("not-applied")
  })
})
