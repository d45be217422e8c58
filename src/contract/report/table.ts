import type { Drift } from "../drift.ts"
import { presentable, shown } from "../presentable.ts"
import type { OperationResult } from "../run.ts"

/** What a run says of an operation, for a terminal: a line, and a paragraph for everything that did not just pass. */
export const table = (result: OperationResult): string => {
  const { note, operation, scenarios, verdict } = presentable(result)
  const passed = scenarios.filter((scenario) => scenario.verdict === "pass").length
  const why = note ?? `${passed}/${scenarios.length} scenarios`
  const lines = scenarios.flatMap(({ drift, flaky, note, scenario, verdict }) => [
    ...(verdict === "pass" && !flaky
      ? []
      : [`  ${shown(scenario)}: ${flaky ? "flaky, passed when tried again" : verdict}`]),
    ...(note === undefined || verdict === "pass" ? [] : [`    ${note}`]),
    ...drift.flatMap(paragraph),
  ])
  return [`${verdict.padEnd(11)} ${shown(operation).padEnd(38)} ${why}`, ...lines].join("\n")
}

const paragraph = ({ expected, got, meaning, pointer, severity }: Drift): ReadonlyArray<string> => [
  `    ${severity.padEnd(8)} ${pointer}`,
  `             expected ${expected}; got ${got}`,
  `             ${meaning}`,
]
