import { escapeToken } from "effect/JsonPointer"
import type { Issue } from "../provider/reason.ts"
import { describedResponse } from "./body.ts"
import { responseFindings } from "./conformance.ts"
import type { Described } from "./document.ts"
import { get } from "./document-diff/json.ts"
import type { Drift } from "./drift.ts"
import type { Ending, Finding, RecordedResponse } from "./fixture.ts"
import { endingName } from "./perform.ts"
import { shownPlaces } from "./shown-places.ts"
import { typeName } from "./wording.ts"

/** A place for which a program refuses an answer. */
export type Refusal = Pick<Drift, "expected" | "got" | "pointer">

/** The issues of an ending, where its reason has any. */
export const issuesOf = (ending: Ending): ReadonlyArray<Issue> =>
  "success" in ending ? [] : (Object(ending.reason).issues ?? [])

/**
 * The reasons why a program refuses an answer, in the program's own words; empty where it does not. `found` are the
 * departures of the answer, for callers that have them already: finding them takes time.
 */
export const refusals = (
  described: Described,
  response: RecordedResponse,
  ending: Ending | undefined,
  found?: ReadonlyArray<Finding>,
): ReadonlyArray<Refusal> => {
  if (ending === undefined || endingName(ending) !== "ContractViolation") return []
  const { read, schema = true } = describedResponse(described, response)
  const value = "value" in read ? read.value : undefined
  // Names are not shown where finding out whether the document knows them would take too many steps.
  const endless = (found ?? responseFindings(described, response)).some(({ rule }) => rule === "steps")
  const schemas = endless ? [] : [schema]
  const shown = shownPlaces(described, { pointer: "/response/body", schemas, value })
  const all = issuesOf(ending).map(({ message, path }): Refusal => {
    const got = valueAt(value, path)
    if (got === undefined && path.length > 0) {
      const name = path.at(-1)
      // The name of what is missing is the program's own word; any other may be the provider's.
      const own = message === "Missing key" && typeof name === "string" && !response.body.includes(name)
      const pointer = own ? `${shown(path.slice(0, -1))}/${escapeToken(name)}` : shown(path)
      return { expected: "a property", got: "nothing", pointer }
    }
    // Effect says "Expected an http(s) URL"; a rule of somebody's own may quote what breaks it.
    const quotes = typeof got === "string" && got.length > 3 && message.includes(got)
    return {
      expected: quotes ? "another value" : message.replace(/^Expected /, "").slice(0, 200),
      got: value === undefined ? "an answer that it can't read" : typeName(got),
      pointer: shown(path),
    }
  })
  // Several names that are not shown may be wrong alike.
  return [...new Map(all.map((refusal) => [JSON.stringify(refusal), refusal])).values()]
}

const valueAt = (value: unknown, path: Issue["path"]): unknown =>
  path.reduce<unknown>(
    (node, step) => (Array.isArray(node) ? node[Number(step)] : get(node, String(step))),
    value,
  )

/** Whether one place lies within the other. */
export const overlap = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`)
