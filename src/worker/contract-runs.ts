import * as Effect from "effect/Effect"
import { documents } from "../../generated/contract/documents.ts"
import { fixtures } from "../../generated/contract/fixtures.ts"
import { contracts } from "../contract/contracts.ts"
import type { OpenApiDocument } from "../contract/document.ts"
import type { History } from "../contract/history.ts"
import { begin, finish, history, type Shelf } from "../contract/keeper.ts"
import { runContracts } from "../contract/run-contracts.ts"
import { sandboxes } from "../contract/target.ts"
import { Refused } from "../gateway/problem.ts"
import { bound, type ObjectState } from "./cloudflare.ts"
import { configuration, type Env, variables } from "./env.ts"

const none: OpenApiDocument = { components: { schemas: {} }, info: {}, openapi: "3.1.0", paths: {} }
/** The operations under contract. */
export const underContract = contracts((api) => documents[api] ?? none)

/** Milliseconds that the object has for an answer. */
const answerTimeoutMs = 10_000

/** The one object that runs contracts and keeps the runs. A stub belongs to the request that it was got in. */
export const contractRuns = ({ CONTRACT_RUNS: runs }: Env) => {
  const ask = <A>(path: string) =>
    Effect.orDie(
      Effect.mapError(
        bound("CONTRACT_RUNS", runs, async (runs) => {
          // An answer that never comes would hold up everybody who waits for the same one.
          const init = { signal: AbortSignal.timeout(answerTimeoutMs) }
          const answer = await runs.getByName("all").fetch(`https://contract-runs${path}`, init)
          return (await answer.json()) as A
        }),
        (refusal) => new Refused(refusal),
      ),
    )
  return { history: ask<History>("/history"), start: ask<boolean>("/start") }
}

/** Runs contracts one at a time, in an alarm so that no caller has to wait, and keeps the last runs in SQLite. */
export class ContractRuns {
  readonly #state: ObjectState
  readonly #env: Env
  readonly #shelf: Shelf

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
      trim: (count) =>
        void sql.exec("DELETE FROM run WHERE id NOT IN (SELECT id FROM run ORDER BY id DESC LIMIT ?)", count),
    }
  }

  async fetch(request: Request): Promise<Response> {
    if (new URL(request.url).pathname === "/history") return Response.json(history(this.#shelf, Date.now()))
    const started = begin(this.#shelf, Date.now())
    if (started) await this.#state.storage.setAlarm(Date.now())
    return Response.json(started)
  }

  alarm(): Promise<void> {
    const target = sandboxes(variables(this.#env), fetch)
    return runContracts(underContract, fixtures, target, "sandbox").pipe(
      Effect.flatMap((run) => finish(this.#shelf, run, this.#env.CONTRACT_ALERT_URL, fetch)),
      Effect.provide(configuration(this.#env)),
      Effect.runPromise,
    )
  }
}
