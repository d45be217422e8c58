import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { firstLine } from "./defect.ts"
import { operationObject } from "./document.ts"
import type { Fixture } from "./fixture.ts"
import { judge } from "./judge.ts"
import { perform } from "./perform.ts"
import type { OperationResult, ScenarioResult } from "./run.ts"
import type { Contract, References, Scenario } from "./scenario.ts"
import { configured, referencesOf, refusal, type Target } from "./target.ts"
import { worst } from "./verdict.ts"

/**
 * Performs the scenarios of an operation against a target and compares what comes back with the document and the
 * fixtures. `reference` is fresh for every run, `fixtures` may be those of other operations too. It never fails: what
 * stands in its way is a verdict. A contract that throws, or whose configuration can't be read, is skipped with a note,
 * and so is a scenario that would send to a host that the target does not allow. A note or a drift may quote what was
 * answered; `runContract` makes sure that it quotes no secret.
 *
 * @example
 * ```ts
 * import { sandboxes, verify } from "edge-checkout/contract"
 * import * as ConfigProvider from "effect/ConfigProvider"
 * import * as Effect from "effect/Effect"
 * // A contract of one's own: contract-tests/samples/vouchers.ts in the project's repository.
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
      return twice(verifyScenario(contract, scenario, fixture, target, references))
    })
    return { api, operation, scenarios, verdict: worst(scenarios.map(({ verdict }) => verdict)) }
  }).pipe(orSkipped(contract))

const unperformed = ({ api, operation }: Contract, note: string): OperationResult => ({
  api,
  note,
  operation,
  scenarios: [],
  verdict: "skipped",
})

/** A contract that throws is skipped, and the others are none the worse for it. */
export const orSkipped = (contract: Contract) =>
  Effect.catchDefect((defect) => Effect.succeed(unperformed(contract, firstLine(defect))))

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
    const performed = yield* Effect.result(perform(contract, scenario, references, target))
    if (Result.isFailure(performed)) return skipped(scenario, performed.failure.message)
    return judge(contract, scenario, fixture, performed.success)
  }).pipe(Effect.catchDefect((defect) => Effect.succeed(skipped(scenario, firstLine(defect)))))
