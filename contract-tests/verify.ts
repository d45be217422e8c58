/** `npm run contract:verify`: performs the scenarios and says what has changed. */
import { writeFileSync } from "node:fs"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { Severity } from "../src/contract/drift.ts"
import { exitCode } from "../src/contract/exit-code.ts"
import { page } from "../src/contract/report/page.ts"
import { junit } from "../src/contract/report/junit.ts"
import { table } from "../src/contract/report/table.ts"
import type { OperationResult, Run } from "../src/contract/run.ts"
import { runContract } from "../src/contract/run-contracts.ts"
import { fail, readArguments } from "./arguments.ts"
import { readFixtures } from "./fixtures.ts"
import { openTarget } from "./targets.ts"

// A crash is neither drift nor an outage (EX_SOFTWARE).
process.on("uncaughtException", (error) => {
  console.error(error)
  process.exit(70)
})

const usage = `npm run contract:verify -- --target emulator|sandbox|<base URL> [--api <api>] [--operation <operation>]
  [--fail-on info|warning|breaking] [--interval <ms>] [--json <file>] [--junit <file>] [--html <file>]`

const { contracts, interval, more, target: name } = readArguments(["fail-on", "html", "json", "junit"], usage)
const wanted = more["fail-on"] ?? "breaking"
const failOn = Schema.is(Severity)(wanted)
  ? wanted
  : fail(`--fail-on ${wanted} is none of info, warning, breaking`, usage)

const fixtures = readFixtures().map(({ fixture }) => fixture)
const { close, target } = await openTarget(name, interval)
const started = new Date().toISOString()
const operations: Array<OperationResult> = []
for (const contract of contracts) {
  if (process.stderr.isTTY) process.stderr.write(`${contract.operation} …\r`)
  const result = await Effect.runPromise(runContract(contract, fixtures, target))
  operations.push(result)
  console.log(table(result))
}
await close()

const run: Run = { finished: new Date().toISOString(), operations, started, target: name }
const reports = {
  html: () =>
    page(
      [run],
      contracts.map(({ operation }) => operation),
    ),
  json: () => `${JSON.stringify(run, null, 2)}\n`,
  junit: () => junit(run),
}
for (const [kind, report] of Object.entries(reports)) {
  const file = more[kind]
  if (file !== undefined) writeFileSync(file, report())
}
process.exitCode = exitCode(run, failOn)
