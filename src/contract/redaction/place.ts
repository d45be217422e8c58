import { escapeToken } from "effect/JsonPointer"
import type { Described, Json } from "../document.ts"
import type { Kept } from "./kept.ts"
import type { Replacing } from "./replacing.ts"

/** A place in a body. */
export interface Place {
  /** The steps that lead to it. */
  readonly path: ReadonlyArray<string>
  /** The same steps, with a number in place of each name that is data. */
  readonly shown: ReadonlyArray<string>
  readonly schemas: ReadonlyArray<Json>
  /** One for each of several items that have to differ. */
  readonly variant: number
}

/** The state that all places of a body share. */
export interface Walk {
  readonly described: Described
  readonly kept: Kept
  readonly replacing: Replacing
  /** Data that is not replaced through `replacing`: numbers, and values that are kept. */
  readonly data: Array<string>
}

const pointerOf = (steps: ReadonlyArray<string>): string =>
  steps.map((step) => `/${escapeToken(step)}`).join("")

/** Why nothing is recorded. */
export const irreplaceable = ({ shown }: Place): string =>
  `no replacement fits the value at ${pointerOf(shown.slice(1)) || "the root"} of the answer: ` +
  "list it in `kept`, or give an example that its schema allows in an overlay of the document"
