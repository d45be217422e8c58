import type { requestRules, responseRules } from "./rules.ts"

export type Side = "request" | "response"

/** What may happen to an operation's description: the rows of the rules. */
export type Kind = keyof typeof requestRules | keyof typeof responseRules

/** Something that changed, before it is judged. */
export interface Change {
  readonly kind: Kind
  readonly at: ReadonlyArray<string>
  readonly expected: string
  readonly got: string
  /** The values or the keyword it is about, where the rule's sentence names it. */
  readonly about?: string
}

/** The changes of something that is found further down. */
export const below = (step: string, changes: ReadonlyArray<Change>): ReadonlyArray<Change> =>
  changes.map((change) => ({ ...change, at: [step, ...change.at] }))
