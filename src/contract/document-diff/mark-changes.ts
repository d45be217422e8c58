import type { Change } from "./change.ts"
import { valueLabel } from "./label.ts"
import type { Shape } from "./shape.ts"

type Marked = "parameter" | "property"

export const requiredChanges = (what: Marked, old: boolean, now: boolean): ReadonlyArray<Change> => {
  const label = (required: boolean) => (required ? "required" : "optional")
  if (old === now) return []
  return [{ kind: `${what} ${label(now)}`, at: [], expected: label(old), got: label(now) }]
}

interface Deprecable {
  readonly deprecated: boolean
}

export const deprecatedChanges = (what: Marked, old: Deprecable, now: Deprecable): ReadonlyArray<Change> =>
  now.deprecated && !old.deprecated
    ? [{ kind: `${what} deprecated`, at: [], expected: "not deprecated", got: "deprecated" }]
    : []

// A default that is said for the first time, or no longer, may have been the default all along.
export const defaultChanges = (old: Shape, now: Shape): ReadonlyArray<Change> => {
  const [before, after] = [old.default, now.default]
  if (before === undefined || after === undefined) return []
  const [expected, got] = [`default ${valueLabel(before)}`, `default ${valueLabel(after)}`]
  return expected === got ? [] : [{ kind: "default changed", at: [], expected, got }]
}
