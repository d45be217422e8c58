import * as Schema from "effect/Schema"

/** What a contract run says of an operation. Skipped is never green. */
export const Verdict = Schema.Literals(["pass", "drift", "credentials", "outage", "throttled", "skipped"])
export type Verdict = typeof Verdict.Type

// What hides what: drift is what a run looks for; without credentials, or in an outage, nobody knows.
const order: ReadonlyArray<Verdict> = ["drift", "credentials", "outage", "throttled", "skipped", "pass"]

/** The verdict of several: the first of drift, credentials, outage, throttled, skipped, pass. */
export const worst = (verdicts: ReadonlyArray<Verdict>): Verdict =>
  order.find((verdict) => verdicts.includes(verdict)) ?? "skipped"
