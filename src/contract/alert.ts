import { Alerted, failingOf } from "./alerted.ts"
import { stepOf } from "./alert-steps.ts"
import { boundedLines } from "./bounded-lines.ts"
import type { Drift } from "./drift.ts"
import { brief, presentableDrift } from "./presentable.ts"
import type { OperationResult, Run } from "./run.ts"
import type { Verdict } from "./verdict.ts"

export { Alerted }

/**
 * What the people who keep an integration alive are told of an operation.
 *
 * - `opened`: it begins to fail in this way.
 * - `worse`: it drifts already, and a finding is worse than any that was told.
 * - `changed`: it drifts already, and there are findings that were not told.
 * - `still failing`: it has failed in this way for a day since the last alert.
 * - `comes and goes`: it fails again in a way that was said to be over less than three runs ago.
 * - `resolved`: it passes.
 */
export interface Alert {
  readonly kind: "opened" | "worse" | "changed" | "still failing" | "comes and goes" | "resolved"
  readonly operation: string
  readonly verdict: Verdict
  readonly since: string
  /** The findings it is about: of `worse` and `changed` those that were not told before. */
  readonly drift: ReadonlyArray<Drift>
  /** Why there is no more to say. */
  readonly note?: string
}

/**
 * What a run changes. Each way to fail is told of when it begins, and once more after a day; a drift also when it has
 * findings that were not told. One alert says that an operation passes again. What returns within three runs is told
 * of once, as something that comes and goes; it is resolved when three runs have passed without it. Until then an
 * outage in between neither ends a drift nor begins it anew. A skipped operation is as it was: nobody looked.
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

/** A run that is not whole is told of as an operation that fails. */
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
 * The alerts of a run as one message that Slack's incoming webhooks, and what is compatible, accept. It has at most
 * 39,000 characters: every alert keeps its first line, and the lines below share what is left, one line of each alert
 * after the other.
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

/** An alert as lines, of which the first says what it is about. */
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

// Slack takes what stands between < and > for a command: a provider must not call a channel. A line is escaped before
// it is counted, so that no text is cut within an entity.
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
