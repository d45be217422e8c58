import * as Schema from "effect/Schema"
import { Drift } from "./drift.ts"
import { Verdict } from "./verdict.ts"

/** How a scenario went in a contract run. */
export const ScenarioResult = Schema.Struct({
  scenario: Schema.String,
  verdict: Verdict,
  /** Whether it failed for a passing reason at first, and passed when it was tried again. */
  flaky: Schema.Boolean,
  drift: Schema.Array(Drift),
  /** What stood in its way. */
  note: Schema.optionalKey(Schema.String),
})
export type ScenarioResult = typeof ScenarioResult.Type

/** What a contract run says of an operation. */
export const OperationResult = Schema.Struct({
  operation: Schema.String,
  api: Schema.String,
  verdict: Verdict,
  /** Why it was skipped. */
  note: Schema.optionalKey(Schema.String),
  scenarios: Schema.Array(ScenarioResult),
})
export type OperationResult = typeof OperationResult.Type

/** A contract run: the scenarios of some operations, performed against one target. It holds no value that was exchanged. */
export const Run = Schema.Struct({
  /** ISO 8601, UTC. */
  started: Schema.String,
  finished: Schema.String,
  /** What it ran against: `emulator`, `sandbox`, or a base URL. */
  target: Schema.String,
  operations: Schema.Array(OperationResult),
  /** Why the run is incomplete: it broke off, or not all of it could be stored. */
  note: Schema.optionalKey(Schema.String),
})
export type Run = typeof Run.Type
