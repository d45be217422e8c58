import * as Schema from "effect/Schema"

/**
 * How bad a difference is for callers.
 *
 * - `info`: nothing that works today stops working.
 * - `warning`: something that nobody needs is gone, or something may come that nobody expects.
 * - `breaking`: requests that were good are refused, or answers are no longer what they were.
 */
export const Severity = Schema.Literals(["info", "warning", "breaking"])
export type Severity = typeof Severity.Type

/** A difference between what a provider does or says now and what the documents and fixtures say. */
export const Drift = Schema.Struct({
  severity: Severity,
  /** A JSON Pointer that begins with `/request` or `/response`; `(unknown name)` stands for names that are data. */
  pointer: Schema.String,
  expected: Schema.String,
  got: Schema.String,
  /** One sentence on what it means for callers. */
  meaning: Schema.String,
})
export type Drift = typeof Drift.Type

const order = { info: 0, warning: 1, breaking: 2 } as const

/** Whether a severity is as bad as another, or worse. */
export const atLeast = (severity: Severity, least: Severity): boolean => order[severity] >= order[least]
