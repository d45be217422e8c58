import type { Change, Side } from "./change.ts"
import type { ReadShape } from "./read-shape.ts"
import type { Shape } from "./shape.ts"

/** How the schemas of two documents are read, and which side of an exchange they describe. */
export interface Readers {
  readonly side: Side
  readonly readOld: ReadShape
  readonly readNow: ReadShape
}

/** Two schemas further down that are still to be compared. */
export interface Inner {
  readonly step: string
  readonly old: Shape
  readonly now: Shape
}

/** What comparing two schemas found, and where it goes on. */
export interface Found {
  readonly changes: ReadonlyArray<Change>
  readonly inner: ReadonlyArray<Inner>
}

export const together = (all: ReadonlyArray<Found>): Found => ({
  changes: all.flatMap(({ changes }) => changes),
  inner: all.flatMap(({ inner }) => inner),
})
