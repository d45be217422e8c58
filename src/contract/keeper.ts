import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { type History, keptRuns } from "./history.ts"
import { presentable } from "./presentable.ts"
import { Run } from "./run.ts"
import { attempt, settle } from "./settle.ts"

/** Where a keeper keeps what it knows: text under names, and runs in the order in which they came. */
export interface Shelf {
  readonly get: (name: string) => string | undefined
  readonly set: (name: string, value: string | undefined) => void
  readonly append: (run: string) => void
  /** The last runs, newest first. */
  readonly last: (count: number) => ReadonlyArray<string>
  /** Deletes all but the newest runs: at most `count`, with at most `characters` together. */
  readonly trim: (count: number, characters: number) => void
}

/** A run that has not ended after this many milliseconds has died with its machine. */
export const longestRun = 15 * 60 * 1000

// What an earlier version kept and this one can't read is as good as gone.
const parseRun = Schema.decodeUnknownOption(Schema.fromJsonString(Run))

const underWay = (shelf: Shelf, now: number): string | null => {
  const began = shelf.get("under-way")
  return began !== undefined && now - Date.parse(began) < longestRun ? began : null
}

export const history = (shelf: Shelf, now: number): History => ({
  runs: shelf
    .last(keptRuns)
    .flatMap((text) =>
      Option.toArray(parseRun(text)).map((run) => ({ ...run, operations: run.operations.map(presentable) })),
    ),
  under_way: underWay(shelf, now),
})

/** Marks a run as begun, unless one is under way. */
export const begin = (shelf: Shelf, now: number): boolean => {
  if (underWay(shelf, now) !== null) return false
  shelf.set("under-way", new Date(now).toISOString())
  return true
}

/**
 * Returns the run to perform, if one has begun, and marks it, so that it is performed once, however often this is called.
 * `died` is a run that was marked earlier and never ended. Both are identified by their start.
 */
export const claim = (shelf: Shelf): { readonly began?: string; readonly died?: string } => {
  const began = shelf.get("under-way")
  const marked = shelf.get("performing")
  if (began === marked) {
    if (marked === undefined) return {}
    over(shelf)
    return { died: marked }
  }
  shelf.set("performing", began)
  return { ...(began === undefined ? {} : { began }), ...(marked === undefined ? {} : { died: marked }) }
}

/** Ends the run that is performed. Where it took longer than `longestRun`, another one may have begun meanwhile. */
const over = (shelf: Shelf): void => {
  const began = shelf.get("under-way")
  if (began === (shelf.get("performing") ?? began)) shelf.set("under-way", undefined)
  shelf.set("performing", undefined)
}

/**
 * Ends the run that is performed, stores it and sends its alerts. It never fails, even where the storage does: then the
 * next run can begin after `longestRun`.
 */
export const finish = (
  shelf: Shelf,
  run: Run,
  alertUrl: string | undefined,
  fetch: typeof globalThis.fetch,
): Effect.Effect<void> =>
  Effect.andThen(
    attempt("The end of a contract run could not be stored", () => over(shelf)),
    settle(shelf, run, alertUrl, fetch),
  )
