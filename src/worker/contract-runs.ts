import * as Effect from "effect/Effect"
import { documents } from "../../generated/contract/documents.ts"
import { fixtures } from "../../generated/contract/fixtures.ts"
import { contracts } from "../contract/contracts.ts"
import type { OpenApiDocument } from "../contract/document.ts"
import type { History } from "../contract/history.ts"
import { begin, claim, finish, history, longestRun, type Shelf } from "../contract/keeper.ts"
import { runContracts } from "../contract/run-contracts.ts"
import { brokenOff } from "../contract/run-notes.ts"
import { settle } from "../contract/settle.ts"
import { sandboxes } from "../contract/target.ts"
import { Refused } from "../gateway/problem.ts"
import { bound, type ObjectState } from "./cloudflare.ts"
import { configuration, type Env, variables } from "./env.ts"

const none: OpenApiDocument = { components: { schemas: {} }, info: {}, openapi: "3.1.0", paths: {} }
/** The operations under contract. */
export const underContract = contracts((api) => documents[api] ?? none)

/** Milliseconds after which an answer of the object is given up. */
const answerTimeoutMs = 10_000

/** The one object that runs contracts and keeps the runs. A stub belongs to the request that it was got in. */
export const contractRuns = ({ CONTRACT_RUNS: runs }: Env) => {
  const ask = <A>(path: string) =>
    bound("CONTRACT_RUNS", runs).pipe(
      Effect.mapError((refusal) => new Refused(refusal)),
      Effect.orDie,
      Effect.flatMap((runs) =>
        Effect.promise(async () => {
          // Readers share one read, so an answer that never comes would hold up all of them.
          const init = { signal: AbortSignal.timeout(answerTimeoutMs) }
          const answer = await runs.getByName("all").fetch(`https://contract-runs${path}`, init)
          return (await answer.json()) as A
        }),
      ),
    )
  return { history: ask<History>("/history"), start: ask<boolean>("/start") }
}

/** The target's name in the runs. */
const name = "sandbox"

/** Deletes all but the newest runs: the first `?` limits their number, the second their characters together. */
const trimming = `DELETE FROM run WHERE id NOT IN (
  SELECT id FROM (SELECT id, SUM(LENGTH(run)) OVER (ORDER BY id DESC) AS characters FROM run ORDER BY id DESC LIMIT ?)
  WHERE characters <= ?)`

/** Runs contracts one at a time, in an alarm so that no caller has to wait, and keeps the last runs in SQLite. */
export class ContractRuns {
  readonly #state: ObjectState
  readonly #env: Env
  readonly #shelf: Shelf
  /** Whether this instance performs a run. A run that an earlier instance performed ended with that instance. */
  #performing = false

  constructor(state: ObjectState, env: Env) {
    this.#state = state
    this.#env = env
    const { sql } = state.storage
    sql.exec("CREATE TABLE IF NOT EXISTS run (id INTEGER PRIMARY KEY AUTOINCREMENT, run TEXT NOT NULL)")
    sql.exec("CREATE TABLE IF NOT EXISTS known (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
    this.#shelf = {
      append: (run) => void sql.exec("INSERT INTO run (run) VALUES (?)", run),
      get: (name) =>
        sql.exec<{ value: string }>("SELECT value FROM known WHERE name = ?", name).toArray()[0]?.value,
      last: (count) =>
        sql
          .exec<{ run: string }>("SELECT run FROM run ORDER BY id DESC LIMIT ?", count)
          .toArray()
          .map(({ run }) => run),
      set: (name, value) =>
        void (value === undefined
          ? sql.exec("DELETE FROM known WHERE name = ?", name)
          : sql.exec("INSERT OR REPLACE INTO known (name, value) VALUES (?, ?)", name, value)),
      trim: (count, characters) => void sql.exec(trimming, count, characters),
    }
  }

  async fetch(request: Request): Promise<Response> {
    if (new URL(request.url).pathname === "/history") return Response.json(history(this.#shelf, Date.now()))
    const started = begin(this.#shelf, Date.now())
    if (started) await this.#state.storage.setAlarm(Date.now())
    return Response.json(started)
  }

  /**
   * Performs the run that has begun. Cloudflare repeats an alarm up to six times when it fails or its machine dies. A run
   * leaves links behind at providers, so it is marked before it is performed and never performed a second time.
   */
  async alarm(): Promise<void> {
    if (this.#performing) return
    const { began, died } = claim(this.#shelf)
    const end = { alertUrl: this.#env.CONTRACT_ALERT_URL, shelf: this.#shelf }
    const over = (started: string) => brokenOff(underContract, name, started, Date.now())
    const program = Effect.gen({ self: this }, function* () {
      if (died !== undefined) yield* settle(end.shelf, over(died), end.alertUrl, fetch)
      if (began === undefined) return
      // An alarm of our own, for when this machine dies and Cloudflare does not repeat the alarm.
      yield* Effect.promise(() => this.#state.storage.setAlarm(Date.now() + longestRun))
      const target = sandboxes(variables(this.#env), fetch)
      const run = yield* runContracts(underContract, fixtures, target, name).pipe(
        Effect.catchCause(() => Effect.sync(() => over(began))),
      )
      yield* finish(end.shelf, run, end.alertUrl, fetch)
    })
    this.#performing = true
    await program.pipe(Effect.provide(configuration(this.#env)), Effect.runPromise).finally(() => {
      this.#performing = false
    })
  }
}
