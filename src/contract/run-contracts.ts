import * as Effect from "effect/Effect"
import type { Fixture } from "./fixture.ts"
import type { OperationResult, Run } from "./run.ts"
import type { Contract } from "./scenario.ts"
import type { Target } from "./target.ts"
import { verify } from "./verify.ts"

/**
 * Verifies contracts one after the other. `name` is what a reader knows the target by. It never fails: what stands in
 * its way is a verdict, and a contract that can't be used is skipped while the others go on.
 *
 * @example
 * ```ts
 * import { exitCode, Fixture, runContracts, sandboxes, table } from "edge-checkout/contract"
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
 * const run = await Effect.runPromise(runContracts([contract], fixtures, target, "sandbox"))
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

/** Verifies a contract, with a reference of its own. */
export const runContract = (
  contract: Contract,
  fixtures: ReadonlyArray<Fixture>,
  target: Target,
): Effect.Effect<OperationResult> =>
  Effect.suspend(() => verify(contract, fixtures, target, crypto.randomUUID().slice(0, 8)))
