import type { Issue, Reason } from "../provider/reason.ts"
import { compareResponse } from "./compare.ts"
import type { Drift } from "./drift.ts"
import type { Fixture } from "./fixture.ts"
import { endingName, type Performance } from "./perform.ts"
import type { ScenarioResult } from "./run.ts"
import type { Contract, Scenario } from "./scenario.ts"
import type { Verdict } from "./verdict.ts"

// Where an ending says something about the moment and nothing about the contract, the verdict for that moment. `undefined`
// where it does say something about the contract.
const momentary: Readonly<Record<"success" | Reason["_tag"], Verdict | undefined>> = {
  CircuitOpen: "outage",
  ContractViolation: undefined,
  Declined: undefined,
  InvalidRequest: undefined,
  RateLimited: "throttled",
  Rejected: undefined,
  TimedOut: "outage",
  Unauthorized: "credentials",
  Unavailable: "outage",
  Unreachable: "outage",
  success: undefined,
}

/** What a scenario that was performed says of a contract. */
export const judge = (
  contract: Contract,
  { expect, name }: Scenario,
  fixture: Fixture | undefined,
  { ending, exchange }: Performance,
): ScenarioResult => {
  const got = endingName(ending)
  const result = { drift: [], flaky: false, scenario: name }
  if (got === "InvalidRequest" && expect !== got) {
    return { ...result, note: invalid(contract, ending), verdict: "skipped" }
  }
  const verdict = got === expect ? undefined : momentary[got]
  if (verdict !== undefined) return { ...result, note: `Expected ${expect}, got ${got}`, verdict }
  const response = exchange?.response
  const shape =
    response === undefined || typeof response === "string" ? [] : compareResponse(contract, fixture, response)
  const breaking = shape.some(({ severity }) => severity === "breaking")
  const drift = got === expect || breaking ? shape : [otherwise(expect, ending), ...shape]
  return { ...result, drift, verdict: drift.length > 0 ? "drift" : "pass" }
}

/** What is wrong with an input, and the configuration that it may come from. */
const invalid = ({ subjects }: Contract, ending: Performance["ending"]): string =>
  [
    "The input is not valid",
    ...issuesOf(ending).map(({ message, path }) => `${path.join(".")}: ${message}`),
    ...subjects.map(([, variable]) => `see ${variable}`),
  ].join("; ")

const issuesOf = (ending: Performance["ending"]): ReadonlyArray<Issue> =>
  "success" in ending ? [] : (Object(ending.reason).issues ?? [])

/** The drift of an operation that ends otherwise than it should though its answer is one that the document allows. */
const otherwise = (expect: string, ending: Performance["ending"]): Drift => {
  const got = endingName(ending)
  const path = issuesOf(ending)[0]?.path ?? []
  const named = path.filter((step) => step !== "body" && /^\w{1,64}$/.test(String(step)))
  return {
    expected: expect,
    got,
    meaning:
      got === "success"
        ? "The provider accepts what it used to refuse."
        : got === "Rejected"
          ? "The provider refuses a request that it used to accept; it may need something new."
          : "The program ends otherwise than it used to.",
    pointer: got === "Rejected" ? ["/request/body", ...named].join("/") : "/response",
    severity: "breaking",
  }
}
