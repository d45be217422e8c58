import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { firstLine } from "./defect.ts"
import { operationObject } from "./document.ts"
import type { Fixture } from "./fixture.ts"
import { judge } from "./judge.ts"
import { perform } from "./perform.ts"
import { presentable, withFewFindings } from "./presentable.ts"
import type { OperationResult, ScenarioResult } from "./run.ts"
import type { Contract, References, Scenario } from "./scenario.ts"
import { configured, referencesOf, refusal, type Target } from "./target.ts"
import { worst } from "./verdict.ts"
import { withoutSecrets } from "./without-secrets.ts"

/**
 * Performs the scenarios of an operation against a target and compares what comes back with the document and the
 * fixtures. `reference` is fresh for every run, `fixtures` may be those of other operations too. It never fails: what
 * stands in its way is a verdict. A contract that throws, or whose configuration can't be read, is skipped with a note,
 * and so is a scenario that would send to a host that the target does not allow. A result quotes no secret of the
 * configuration, shows control characters instead of holding them, and is bounded in size whatever the provider answers.
 *
 * A scenario without a fixture never passes: it is `skipped` with a note, unless its answer already differs from the
 * document.
 *
 * @example
 * ```ts
 * import { Fixture, sandboxes, verify } from "edge-checkout/contract"
 * import * as ConfigProvider from "effect/ConfigProvider"
 * import * as Effect from "effect/Effect"
 * import * as Schema from "effect/Schema"
 * import { readFileSync } from "node:fs"
 * // A contract of one's own: contract-tests/samples/vouchers.ts in the project's repository.
 * import { contract } from "./vouchers.ts"
 *
 * // What contract-tests/samples/contract.ts recorded.
 * const Fixtures = Schema.fromJsonString(Schema.Array(Fixture))
 * const fixtures = Schema.decodeUnknownSync(Fixtures)(readFileSync("vouchers.json", "utf8"))
 * const target = sandboxes(ConfigProvider.fromEnv(), fetch)
 * const { operation, verdict } = await Effect.runPromise(verify(contract, fixtures, target, "a1b2c3d4"))
 * console.log(operation, verdict)
 * ```
 */
export const verify = (
  contract: Contract,
  fixtures: ReadonlyArray<Fixture>,
  target: Target,
  reference: string,
): Effect.Effect<OperationResult> =>
  performScenarios(contract, fixtures, target, reference).pipe(
    orSkipped(contract),
    Effect.flatMap((result) =>
      Effect.map(configured(contract, target), (values) =>
        withoutSecrets(
          withFewFindings(result),
          values.flatMap(([, value]) => value ?? []),
        ),
      ),
    ),
    orSkipped(contract),
    // Cut and escape texts only after secrets were searched: a secret that is cut or escaped would not be found.
    Effect.map(presentable),
  )

const performScenarios = (
  contract: Contract,
  fixtures: ReadonlyArray<Fixture>,
  target: Target,
  reference: string,
): Effect.Effect<OperationResult> =>
  Effect.gen(function* () {
    const { api, operation } = contract
    // It throws where it can't be read: before anything is left behind at a provider.
    operationObject(contract)
    const values = yield* configured(contract, target)
    const missing = values.flatMap(([name, value]) => (value === undefined ? [name] : []))
    if (missing.length > 0) return unperformed(contract, `Missing: ${missing.join(", ")}`)
    const refused = yield* Effect.result(refusal(contract, target))
    if (Result.isFailure(refused)) return unperformed(contract, refused.failure.message)
    if (refused.success !== undefined) return unperformed(contract, refused.success)
    const performed = contract.scenarios.filter(target.performs)
    if (performed.length === 0) {
      return unperformed(contract, "The target performs none of its scenarios: a sandbox needs `leaves`")
    }
    const references = referencesOf(contract, values, reference)
    const scenarios = yield* Effect.forEach(performed, (scenario) => {
      const fixture = fixtures.find(
        (known) => known.operation === operation && known.scenario === scenario.name,
      )
      return Effect.map(
        twice(verifyScenario(contract, scenario, fixture, target, references)),
        compared(fixture),
      )
    })
    return { api, operation, scenarios, verdict: worst(scenarios.map(({ verdict }) => verdict)) }
  })

const unperformed = ({ api, operation }: Contract, note: string): OperationResult => ({
  api,
  note,
  operation,
  scenarios: [],
  verdict: "skipped",
})

/** A contract that throws is skipped; the others are verified all the same. */
const orSkipped = (contract: Contract) =>
  Effect.catchDefect((defect) => Effect.succeed(unperformed(contract, firstLine(defect))))

const skipped = ({ name }: Scenario, note: string): ScenarioResult => ({
  drift: [],
  flaky: false,
  note,
  scenario: name,
  verdict: "skipped",
})

/** Repeats a scenario whose failure may be temporary. A second result never hides a worse first one. */
const twice = (once: Effect.Effect<ScenarioResult>): Effect.Effect<ScenarioResult> =>
  Effect.flatMap(once, (first) =>
    first.verdict === "outage" || first.verdict === "throttled"
      ? Effect.map(once, (second) => afterwards(first, second))
      : Effect.succeed(first),
  )

const afterwards = (first: ScenarioResult, second: ScenarioResult): ScenarioResult => {
  if (second.verdict === "pass") return { ...second, flaky: true }
  return worst([first.verdict, second.verdict]) === second.verdict ? second : first
}

/** Without a fixture a scenario can drift from the document, but it can't pass. */
const compared =
  (fixture: Fixture | undefined) =>
  (result: ScenarioResult): ScenarioResult =>
    fixture === undefined && result.verdict === "pass"
      ? {
          ...result,
          flaky: false,
          note: "No fixture: record one, there is nothing to compare with",
          verdict: "skipped",
        }
      : result

const verifyScenario = (
  contract: Contract,
  scenario: Scenario,
  fixture: Fixture | undefined,
  target: Target,
  references: References,
): Effect.Effect<ScenarioResult> =>
  Effect.gen(function* () {
    yield* target.prepare(contract, scenario)
    const performed = yield* Effect.result(perform(contract, scenario, references, target))
    if (Result.isFailure(performed)) return skipped(scenario, performed.failure.message)
    return judge(contract, scenario, fixture, performed.success)
  }).pipe(Effect.catchDefect((defect) => Effect.succeed(skipped(scenario, firstLine(defect)))))
