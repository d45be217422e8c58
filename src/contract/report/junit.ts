import type { Run, ScenarioResult } from "../run.ts"
import { escape } from "./escape.ts"

/** A run as JUnit XML: an operation is a test suite, a scenario a test case; drift is a failure, an outage an error. */
export const junit = ({ operations, started }: Run): string => {
  const suites = operations.map(({ note, operation, scenarios }) => {
    const count = (kind: Kind) => scenarios.filter((scenario) => kindOf(scenario) === kind).length
    const skipped = `<testcase classname="${operation}" name="all"><skipped message="${escape(note ?? "")}"/></testcase>`
    const cases =
      scenarios.length === 0 ? [skipped] : scenarios.map((scenario) => testCase(operation, scenario))
    const counts = `tests="${cases.length}" failures="${count("failure")}" errors="${count("error")}" skipped="${
      scenarios.length === 0 ? 1 : count("skipped")
    }"`
    return `  <testsuite name="${operation}" timestamp="${started}" ${counts}>\n    ${cases.join("\n    ")}\n  </testsuite>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="contracts">\n${suites.join("\n")}\n</testsuites>\n`
}

type Kind = "error" | "failure" | "passed" | "skipped"

const kindOf = ({ verdict }: ScenarioResult): Kind => {
  switch (verdict) {
    case "pass":
      return "passed"
    case "drift":
      return "failure"
    case "skipped":
      return "skipped"
    default:
      return "error"
  }
}

const testCase = (operation: string, result: ScenarioResult): string => {
  const opening = `<testcase classname="${operation}" name="${escape(result.scenario)}"`
  const kind = kindOf(result)
  if (kind === "passed") return `${opening}/>`
  const told = result.drift.map(
    ({ expected, got, meaning, pointer, severity }) =>
      `${severity} ${pointer}: expected ${expected}; got ${got}. ${meaning}`,
  )
  const text = [...(result.note === undefined ? [] : [result.note]), ...told].join("\n")
  return `${opening}><${kind} message="${escape(result.verdict)}">${escape(text)}</${kind}></testcase>`
}
