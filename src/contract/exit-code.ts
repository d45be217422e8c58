import { atLeast, type Severity } from "./drift.ts"
import type { Run } from "./run.ts"
import type { Verdict } from "./verdict.ts"

/**
 * What a process that ran this ends with: 0 all pass, 1 drift at or above `failOn`, 2 outage or throttled,
 * 3 credentials, 4 something was skipped. Where several hold, drift comes first, then credentials, outage, skipped.
 */
export const exitCode = ({ operations }: Run, failOn: Severity): number => {
  const scenarios = operations.flatMap((operation) => operation.scenarios)
  const some = (...verdicts: ReadonlyArray<Verdict>) =>
    [...operations, ...scenarios].some(({ verdict }) => verdicts.includes(verdict))
  if (scenarios.some(({ drift }) => drift.some(({ severity }) => atLeast(severity, failOn)))) return 1
  if (some("credentials")) return 3
  if (some("outage", "throttled")) return 2
  return some("skipped") || operations.length === 0 ? 4 : 0
}
