import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { userAgent } from "../provider/common-headers.ts"
import { Alerted, alerts, message } from "./alert.ts"
import { keptRuns } from "./history.ts"
import type { Shelf } from "./keeper.ts"
import type { Run } from "./run.ts"
import { shortened } from "./run-notes.ts"

/** The most characters of all stored runs, which are read at once. A hundred usual runs have about 300,000. */
const keptCharacters = 4 * 1024 * 1024

// A state that can't be read is dropped.
const parseAlerted = Schema.decodeUnknownOption(Schema.fromJsonString(Alerted))

/**
 * Stores a run, shortened where it does not fit, and sends its alerts as one POST of `{text}` to `alertUrl`, if there is
 * one. Alerts that were not accepted are sent again with the next run. It never fails.
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
      yield* attempt("The state of alerts can't be read", () => shelf.get("alerted") ?? "{}"),
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
      yield* attempt("The state of alerts could not be stored", () =>
        shelf.set("alerted", JSON.stringify(told.after)),
      )
    }
  })

/** Stores a run, without its findings where it does not fit. A run that was not stored whole is returned with a note. */
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

/** Runs an action on a store that may fail. The error's message is not logged, because it may quote stored text. */
export const attempt = <A>(failure: string, act: () => A): Effect.Effect<Option.Option<A>> =>
  Effect.sync(act).pipe(
    Effect.asSome,
    Effect.catchDefect(() => Effect.as(Effect.logWarning(failure), Option.none())),
  )

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
      taken ? Effect.void : Effect.logWarning("CONTRACT_ALERT_URL did not accept an alert"),
    ),
  )
