import type { Reason } from "../provider/reason.ts"
import { compareResponse } from "./compare.ts"
import type { Drift } from "./drift.ts"
import type { Fixture, RecordedResponse } from "./fixture.ts"
import { endingName, type Performance } from "./perform.ts"
import { issuesOf, overlap, type Refusal, refusals } from "./refusal.ts"
import type { ScenarioResult } from "./run.ts"
import type { Contract, Scenario } from "./scenario.ts"
import type { Verdict } from "./verdict.ts"

// The verdict of endings that are temporary and show nothing about the contract; `undefined` for endings that do.
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

/** Judges a performed scenario against its contract. */
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
  const drift =
    response === undefined || typeof response === "string"
      ? got === expect
        ? []
        : [otherwise(expect, ending)]
      : answered(contract, expect, fixture, response, ending)
  return { ...result, drift, verdict: drift.length > 0 ? "drift" : "pass" }
}

/** The drift of an answer: its departures from the document, and an ending of the program that is not the expected one. */
const answered = (
  contract: Contract,
  expect: Scenario["expect"],
  fixture: Fixture | undefined,
  response: RecordedResponse,
  ending: Performance["ending"],
): ReadonlyArray<Drift> => {
  const shape = compareResponse(contract, fixture, response, ending)
  const breaking = shape.filter(({ severity }) => severity === "breaking")
  if (endingName(ending) === expect) return shape
  const refused = refusals(contract, response, ending)
    .filter(({ pointer }) => !breaking.some((drift) => explains(drift.pointer, pointer)))
    .map((refusal) => refusedBy(expect, refusal))
  const slight = shape.filter(
    ({ pointer, severity }) => severity === "breaking" || !refused.some((drift) => drift.pointer === pointer),
  )
  return breaking.length + refused.length > 0
    ? [...refused, ...slight]
    : [otherwise(expect, ending), ...slight]
}

/** Whether the program refuses what stands at `place` because of what the document says of `pointer`. */
const explains = (pointer: string, place: string): boolean =>
  place === "/response/body" || overlap(pointer, place)

/** The drift of an answer that the document allows and the program does not. */
const refusedBy = (expect: Scenario["expect"], refusal: Refusal): Drift => ({
  ...refusal,
  meaning: `The document allows this. The program does not: it ends in ContractViolation, not in ${expect}.`,
  severity: "breaking",
})

/** A note on an invalid input: its issues, and the variables that it may come from. */
const invalid = ({ subjects }: Contract, ending: Performance["ending"]): string =>
  [
    "The input is not valid",
    ...issuesOf(ending).map(({ message, path }) => `${path.join(".")}: ${message}`),
    ...subjects.map(([, variable]) => `see ${variable}`),
  ].join("; ")

/** The drift of an operation that ends otherwise than expected, though the document allows its answer. */
const otherwise = (expect: string, ending: Performance["ending"]): Drift => {
  const got = endingName(ending)
  const [issue] = issuesOf(ending)
  if (got === "ContractViolation" && issue !== undefined) {
    return {
      expected: expect,
      got: issue.message,
      meaning: "The program can't read the answer, and nothing of it is compared.",
      pointer: "/response/body",
      severity: "breaking",
    }
  }
  const path = issue?.path ?? []
  // A property that the provider newly requires is not in the document. Its name is shown where it looks like a name.
  const named = path.filter((step) => step !== "body" && /^[A-Za-z_]\w{0,63}$|^\d{1,3}$/.test(String(step)))
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
