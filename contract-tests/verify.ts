/** `npm run contract:verify`: performs the scenarios and says what has changed. */
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
import { reportFault, writeReport } from "./report-files.ts"
import { openTarget } from "./targets.ts"

// Neither drift nor an outage (EX_SOFTWARE).
const brokenExit = 70

process.on("uncaughtException", (error) => {
  console.error(error)
  process.exit(brokenExit)
})

const usage = `npm run contract:verify -- --target emulator|sandbox|<base URL> [--api <api>] [--operation <operation>]
  [--fail-on info|warning|breaking] [--interval <ms>] [--json <file>] [--junit <file>] [--html <file>]`

const { contracts, interval, more, target: name } = readArguments(["fail-on", "html", "json", "junit"], usage)
const wanted = more["fail-on"] ?? "breaking"
const failOn = Schema.is(Severity)(wanted)
  ? wanted
  : fail(`--fail-on ${wanted} is none of info, warning, breaking`, usage)
const reportFiles = (["json", "junit", "html"] as const).flatMap((option) => {
  const file = more[option]
  return file === undefined ? [] : [{ file, option }]
})
const fault = reportFault(reportFiles)
if (fault !== undefined) fail(fault, usage)

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
const unwritten = reportFiles.flatMap((report) => writeReport(report, reports[report.option]()) ?? [])
for (const message of unwritten) console.error(message)
process.exitCode = unwritten.length > 0 ? brokenExit : exitCode(run, failOn)
