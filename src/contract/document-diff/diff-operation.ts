import type { Described } from "../document.ts"
import type { Drift } from "../drift.ts"
import { accessChanges } from "./access-changes.ts"
import { bodyChanges } from "./body-changes.ts"
import { judge } from "./judge.ts"
import { get } from "./json.ts"
import { type Located, locate } from "./operation.ts"
import { parameterChanges } from "./parameter-changes.ts"
import { shapeReader } from "./read-shape.ts"
import { responseChanges } from "./response-changes.ts"
import { comparer } from "./schema-changes.ts"

/**
 * What changed for the callers of one operation between two documents that describe it, OpenAPI 3.0 or 3.1. What
 * the same thing is called, in which order and in which of several spellings it is said, is no change.
 */
export const diffOperation = (old: Described, now: Described): ReadonlyArray<Drift> => {
  const [before, after] = [
    locate(old.document, old.method, old.path),
    locate(now.document, now.method, now.path),
  ]
  if (before === undefined && after === undefined) return []
  const name = `${old.method.toUpperCase()} ${old.path}`
  if (after === undefined) {
    return judge("request", [{ kind: "operation gone", at: [], expected: name, got: "nothing" }])
  }
  if (before === undefined) {
    return judge("request", [{ kind: "operation gained", at: [], expected: "nothing", got: name }])
  }
  const [readOld, readNow] = [shapeReader(old.document), shapeReader(now.document)]
  const request = comparer({ readNow, readOld, side: "request" })
  const response = comparer({ readNow, readOld, side: "response" })
  return [
    ...judge("request", [
      ...deprecation(before, after),
      ...accessChanges(before, after),
      ...parameterChanges(before, after, request),
      ...bodyChanges(before, after, request),
    ]),
    ...judge("response", responseChanges(before, after, response)),
  ]
}

const isDeprecated = ({ operation }: Located) => get(operation, "deprecated") === true

const deprecation = (old: Located, now: Located) =>
  isDeprecated(now) && !isDeprecated(old)
    ? ([{ kind: "operation deprecated", at: [], expected: "not deprecated", got: "deprecated" }] as const)
    : []
