import type { Issue } from "../provider/reason.ts"
import { describedBody } from "./body.ts"
import { type Described, describedAs, operationObject } from "./document.ts"
import { get } from "./document-diff/json.ts"
import type { Drift } from "./drift.ts"
import type { Ending, RecordedResponse } from "./fixture.ts"
import { endingName } from "./perform.ts"
import { shownPlaces } from "./shown-places.ts"
import { typeName } from "./wording.ts"

/** A place for which a program refuses an answer. */
export type Refusal = Pick<Drift, "expected" | "got" | "pointer">

/** The issues of an ending, where its reason has any. */
export const issuesOf = (ending: Ending): ReadonlyArray<Issue> =>
  "success" in ending ? [] : (Object(ending.reason).issues ?? [])

/** The reasons why a program refuses an answer, in the program's own words; empty where it does not. */
export const refusals = (
  described: Described,
  response: RecordedResponse,
  ending: Ending | undefined,
): ReadonlyArray<Refusal> => {
  if (ending === undefined || endingName(ending) !== "ContractViolation") return []
  const operation = operationObject(described)
  const { content = {} } = operation.responses[describedAs(operation, response.status) ?? ""] ?? {}
  const { read, schema = true } = describedBody(content, response)
  const value = "value" in read ? read.value : undefined
  const shown = shownPlaces(described, { pointer: "/response/body", schemas: [schema], value })
  return issuesOf(ending).map(({ message, path }) => {
    const got = valueAt(value, path)
    return {
      // Effect's message is "Expected an http(s) URL" for a wrong value and "Missing key" for a missing one.
      expected:
        got === undefined && path.length > 0 ? "a property" : message.replace(/^Expected /, "").slice(0, 200),
      got: path.length === 0 && value === undefined ? "an answer that it can't read" : typeName(got),
      pointer: shown(path),
    }
  })
}

const valueAt = (value: unknown, path: Issue["path"]): unknown =>
  path.reduce<unknown>(
    (node, step) => (Array.isArray(node) ? node[Number(step)] : get(node, String(step))),
    value,
  )

/** Whether one place lies within the other. */
export const overlap = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`)
