import { escapeToken } from "effect/JsonPointer"
import type { Drift } from "../drift.ts"
import type { Change, Side } from "./change.ts"
import { requestRules, responseRules, type Rule } from "./rules.ts"

const rules: Readonly<Record<Side, Readonly<Record<string, Rule>>>> = {
  request: requestRules,
  response: responseRules,
}

/** What changes on one side of an operation come to, each said once. */
export const judge = (side: Side, changes: ReadonlyArray<Change>): ReadonlyArray<Drift> => {
  const drift = changes.flatMap(({ about = "", at, expected, got, kind }): ReadonlyArray<Drift> => {
    const rule = rules[side][kind]
    if (rule === undefined) return []
    const pointer = [side, ...at].map((step) => `/${escapeToken(step)}`).join("")
    return [{ severity: rule[0], pointer, expected, got, meaning: rule[1].replace("{}", () => about) }]
  })
  return [...new Map(drift.map((one) => [JSON.stringify(one), one])).values()]
}
