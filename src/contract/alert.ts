import * as Schema from "effect/Schema"
import type { OperationResult, Run } from "./run.ts"
import { Verdict } from "./verdict.ts"

const day = 24 * 60 * 60 * 1000

/** Of every operation that fails: how, since when (ISO 8601), and whether it was said that it still does. */
export const Alerted = Schema.Record(
  Schema.String,
  Schema.Struct({ reminded: Schema.Boolean, since: Schema.String, verdict: Verdict }),
)
export type Alerted = typeof Alerted.Type

/** What the people who keep an integration alive are told of an operation. */
export interface Alert {
  readonly kind: "opened" | "still failing" | "resolved"
  readonly operation: string
  readonly verdict: Verdict
  readonly since: string
}

/**
 * What a run changes: an alert when an operation begins to fail or fails otherwise, one after it has failed for a
 * day, one when it passes again, and none in between. A skipped operation is as it was: nobody looked.
 */
export const alerts = (
  before: Alerted,
  { finished, operations }: Run,
): { readonly after: Alerted; readonly alerts: ReadonlyArray<Alert> } => {
  const steps = operations.map((result) => step(before[result.operation], result, finished))
  const seen = new Set(operations.map(({ operation }) => operation))
  const kept = Object.entries(before).filter(([operation]) => !seen.has(operation))
  const failing = steps.flatMap(({ operation, state }) =>
    state === undefined ? [] : [[operation, state] as const],
  )
  return {
    after: Object.fromEntries([...kept, ...failing]),
    alerts: steps.flatMap(({ alert }) => alert ?? []),
  }
}

const step = (
  state: Alerted[string] | undefined,
  { operation, verdict }: OperationResult,
  now: string,
): { readonly operation: string; readonly state?: Alerted[string] | undefined; readonly alert?: Alert } => {
  if (verdict === "skipped") return { operation, state }
  if (verdict === "pass") {
    if (state === undefined) return { operation }
    return { alert: { kind: "resolved", operation, since: state.since, verdict }, operation }
  }
  if (state?.verdict !== verdict) {
    return {
      alert: { kind: "opened", operation, since: now, verdict },
      operation,
      state: { reminded: false, since: now, verdict },
    }
  }
  if (state.reminded || Date.parse(now) - Date.parse(state.since) < day) return { operation, state }
  return {
    alert: { kind: "still failing", operation, since: state.since, verdict },
    operation,
    state: { ...state, reminded: true },
  }
}

/** The alerts of a run as one message that Slack's incoming webhooks, and what is compatible, accept. */
export const message = (run: Run, alerts: ReadonlyArray<Alert>): { readonly text: string } => {
  const told = alerts.map(({ kind, operation, since, verdict }) => {
    const drift = run.operations
      .filter((result) => result.operation === operation)
      .flatMap(({ scenarios }) => scenarios.flatMap((scenario) => scenario.drift))
      .map(
        ({ expected, got, pointer, severity }) =>
          `  ${severity} ${pointer}: expected ${expected}; got ${got}`,
      )
    const line =
      kind === "resolved"
        ? `${operation}: resolved (it failed since ${since})`
        : `${operation}: ${verdict}, ${kind} (since ${since})`
    return [line, ...new Set(drift)].join("\n")
  })
  const text = [`Contracts against ${run.target}`, ...told].join("\n")
  // What stands between < and > Slack takes for a command: a provider must not call a channel.
  return { text: text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;") }
}
