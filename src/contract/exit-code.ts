import { atLeast, type Severity } from "./drift.ts"
import type { OperationResult, Run, ScenarioResult } from "./run.ts"
import { type Verdict, worst } from "./verdict.ts"

const codes: Readonly<Record<Verdict, number>> = {
  credentials: 3,
  drift: 1,
  outage: 2,
  pass: 0,
  skipped: 4,
  throttled: 2,
}

/**
 * The exit code of a process that performed this run: 0 all pass, 1 drift at or above `failOn`, 2 outage or throttled,
 * 3 credentials, 4 something was skipped or nothing was run. Where several hold, drift comes first, then credentials,
 * outage, skipped.
 */
export const exitCode = ({ operations }: Run, failOn: Severity): number => {
  /** Drift below `failOn` counts as a pass. Drift without findings, whose severity is unknown, does not. */
  const counted = (verdict: Verdict, scenarios: ReadonlyArray<ScenarioResult>): Verdict => {
    const severities = scenarios.flatMap(({ drift }) => drift.map(({ severity }) => severity))
    const tolerated = severities.length > 0 && !severities.some((severity) => atLeast(severity, failOn))
    return verdict === "drift" && tolerated ? "pass" : verdict
  }
  const verdicts = ({ scenarios, verdict }: OperationResult): ReadonlyArray<Verdict> => [
    counted(verdict, scenarios),
    ...scenarios.map((scenario) => counted(scenario.verdict, [scenario])),
  ]
  return codes[worst(operations.flatMap(verdicts))]
}
