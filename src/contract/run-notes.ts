import { worstFirst } from "./drift.ts"
import type { OperationResult, Run, ScenarioResult } from "./run.ts"

/** A run whose findings are replaced by their number and the severity of the worst. */
export const shortened = (run: Run) => ({
  ...run,
  note: "Not all of this run could be stored: its findings are left out.",
  operations: run.operations.map((result) => ({
    ...result,
    scenarios: result.scenarios.map(withoutFindings),
  })),
})

const withoutFindings = (result: ScenarioResult): ScenarioResult => {
  const [worst] = worstFirst(result.drift)
  if (worst === undefined) return result
  const { severity } = worst
  const count = {
    expected: "no difference",
    got: `${result.drift.length} differences`,
    meaning: "The findings could not be stored. This stands for them and has the severity of their worst.",
    pointer: "/response",
    severity,
  }
  return { ...result, drift: [count] }
}

/** A run that began and never ended. Its operations count as skipped. */
export const brokenOff = (
  operations: ReadonlyArray<Pick<OperationResult, "api" | "operation">>,
  target: string,
  started: string,
  now: number,
): Run => {
  const note = `The run that began at ${started} broke off; it is not performed again.`
  return {
    finished: new Date(now).toISOString(),
    note,
    operations: operations.map(({ api, operation }) => ({
      api,
      note,
      operation,
      scenarios: [],
      verdict: "skipped",
    })),
    started,
    target,
  }
}
