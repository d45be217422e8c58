import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { Alerted, alerts, message } from "./alert.ts"
import { keptRuns } from "./history.ts"
import type { Shelf } from "./keeper.ts"
import type { Run } from "./run.ts"
import { shortened } from "./run-notes.ts"

/** All runs that are kept are read at once. A hundred usual ones have some 300,000 characters. */
const keptCharacters = 4 * 1024 * 1024

// What an earlier version kept and this one can't read is as good as gone.
const parseAlerted = Schema.decodeUnknownOption(Schema.fromJsonString(Alerted))

/**
 * Keeps a run, as far as it can be kept, and tells of what it changed: one POST of `{text}` to `alertUrl`, if there is
 * one. An alert that was not taken is told again with the next run. It never fails.
 */
export const settle = (
  shelf: Shelf,
  run: Run,
  alertUrl: string | undefined,
  fetch: typeof globalThis.fetch,
): Effect.Effect<void> =>
  Effect.gen(function* () {
    const kept = yield* keep(shelf, run)
    const known = Option.flatMap(
      yield* attempt("What was alerted can't be read", () => shelf.get("alerted") ?? "{}"),
      parseAlerted,
    )
    const told = alerts(
      Option.getOrElse(known, () => ({})),
      kept,
    )
    const taken =
      alertUrl === undefined ||
      alertUrl === "" ||
      told.alerts.length === 0 ||
      (yield* post(alertUrl, message(kept, told.alerts), fetch))
    if (taken) {
      yield* attempt("What was alerted could not be stored", () =>
        shelf.set("alerted", JSON.stringify(told.after)),
      )
    }
  })

/** Stores a run, or what fits of it. Gives the run, with a note where it was not stored as it is. */
const keep = (shelf: Shelf, run: Run): Effect.Effect<Run> =>
  Effect.gen(function* () {
    const append = (some: Run) =>
      attempt("A contract run could not be stored", () => shelf.append(JSON.stringify(some)))
    const short = shortened(run)
    const kept = Option.isSome(yield* append(run))
      ? run
      : Option.isSome(yield* append(short))
        ? { ...run, note: short.note }
        : { ...run, note: "This run could not be stored." }
    yield* attempt("Old contract runs could not be dropped", () => shelf.trim(keptRuns, keptCharacters))
    return kept
  })

/** Does something with a store that may fail. What it says is left out: it may quote what it was given. */
export const attempt = <A>(failure: string, act: () => A): Effect.Effect<Option.Option<A>> =>
  Effect.sync(act).pipe(
    Effect.asSome,
    Effect.catchDefect(() => Effect.as(Effect.logWarning(failure), Option.none())),
  )

const post = (url: string, body: unknown, fetch: typeof globalThis.fetch): Effect.Effect<boolean> =>
  Effect.tryPromise((signal) =>
    fetch(url, {
      body: JSON.stringify(body),
      headers: { "content-type": "application/json" },
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
