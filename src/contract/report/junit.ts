import { presentable } from "../presentable.ts"
import type { OperationResult, Run, ScenarioResult } from "../run.ts"
import type { Verdict } from "../verdict.ts"
import { escape } from "./escape.ts"

type Kind = "error" | "failure" | "passed" | "skipped"

const kindOf: Readonly<Record<Verdict, Kind>> = {
  credentials: "error",
  drift: "failure",
  outage: "error",
  pass: "passed",
  skipped: "skipped",
  throttled: "error",
}

/** A run as JUnit XML: an operation is a test suite, a scenario a test case; drift is a failure, an outage an error. */
export const junit = ({ operations, started }: Run): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="contracts">
${operations.map((result) => testSuite(presentable(result), started)).join("\n")}
</testsuites>
`

const testSuite = (result: OperationResult, started: string): string => {
  const cases = casesOf(result)
  const count = (kind: Kind) => cases.filter(({ verdict }) => kindOf[verdict] === kind).length
  const counts = `tests="${cases.length}" failures="${count("failure")}" errors="${count("error")}" skipped="${count("skipped")}"`
  const name = escape(result.operation)
  return `  <testsuite name="${name}" timestamp="${escape(started)}" ${counts}>
    ${cases.map((scenario) => testCase(name, scenario)).join("\n    ")}
  </testsuite>`
}

/** The scenarios of an operation; a single one that stands for all where none was performed. */
const casesOf = ({ note, scenarios, verdict }: OperationResult): ReadonlyArray<ScenarioResult> =>
  scenarios.length > 0
    ? scenarios
    : [{ drift: [], flaky: false, scenario: "all", verdict, ...(note === undefined ? {} : { note }) }]

const testCase = (operation: string, { drift, note, scenario, verdict }: ScenarioResult): string => {
  const opening = `<testcase classname="${operation}" name="${escape(scenario)}"`
  const kind = kindOf[verdict]
  if (kind === "passed") return `${opening}/>`
  const told = drift.map(
    ({ expected, got, meaning, pointer, severity }) =>
      `${severity} ${pointer}: expected ${expected}; got ${got}. ${meaning}`,
  )
  const lines = [...(note === undefined ? [] : [note]), ...told].map(escape)
  return `${opening}><${kind} message="${escape(kind === "skipped" ? (note ?? verdict) : verdict)}">${lines.join("\n")}</${kind}></testcase>`
}
