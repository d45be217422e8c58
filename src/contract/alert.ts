import { Alerted, failingOf } from "./alerted.ts"
import { stepOf } from "./alert-steps.ts"
import { boundedLines } from "./bounded-lines.ts"
import type { Drift } from "./drift.ts"
import { brief, presentableDrift } from "./presentable.ts"
import type { OperationResult, Run } from "./run.ts"
import type { Verdict } from "./verdict.ts"

export { Alerted }

/**
 * A message about an operation to the people who maintain an integration.
 *
 * - `opened`: it begins to fail in this way.
 * - `worse`: it drifts already, and a new finding is worse than all that were alerted.
 * - `changed`: it drifts already, and has findings that were not alerted.
 * - `still failing`: it still fails in this way a day after the last alert.
 * - `comes and goes`: it fails again in a way that was reported as resolved less than three runs ago.
 * - `resolved`: it passes.
 */
export interface Alert {
  readonly kind: "opened" | "worse" | "changed" | "still failing" | "comes and goes" | "resolved"
  readonly operation: string
  readonly verdict: Verdict
  readonly since: string
  /** The findings that the alert reports. For `worse` and `changed`: those that were not alerted before. */
  readonly drift: ReadonlyArray<Drift>
  /** Explains a result without findings. */
  readonly note?: string
}

/**
 * The alerts of a run, and the state to remember after it. Each way to fail is alerted when it begins, and once more
 * after a day; a drift also when it has new findings. One alert says that an operation passes again. A failure that
 * returns within three runs is alerted once as `comes and goes`, and is resolved after three runs without it. An outage
 * in between neither ends a drift nor begins a new one. A skipped operation keeps its state, because nothing was tested.
 */
export const alerts = (
  before: Alerted,
  run: Run,
): { readonly after: Alerted; readonly alerts: ReadonlyArray<Alert> } => {
  const known = new Map(Object.entries(before))
  const told: Array<Alert> = []
  for (const result of [...run.operations, runItself(run)]) {
    const step = stepOf(failingOf(known.get(result.operation)), result, run.finished)
    told.push(...step.alerts)
    if (step.after.troubles.length > 0 || step.after.findings.length > 0)
      known.set(result.operation, step.after)
    else known.delete(result.operation)
  }
  return { after: Object.fromEntries(known), alerts: told }
}

/** A run that broke off, or was not stored whole, is alerted like an operation that fails. */
const runItself = ({ note }: Run): OperationResult => ({
  api: "",
  operation: "contract run",
  scenarios: [],
  verdict: note === undefined ? "pass" : "outage",
  ...(note === undefined ? {} : { note }),
})

/** Slack cuts a text of more than 40,000 characters. */
const mostCharacters = 39_000

/**
 * The alerts of a run as one message for Slack's incoming webhooks and compatible ones. It has at most 39,000 characters:
 * every alert keeps its first line, and the remaining room is shared evenly by the lines below, one from each alert in
 * turn.
 */
export const message = (run: Run, alerts: ReadonlyArray<Alert>): { readonly text: string } => {
  const title = escaped(`Contracts against ${brief(run.target, 200)}`)
  return { text: [title, ...boundedLines(alerts.map(linesOf), mostCharacters - title.length)].join("\n") }
}

const headline: Readonly<Record<Alert["kind"], (alert: Alert) => string>> = {
  changed: ({ since, verdict }) => `${verdict}, new findings (it has failed since ${since})`,
  "comes and goes": ({ since, verdict }) => `${verdict}, comes and goes (since ${since})`,
  opened: ({ since, verdict }) => `${verdict}, opened (since ${since})`,
  resolved: ({ since }) => `resolved (it failed since ${since})`,
  "still failing": ({ since, verdict }) => `${verdict}, still failing (since ${since})`,
  worse: ({ since, verdict }) => `${verdict}, worse than before (it has failed since ${since})`,
}

/** An alert as lines. The first names the operation and the kind of alert. */
const linesOf = (alert: Alert): ReadonlyArray<string> => {
  const { drift, kind, note, operation, since } = alert
  const found = drift
    .map(presentableDrift)
    .map(
      ({ expected, got, pointer, severity }) => `  ${severity} ${pointer}: expected ${expected}; got ${got}`,
    )
  return [
    `${brief(operation, 200)}: ${headline[kind]({ ...alert, since: brief(since, 40) })}`,
    ...(note === undefined ? [] : [`  ${brief(note, 500)}`]),
    ...new Set(found),
  ].map(escaped)
}

// Slack reads text between < and > as a command, and a provider must not notify a channel. Lines are escaped before they
// are counted, so that no line is cut within an entity.
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
