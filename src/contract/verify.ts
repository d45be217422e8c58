import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { compareResponse } from "./compare.ts"
import type { Drift } from "./drift.ts"
import type { Fixture } from "./fixture.ts"
import { endingName, type Performance, perform } from "./perform.ts"
import type { OperationResult, ScenarioResult } from "./run.ts"
import type { Contract, References, Scenario } from "./scenario.ts"
import { configured, referencesOf, type Target } from "./target.ts"
import { type Verdict, worst } from "./verdict.ts"

/**
 * Performs the scenarios of an operation against a target and compares what comes back with the document and the
 * fixtures. `reference` is fresh for every run, `fixtures` may be those of other operations too. It never fails: what
 * stands in its way is a verdict. Whether the target allows the contract's host is not asked; `runContract` does.
 *
 * @example
 * ```ts
 * import { sandboxes, verify } from "edge-checkout/contract"
 * import * as ConfigProvider from "effect/ConfigProvider"
 * import * as Effect from "effect/Effect"
 * import { contract } from "./vouchers.ts"
 *
 * const target = sandboxes(ConfigProvider.fromEnv(), fetch)
 * const { operation, verdict } = await Effect.runPromise(verify(contract, [], target, "a1b2c3d4"))
 * console.log(operation, verdict)
 * ```
 */
export const verify = (
  contract: Contract,
  fixtures: ReadonlyArray<Fixture>,
  target: Target,
  reference: string,
): Effect.Effect<OperationResult> =>
  Effect.gen(function* () {
    const values = yield* configured(contract, target)
    const missing = values.flatMap(([name, value]) => (value === undefined ? [name] : []))
    const references = referencesOf(contract, values, reference)
    const { api, operation } = contract
    if (missing.length > 0) {
      return {
        api,
        note: `Missing: ${missing.join(", ")}`,
        operation,
        scenarios: [],
        verdict: "skipped" as const,
      }
    }
    const scenarios = yield* Effect.forEach(contract.scenarios.filter(target.performs), (scenario) => {
      const fixture = fixtures.find(
        (known) => known.operation === operation && known.scenario === scenario.name,
      )
      return twice(verifyScenario(contract, scenario, fixture, target, references))
    })
    return { api, operation, scenarios, verdict: worst(scenarios.map(({ verdict }) => verdict)) }
  })

const skipped = ({ name }: Scenario, note: string): ScenarioResult => ({
  drift: [],
  flaky: false,
  note,
  scenario: name,
  verdict: "skipped",
})

/** What may pass by itself is tried once more. */
const twice = (once: Effect.Effect<ScenarioResult>): Effect.Effect<ScenarioResult> =>
  Effect.flatMap(once, (first) =>
    first.verdict === "outage" || first.verdict === "throttled"
      ? Effect.map(once, (second) => ({ ...second, flaky: second.verdict === "pass" }))
      : Effect.succeed(first),
  )

const verifyScenario = (
  contract: Contract,
  scenario: Scenario,
  fixture: Fixture | undefined,
  target: Target,
  references: References,
): Effect.Effect<ScenarioResult> =>
  Effect.gen(function* () {
    yield* target.prepare(contract, scenario)
    const performed = yield* Effect.result(
      perform(contract, scenario, references, target.configuration, target.fetch),
    )
    if (Result.isFailure(performed)) return skipped(scenario, performed.failure.message)
    return judge(contract, scenario, fixture, performed.success)
  })

// Reasons that say something of the moment and nothing of the contract.
const passing: Readonly<Record<string, Verdict>> = {
  RateLimited: "throttled",
  TimedOut: "outage",
  Unauthorized: "credentials",
  Unavailable: "outage",
  Unreachable: "outage",
}

const judge = (
  contract: Contract,
  { expect, name }: Scenario,
  fixture: Fixture | undefined,
  { ending, exchange }: Performance,
): ScenarioResult => {
  const got = endingName(ending)
  const result = { drift: [], flaky: false, scenario: name }
  if (got === "InvalidRequest" && expect !== got) {
    return { ...result, note: "The input is not valid: check the CONTRACT_ variables", verdict: "skipped" }
  }
  const verdict = got === expect ? undefined : passing[got]
  if (verdict !== undefined) return { ...result, note: `Expected ${expect}, got ${got}`, verdict }
  const response = exchange?.response
  const shape =
    response === undefined || typeof response === "string" ? [] : compareResponse(contract, fixture, response)
  const breaking = shape.some(({ severity }) => severity === "breaking")
  const drift = got === expect || breaking ? shape : [otherwise(expect, ending), ...shape]
  return { ...result, drift, verdict: drift.length > 0 ? "drift" : "pass" }
}

/** The drift of an operation that ends otherwise than it should though its answer is one that the document allows. */
const otherwise = (expect: string, ending: Performance["ending"]): Drift => {
  const got = endingName(ending)
  const path: ReadonlyArray<unknown> =
    "success" in ending ? [] : (Object(ending.reason).issues?.[0]?.path ?? [])
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
