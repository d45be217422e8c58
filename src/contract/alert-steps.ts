import type { Alert } from "./alert.ts"
import type { Failing, Trouble } from "./alerted.ts"
import { type Compared, compareFindings, goneAfter } from "./alert-findings.ts"
import type { Drift } from "./drift.ts"
import type { OperationResult } from "./run.ts"
import type { Verdict } from "./verdict.ts"

const day = 24 * 60 * 60 * 1000

interface Step {
  readonly after: Failing
  readonly alerts: ReadonlyArray<Alert>
}

/** The meaning of a verdict for an operation. */
const meanings: Readonly<Record<Verdict, "fails" | "passes" | "nobody looked">> = {
  credentials: "fails",
  drift: "fails",
  outage: "fails",
  pass: "passes",
  skipped: "nobody looked",
  throttled: "fails",
}

/** The alerts that an operation's result causes, and the state to remember after them. */
export const stepOf = (before: Failing, result: OperationResult, now: string): Step => {
  const verdicts = new Set([result.verdict, ...result.scenarios.map(({ verdict }) => verdict)])
  const failing = [...verdicts].filter((verdict) => meanings[verdict] === "fails")
  if (failing.length > 0) return failed(before, result, failing, now)
  return meanings[result.verdict] === "passes" ? passed(before, result) : { after: before, alerts: [] }
}

const passed = (before: Failing, result: OperationResult): Step => {
  const troubles = before.troubles.map((trouble) => ({ ...trouble, absent: trouble.absent + 1 }))
  const open = troubles.filter(({ state }) => state !== "resolved")
  const over = open.every(({ absent, state }) => state === "open" || absent >= goneAfter)
  const [since] = open.map((trouble) => trouble.since).sort()
  const remembered = over ? troubles.map((trouble) => ({ ...trouble, state: "resolved" as const })) : troubles
  return {
    after: {
      findings: compareFindings(before.findings, result).known,
      troubles: remembered.filter(({ absent, state }) => state !== "resolved" || absent < goneAfter),
    },
    alerts:
      over && since !== undefined
        ? [{ drift: [], kind: "resolved", operation: result.operation, since, verdict: result.verdict }]
        : [],
  }
}

const failed = (
  before: Failing,
  result: OperationResult,
  failing: ReadonlyArray<Verdict>,
  now: string,
): Step => {
  const findings = compareFindings(before.findings, result)
  const steps = failing.map((verdict) =>
    troubleStep(
      before.troubles.find((trouble) => trouble.verdict === verdict),
      verdict,
      findings,
      now,
    ),
  )
  const others = before.troubles
    .filter(({ verdict }) => !failing.includes(verdict))
    // An outage or missing credentials hide whether the operation still drifts, so only a drift ages the other troubles.
    .map((trouble) => (failing.includes("drift") ? { ...trouble, absent: trouble.absent + 1 } : trouble))
    .filter(({ absent }) => absent < goneAfter)
  const { note, operation } = result
  return {
    after: { findings: findings.known, troubles: [...steps.map(({ trouble }) => trouble), ...others] },
    alerts: steps.flatMap(({ drift, kind, trouble: { since, verdict } }) =>
      kind === undefined
        ? []
        : [{ drift, kind, operation, since, verdict, ...(note === undefined ? {} : { note }) }],
    ),
  }
}

interface TroubleStep {
  readonly trouble: Trouble
  readonly kind?: Alert["kind"]
  readonly drift: ReadonlyArray<Drift>
}

/** The alert that a failure with `verdict` causes, if any, and the state to remember after it. */
const troubleStep = (
  before: Trouble | undefined,
  verdict: Verdict,
  findings: Compared,
  now: string,
): TroubleStep => {
  const { all, fresh, worse } = verdict === "drift" ? findings : none
  const isOther = all.length > 0 && fresh.length === all.length
  if (before === undefined || (before.state === "resolved" && isOther)) {
    const trouble = { absent: 0, reminded: false, since: now, state: "open", told: now, verdict } as const
    return { drift: all, kind: "opened", trouble }
  }
  const again = { ...before, absent: 0 }
  const told = { ...again, reminded: false, told: now }
  if (before.state === "resolved") {
    return { drift: all, kind: "comes and goes", trouble: { ...told, state: "comes and goes" } }
  }
  if (fresh.length > 0) return { drift: fresh, kind: worse ? "worse" : "changed", trouble: told }
  if (before.reminded || Date.parse(now) - Date.parse(before.told) < day) return { drift: [], trouble: again }
  return { drift: all, kind: "still failing", trouble: { ...again, reminded: true } }
}

const none: Pick<Compared, "all" | "fresh" | "worse"> = { all: [], fresh: [], worse: false }
