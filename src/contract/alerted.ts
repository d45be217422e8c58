import * as Schema from "effect/Schema"
import { Severity } from "./drift.ts"
import { Verdict } from "./verdict.ts"

/** A finding that was alerted. */
const KnownFinding = Schema.Struct({
  /** A digest, so that no text of a provider is stored. */
  id: Schema.String,
  scenario: Schema.String,
  severity: Severity,
  /** The number of runs in a row that compared the scenario and did not find it. */
  absent: Schema.Number,
})
export type KnownFinding = typeof KnownFinding.Type

/** One kind of failure of an operation that was alerted. Times are ISO 8601. */
const Trouble = Schema.Struct({
  verdict: Verdict,
  since: Schema.String,
  /** When the last alert about it was sent. */
  told: Schema.String,
  /** Whether the reminder after a day was sent. */
  reminded: Schema.Boolean,
  /** Runs in a row that looked for it and did not find it. */
  absent: Schema.Number,
  /** `resolved`: its end was alerted. `comes and goes`: it returned after that. */
  state: Schema.Literals(["open", "resolved", "comes and goes"]),
})
export type Trouble = typeof Trouble.Type

const Failing = Schema.Struct({ findings: Schema.Array(KnownFinding), troubles: Schema.Array(Trouble) })
export type Failing = typeof Failing.Type

/** The form that earlier releases stored: one verdict, and nothing about findings. */
const Earlier = Schema.Struct({ reminded: Schema.Boolean, since: Schema.String, verdict: Verdict })

/** The state of alerts, by operation: of every operation that fails or failed until a few runs ago. */
export const Alerted = Schema.Record(Schema.String, Schema.Union([Failing, Earlier]))
export type Alerted = typeof Alerted.Type

export const failingOf = (known: Alerted[string] | undefined): Failing => {
  if (known === undefined) return { findings: [], troubles: [] }
  if ("troubles" in known) return known
  return { findings: [], troubles: [{ ...known, absent: 0, state: "open", told: known.since }] }
}
