import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { Fixture } from "./fixture.ts"
import { holdsSecret } from "./guard.ts"
import type { OperationResult, Run, ScenarioResult } from "./run.ts"
import type { Contract } from "./scenario.ts"
import { configured, type Target } from "./target.ts"
import { verify } from "./verify.ts"

/**
 * Verifies contracts one after the other. `name` is what a reader knows the target by. It never fails: what stands in
 * its way is a verdict.
 *
 * @example
 * ```ts
 * import { exitCode, runContracts, sandboxes, table } from "edge-checkout/contract"
 * import * as ConfigProvider from "effect/ConfigProvider"
 * import * as Effect from "effect/Effect"
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

/** Verifies a contract where the target lets it. No secret of the configuration gets into the result. */
export const runContract = (
  contract: Contract,
  fixtures: ReadonlyArray<Fixture>,
  target: Target,
): Effect.Effect<OperationResult> =>
  Effect.gen(function* () {
    const { api, operation } = contract
    const host = yield* hostOf(contract, target)
    if (host !== undefined && !target.allows(contract, host)) {
      const note = `${host} is no sandbox; production is never tested`
      return { api, note, operation, scenarios: [], verdict: "skipped" as const }
    }
    const result = yield* verify(contract, fixtures, target, crypto.randomUUID().slice(0, 8))
    const secrets = (yield* configured(contract, target)).flatMap(([, value]) => value ?? [])
    return holdsSecret(JSON.stringify(result), secrets)
      ? { ...result, scenarios: result.scenarios.map(withoutQuotes) }
      : result
  })

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

/** The host that a contract's requests would go to. Without credentials there is none, which `verify` says better. */
const hostOf = (contract: Contract, { configuration }: Target): Effect.Effect<string | undefined> =>
  Effect.map(
    Effect.result(Effect.provideService(contract.baseUrl, ConfigProvider.ConfigProvider, configuration)),
    (url) => (Result.isSuccess(url) ? new URL(url.success).hostname : undefined),
  )
