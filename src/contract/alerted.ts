import * as Schema from "effect/Schema"
import { Severity } from "./drift.ts"
import { Verdict } from "./verdict.ts"

/** A finding that somebody was told of. */
const KnownFinding = Schema.Struct({
  /** A digest: what a provider wrote is not kept. */
  id: Schema.String,
  scenario: Schema.String,
  severity: Severity,
  /** Runs in a row that looked for it and did not find it. */
  absent: Schema.Number,
})
export type KnownFinding = typeof KnownFinding.Type

/** One kind of failure of an operation, as far as somebody was told of it. Times are ISO 8601. */
const Trouble = Schema.Struct({
  verdict: Verdict,
  since: Schema.String,
  /** When the last alert about it was sent. */
  told: Schema.String,
  /** Whether it was said after a day that it is still there. */
  reminded: Schema.Boolean,
  /** Runs in a row that looked for it and did not find it. */
  absent: Schema.Number,
  /** `resolved`: it was said to be over. `comes and goes`: it was, and returned. */
  state: Schema.Literals(["open", "resolved", "comes and goes"]),
})
export type Trouble = typeof Trouble.Type

const Failing = Schema.Struct({ findings: Schema.Array(KnownFinding), troubles: Schema.Array(Trouble) })
export type Failing = typeof Failing.Type

/** How earlier releases kept it: one verdict, and nothing about findings. */
const Earlier = Schema.Struct({ reminded: Schema.Boolean, since: Schema.String, verdict: Verdict })

/** What people were told, by operation: of every operation that fails, or did so until a few runs ago. */
export const Alerted = Schema.Record(Schema.String, Schema.Union([Failing, Earlier]))
export type Alerted = typeof Alerted.Type

export const failingOf = (known: Alerted[string] | undefined): Failing => {
  if (known === undefined) return { findings: [], troubles: [] }
  if ("troubles" in known) return known
  return { findings: [], troubles: [{ ...known, absent: 0, state: "open", told: known.since }] }
}
