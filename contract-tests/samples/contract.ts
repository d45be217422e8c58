/**
 * A contract of one's own, recorded and verified. `node contract.ts record` performs the scenarios of `vouchers.ts`
 * against the sandbox and writes fixtures. `node contract.ts` replays these, compares the sandbox with them and with
 * the document, and ends with 0 where nothing has changed.
 */
import { readFileSync, writeFileSync } from "node:fs"
import process from "node:process"
import * as contracts from "edge-checkout/contract"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { contract } from "./vouchers.ts"

const file = "vouchers.json"
const Fixtures = Schema.fromJsonString(Schema.Array(contracts.Fixture))
const target = contracts.sandboxes(ConfigProvider.fromEnv(), fetch)

const record = Effect.gen(function* () {
  const values = yield* contracts.configured(contract, target)
  const references = contracts.referencesOf(contract, values, crypto.randomUUID().slice(0, 8))
  // What must not get into a fixture, whatever the provider answers.
  const secrets = values.flatMap(([, value]) => value ?? [])
  const today = new Date().toISOString().slice(0, 10)
  // Some scenarios need an emulator, which a sandbox is not.
  const performed = contract.scenarios.filter(target.performs)
  const fixtures = yield* Effect.forEach(performed, (scenario) =>
    contracts.record(contract, scenario, references, target, secrets, today),
  )
  writeFileSync(file, Schema.encodeSync(Fixtures)(fixtures))
  return 0
})

const verify = Effect.gen(function* () {
  const fixtures = Schema.decodeUnknownSync(Fixtures)(readFileSync(file, "utf8"))
  const faults = (yield* Effect.forEach(fixtures, (fixture) => contracts.check(contract, fixture))).flat()
  for (const { message, pointer } of faults) console.log(`${file} ${pointer}: ${message}`)
  const run = yield* contracts.runContracts([contract], fixtures, target, "sandbox")
  for (const result of run.operations) console.log(contracts.table(result))
  return faults.length > 0 ? 1 : contracts.exitCode(run, "warning")
})

process.exitCode = await Effect.runPromise(process.argv[2] === "record" ? record : verify)
