import type * as Config from "effect/Config"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Headers from "effect/http/Headers"
import * as HttpTraceContext from "effect/http/HttpTraceContext"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Option from "effect/Option"
import { Apis } from "../gateway/apis.ts"
import { type Decision, type Executor, executor } from "../gateway/idempotency/executor.ts"
import { Idempotency, kept, type KeyedCall, logDefect } from "../gateway/idempotency/idempotency.ts"
import type { State } from "../gateway/idempotency/machine.ts"
import { jsonLines } from "../gateway/log.ts"
import { perform } from "../gateway/perform.ts"
import { bound, type ObjectState } from "./cloudflare.ts"
import { configuration, type Env, flushed, memoMap } from "./env.ts"

/** Longer than any call takes: its deadline, and what it takes to get there and back. In milliseconds. */
const patience = 20_000

/** Keyed calls are made by the one object that a key has, wherever its copies arrive. */
export const idempotentCalls = ({
  IDEMPOTENT_CALLS: calls,
}: Pick<Env, "IDEMPOTENT_CALLS">): Layer.Layer<Idempotency> =>
  Layer.succeed(Idempotency, {
    run: Effect.fnUntraced(function* (call) {
      const span = yield* Effect.option(Effect.currentSpan)
      const headers = Option.match(span, { onNone: () => ({}), onSome: HttpTraceContext.toHeaders })
      const body = JSON.stringify(call)
      return yield* bound("IDEMPOTENT_CALLS", calls, (calls) => {
        const ask = async () => {
          const init = { body, headers, method: "POST", signal: AbortSignal.timeout(patience) }
          const answer = await calls.getByName(call.lookup).fetch("https://idempotent-calls", init)
          return (await answer.json()) as Decision
        }
        // An object that was moved or updated meanwhile knows what its key came to: under one key asking again is safe.
        return ask().catch(ask)
      })
    }),
  })

// Shared by the isolate's objects.
let performing: ManagedRuntime.ManagedRuntime<Apis, Config.ConfigError> | undefined

/** Makes the calls of one Idempotency-Key, and keeps its answer for 24 hours. */
export class IdempotentCalls {
  readonly #state: ObjectState
  readonly #env: Env
  readonly #executor: Executor
  /** That of its key: a key of two operations is two. */
  #operation = ""

  constructor(state: ObjectState, env: Env) {
    this.#state = state
    this.#env = env
    const { kv } = state.storage
    this.#executor = executor(
      {
        clear: () => {
          kv.delete("state")
          void state.storage.deleteAlarm()
        },
        read: () => kv.get<State>("state"),
        write: (keep) => {
          kv.put("state", keep)
          // What is under way or broken off is kept for good: its call may have been applied.
          if (keep._tag === "settled") void state.storage.setAlarm(Date.now() + Duration.toMillis(kept))
        },
      },
      // With nothing of the configuration, which may be what is at fault.
      (defect) =>
        Effect.runFork(Effect.provide(logDefect(defect, this.#operation), Logger.layer([jsonLines]))),
    )
  }

  async fetch(request: Request): Promise<Response> {
    const { fingerprint, ...call } = (await request.json()) as KeyedCall
    this.#operation = call.operation
    performing ??= ManagedRuntime.make(Layer.provideMerge(Apis.layerConfig, configuration(this.#env)), {
      memoMap,
    })
    const { runPromise } = performing
    const traced = Option.match(HttpTraceContext.fromHeaders(Headers.fromInput(request.headers)), {
      onNone: () => perform(call),
      onSome: (parent) => Effect.withParentSpan(perform(call), parent),
    })
    const decision = this.#executor.run(fingerprint, () => runPromise(traced))
    // A caller that hangs up does not stop what was begun.
    this.#state.waitUntil(flushed(decision))
    return Response.json(await decision)
  }

  /** Cloudflare may ring twice: by then the key may be another call's. */
  async alarm(): Promise<void> {
    const { kv } = this.#state.storage
    if (kv.get<State>("state")?._tag !== "under-way") await this.#state.storage.deleteAll()
  }
}
