import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { userAgent } from "../provider/common-headers.ts"
import { Alerted, alerts, message } from "./alert.ts"
import { type History, keptRuns } from "./history.ts"
import { Run } from "./run.ts"

/** Where a keeper keeps what it knows: text under names, and runs in the order in which they came. */
export interface Shelf {
  readonly get: (name: string) => string | undefined
  readonly set: (name: string, value: string | undefined) => void
  readonly append: (run: string) => void
  /** The last runs, newest first. */
  readonly last: (count: number) => ReadonlyArray<string>
  /** Drops all but the last runs. */
  readonly trim: (count: number) => void
}

/** A run that has not ended after this many milliseconds has died with its machine. */
const longestRun = 15 * 60 * 1000

// What an earlier version kept and this one can't read is as good as gone.
const parseRun = Schema.decodeUnknownOption(Schema.fromJsonString(Run))
const parseAlerted = Schema.decodeUnknownOption(Schema.fromJsonString(Alerted))

const underWay = (shelf: Shelf, now: number): string | null => {
  const began = shelf.get("under-way")
  return began !== undefined && now - Date.parse(began) < longestRun ? began : null
}

export const history = (shelf: Shelf, now: number): History => ({
  runs: shelf.last(keptRuns).flatMap((run) => Option.toArray(parseRun(run))),
  under_way: underWay(shelf, now),
})

/** Marks a run as begun, unless one is under way. */
export const begin = (shelf: Shelf, now: number): boolean => {
  if (underWay(shelf, now) !== null) return false
  shelf.set("under-way", new Date(now).toISOString())
  return true
}

/**
 * Keeps a run and tells of what it changed: one POST of `{text}` to `alertUrl`, if there is one. An alert that was
 * not taken is told again with the next run.
 */
export const finish = (
  shelf: Shelf,
  run: Run,
  alertUrl: string | undefined,
  fetch: typeof globalThis.fetch,
): Effect.Effect<void> =>
  Effect.gen(function* () {
    shelf.append(JSON.stringify(run))
    shelf.trim(keptRuns)
    shelf.set("under-way", undefined)
    const told = alerts(
      Option.getOrElse(parseAlerted(shelf.get("alerted") ?? "{}"), () => ({})),
      run,
    )
    const taken =
      alertUrl === undefined ||
      alertUrl === "" ||
      told.alerts.length === 0 ||
      (yield* post(alertUrl, message(run, told.alerts), fetch))
    if (taken) shelf.set("alerted", JSON.stringify(told.after))
  })

const post = (url: string, body: unknown, fetch: typeof globalThis.fetch): Effect.Effect<boolean> =>
  Effect.tryPromise((signal) =>
    fetch(url, {
      body: JSON.stringify(body),
      headers: { "content-type": "application/json", "user-agent": userAgent },
      method: "POST",
      redirect: "manual",
      signal,
    }),
  ).pipe(
    Effect.timeout("10 seconds"),
    Effect.map(({ ok }) => ok),
    Effect.orElseSucceed(() => false),
    Effect.tap((taken) =>
      taken ? Effect.void : Effect.logWarning("CONTRACT_ALERT_URL did not take an alert"),
    ),
  )
