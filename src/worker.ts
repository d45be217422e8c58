import type {
  DurableObjectNamespace,
  DurableObjectState,
  ExecutionContext,
  RateLimit,
  ScheduledController,
} from "@cloudflare/workers-types"
import type * as Config from "effect/Config"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as ManagedRuntime from "effect/ManagedRuntime"
import { documents } from "../generated/contract/documents.ts"
import { fixtures } from "../generated/contract/fixtures.ts"
import { contracts } from "./contract/contracts.ts"
import type { OpenApiDocument } from "./contract/document.ts"
import { ContractHistory, type History } from "./contract/history.ts"
import { begin, finish, history, type Shelf } from "./contract/keeper.ts"
import { contractRoutes } from "./contract/routes.ts"
import { runContracts } from "./contract/run-contracts.ts"
import { sandboxes } from "./contract/target.ts"
import { Apis } from "./gateway/apis.ts"
import { CallerLimit } from "./gateway/caller-limit.ts"
import { gateway } from "./gateway/gateway.ts"
import { type Decision, type Executor, executor } from "./gateway/idempotency/executor.ts"
import { Idempotency, kept, type KeyedCall } from "./gateway/idempotency/idempotency.ts"
import type { State } from "./gateway/idempotency/machine.ts"
import { perform } from "./gateway/perform.ts"

interface Env {
  readonly CONTRACT_RUNS: DurableObjectNamespace
  readonly IDEMPOTENT_CALLS: DurableObjectNamespace
  readonly CALLER_LIMIT?: RateLimit
  readonly CONTRACT_ALERT_URL?: string
  readonly [name: string]: unknown
}

const none: OpenApiDocument = { components: { schemas: {} }, info: {}, openapi: "3.1.0", paths: {} }
const underContract = contracts((api) => documents[api] ?? none)

/** The one object that runs contracts and keeps the runs. A stub belongs to the request that it was got in. */
const contractRuns = ({ CONTRACT_RUNS: runs }: Env) => {
  const ask = <A>(path: string) =>
    Effect.promise(async () => {
      const answer = await runs.get(runs.idFromName("all")).fetch(`https://contract-runs${path}`)
      return (await answer.json()) as A
    })
  return { history: ask<History>("/history"), start: ask<boolean>("/start") }
}

/** Keyed calls are made by the one object that a key has, wherever its copies arrive. */
const idempotentCalls = ({ IDEMPOTENT_CALLS: calls }: Env) =>
  Layer.succeed(Idempotency, {
    run: (call) =>
      Effect.promise(async () => {
        const stub = calls.get(calls.idFromName(call.lookup))
        const answer = await stub.fetch("https://idempotent-calls", {
          body: JSON.stringify(call),
          method: "POST",
        })
        return (await answer.json()) as Decision
      }),
  })

/** The period of `CALLER_LIMIT` in `wrangler.toml`, in milliseconds: a binding does not tell it. */
const limitPeriod = 10_000

const callerLimit = ({ CALLER_LIMIT: limit }: Env) =>
  limit === undefined
    ? Layer.empty
    : Layer.succeed(CallerLimit, {
        admits: (caller) => Effect.promise(async () => (await limit.limit({ key: caller })).success),
        period: limitPeriod,
      })

const configuration = (env: Env) =>
  Layer.merge(ConfigProvider.layer(ConfigProvider.fromUnknown(env)), Logger.layer([Logger.consoleJson]))

const serve = (env: Env) =>
  gateway(
    Layer.mergeAll(
      configuration(env),
      callerLimit(env),
      Layer.sync(ContractHistory, () => contractRuns(env)),
    ),
    { ...contractRoutes(underContract.map(({ operation }) => operation)), idempotency: idempotentCalls(env) },
  )

// An isolate's bindings never change: what is made of them is made once.
let serving: ReturnType<typeof serve> | undefined
let performing: ManagedRuntime.ManagedRuntime<Apis, Config.ConfigError> | undefined

export default {
  fetch(request: Request, env: Env, context: ExecutionContext): Promise<Response> {
    serving ??= serve(env)
    const response = serving.handler(request)
    // A caller that hangs up does not stop what was begun.
    context.waitUntil(response)
    return response
  },
  async scheduled(_: ScheduledController, env: Env): Promise<void> {
    await Effect.runPromise(contractRuns(env).start)
  },
}

/** Runs contracts one at a time, in an alarm so that no caller has to wait, and keeps the last runs in SQLite. */
export class ContractRuns {
  readonly #state: DurableObjectState
  readonly #env: Env
  readonly #shelf: Shelf

  constructor(state: DurableObjectState, env: Env) {
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
    const target = sandboxes(ConfigProvider.fromUnknown(this.#env), fetch)
    return runContracts(underContract, fixtures, target, "sandbox").pipe(
      Effect.flatMap((run) => finish(this.#shelf, run, this.#env.CONTRACT_ALERT_URL, fetch)),
      Effect.provide(configuration(this.#env)),
      Effect.runPromise,
    )
  }
}

/** Makes the calls of one Idempotency-Key, and keeps its answer for 24 hours. */
export class IdempotentCalls {
  readonly #state: DurableObjectState
  readonly #env: Env
  readonly #executor: Executor

  constructor(state: DurableObjectState, env: Env) {
    this.#state = state
    this.#env = env
    const { kv } = state.storage
    this.#executor = executor(
      {
        clear: () => void kv.delete("state"),
        read: () => kv.get<State>("state"),
        write: (keep) => {
          kv.put("state", keep)
          void state.storage.setAlarm(Date.now() + Duration.toMillis(kept))
        },
      },
      (defect) => console.error(JSON.stringify({ fault: defect instanceof Error ? defect.name : "Error" })),
    )
  }

  async fetch(request: Request): Promise<Response> {
    const { fingerprint, ...call } = (await request.json()) as KeyedCall
    performing ??= ManagedRuntime.make(Layer.provideMerge(Apis.layerConfig, configuration(this.#env)))
    const { runPromise } = performing
    const decision = this.#executor.run(fingerprint, () => runPromise(perform(call)))
    this.#state.waitUntil(decision)
    return Response.json(await decision)
  }

  alarm(): Promise<void> {
    return this.#state.storage.deleteAll()
  }
}
