/** `npm run contract:record`: performs the scenarios and writes fixtures of them. */
import { randomBytes } from "node:crypto"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { record } from "../src/contract/record.ts"
import type { Contract, Scenario } from "../src/contract/scenario.ts"
import { configured, referencesOf, type Target } from "../src/contract/target.ts"
import { readArguments } from "./arguments.ts"
import { writeFixture } from "./fixtures.ts"
import { reasonOf } from "./report-files.ts"
import { openTarget } from "./targets.ts"

const usage = `npm run contract:record -- --target emulator|sandbox|<base URL> [--api <api>] [--operation <operation>] [--interval <ms>]`

const { contracts, interval, target: name } = readArguments([], usage)
const { close, target } = await openTarget(name, interval)
const today = new Date().toISOString().slice(0, 10)
const counts = { failed: 0, skipped: 0, unchanged: 0, written: 0 }

const recordScenario = async (contract: Contract, scenario: Scenario, target: Target) => {
  const say = (what: keyof typeof counts, why = "") => {
    counts[what]++
    console.log(`${what.padEnd(9)} ${contract.operation}/${scenario.name}${why === "" ? "" : `: ${why}`}`)
  }
  await Effect.runPromise(target.prepare(contract, scenario))
  const values = await Effect.runPromise(configured(contract, target))
  const missing = values.flatMap(([variable, value]) => (value === undefined ? [variable] : []))
  if (missing.length > 0) return say("skipped", `missing ${missing.join(", ")}`)
  const secrets = values.flatMap(([, value]) => value ?? [])
  const references = referencesOf(contract, values, randomBytes(4).toString("hex"))
  const recorded = await Effect.runPromise(
    Effect.result(record(contract, scenario, references, target, secrets, today)),
  )
  if (Result.isFailure(recorded)) return say("failed", recorded.failure.message)
  try {
    return say(writeFixture(recorded.success) ? "written" : "unchanged")
  } catch (error) {
    return say("failed", `the fixture could not be written: ${reasonOf(error)}`)
  }
}

for (const contract of contracts) {
  for (const scenario of contract.scenarios.filter(target.performs))
    await recordScenario(contract, scenario, target)
}
await close()
console.log(
  Object.entries(counts)
    .map(([what, count]) => `${count} ${what}`)
    .join(", "),
)
process.exitCode = counts.failed > 0 ? 1 : counts.written + counts.unchanged === 0 ? 4 : 0
