import * as Effect from "effect/Effect"
import type { Fixture } from "./fixture.ts"
import { holdsSecret } from "./guard.ts"
import type { OperationResult, Run, ScenarioResult } from "./run.ts"
import type { Contract } from "./scenario.ts"
import { configured, type Target } from "./target.ts"
import { orSkipped, verify } from "./verify.ts"

/**
 * Verifies contracts one after the other. `name` is what a reader knows the target by. It never fails: what stands in
 * its way is a verdict, and a contract that can't be used is skipped while the others go on.
 *
 * @example
 * ```ts
 * import { exitCode, runContracts, sandboxes, table } from "edge-checkout/contract"
 * import * as ConfigProvider from "effect/ConfigProvider"
 * import * as Effect from "effect/Effect"
 * // A contract of one's own: contract-tests/samples/vouchers.ts in the project's repository.
 * import { contract } from "./vouchers.ts"
 *
 * const target = sandboxes(ConfigProvider.fromEnv(), fetch)
 * const run = await Effect.runPromise(runContracts([contract], [], target, "sandbox"))
 * for (const result of run.operations) console.log(table(result))
 * process.exitCode = exitCode(run, "warning")
 * ```
 */
export const runContracts = (
  contracts: ReadonlyArray<Contract>,
  fixtures: ReadonlyArray<Fixture>,
  target: Target,
  name: string,
): Effect.Effect<Run> =>
  Effect.gen(function* () {
    const started = new Date().toISOString()
    const operations = yield* Effect.forEach(contracts, (contract) => runContract(contract, fixtures, target))
    return { finished: new Date().toISOString(), operations, started, target: name }
  })

/** Verifies a contract. No secret of the configuration gets into the result. */
export const runContract = (
  contract: Contract,
  fixtures: ReadonlyArray<Fixture>,
  target: Target,
): Effect.Effect<OperationResult> =>
  Effect.gen(function* () {
    const result = yield* verify(contract, fixtures, target, crypto.randomUUID().slice(0, 8))
    const secrets = (yield* configured(contract, target)).flatMap(([, value]) => value ?? [])
    return holdsSecret(result, secrets)
      ? { ...result, note: quoting, scenarios: result.scenarios.map(withoutQuotes) }
      : result
  }).pipe(orSkipped(contract))

const quoting = "What came back quotes a secret; nothing of it is kept."

const withoutQuotes = ({ drift, flaky, scenario, verdict }: ScenarioResult): ScenarioResult => ({
  drift: drift.map(({ severity }) => ({
    expected: "-",
    got: "-",
    meaning: quoting,
    pointer: "/response",
    severity,
  })),
  flaky,
  scenario,
  verdict,
})
