import type * as Config from "effect/Config"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Headers from "effect/http/Headers"
import * as HttpTraceContext from "effect/http/HttpTraceContext"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { Apis } from "../gateway/apis.ts"
import { RequestId } from "../gateway/entry.ts"
import { type Decision, type Executor, executor } from "../gateway/idempotency/executor.ts"
import { Call, logDefect } from "../gateway/idempotency/idempotency.ts"
import { kept, State } from "../gateway/idempotency/machine.ts"
import { jsonLines } from "../gateway/log.ts"
import { perform } from "../gateway/perform.ts"
import type { ObjectState } from "./cloudflare.ts"
import { configuration, type Env, flushed, memoMap } from "./env.ts"

// Shared by the isolate's objects.
let performing: ManagedRuntime.ManagedRuntime<Apis, Config.ConfigError> | undefined

const decodeCall = Schema.decodeUnknownResult(Call)
const isState = Schema.is(State)

/** Makes the calls of one Idempotency-Key, and keeps its answer for 24 hours. */
export class IdempotentCalls {
  readonly #state: ObjectState
  readonly #env: Env
  readonly #executor: Executor

  constructor(state: ObjectState, env: Env) {
    this.#state = state
    this.#env = env
    this.#executor = executor({
      clear: () => state.waitUntil(this.#forget()),
      read: () => state.storage.kv.get("state"),
      write: (keep) => state.waitUntil(this.#keep(keep)),
    })
  }

  async fetch(request: Request): Promise<Response> {
    const requestId = request.headers.get("x-request-id") ?? undefined
    const sent = decodeCall(await request.json().catch(() => undefined))
    if (Result.isFailure(sent)) {
      report(sent.failure, undefined, requestId)
      return Response.json({ _tag: "broken-off" } satisfies Decision, { status: 400 })
    }
    const { fingerprint, ...call } = sent.success
    performing ??= ManagedRuntime.make(Layer.provideMerge(Apis.layerConfig, configuration(this.#env)), {
      memoMap,
    })
    const { runPromise } = performing
    const identified = Effect.provideService(perform(call), RequestId, requestId)
    const traced = Option.match(HttpTraceContext.fromHeaders(Headers.fromInput(request.headers)), {
      onNone: () => identified,
      onSome: (parent) => Effect.withParentSpan(identified, parent),
    })
    const decision = this.#executor.run(
      fingerprint,
      () => runPromise(traced),
      (defect) => report(defect, call.operation, requestId),
    )
    // A caller that hangs up does not stop what was begun.
    this.#state.waitUntil(flushed(decision))
    return Response.json(await decision)
  }

  /**
   * Deletes a state that was settled 24 hours ago or earlier. An alarm may be delivered twice, when the key may already
   * belong to another call. A state that is under way, broken off or unreadable is kept for good: its call may have been
   * applied.
   */
  async alarm(): Promise<void> {
    const state = this.#state.storage.kv.get("state")
    if (!isState(state) || state._tag === "under-way") return
    // The first release did not store `settledAt`: such a state is kept for another 24 hours.
    const { settledAt = Date.now() } = state
    if (settledAt + Duration.toMillis(kept) <= Date.now()) await this.#forget()
    else await this.#keep({ ...state, settledAt })
  }

  // Not `async`: when the storage refuses a state, this has to throw before a call is made.
  #keep(state: State): Promise<unknown> {
    const { storage } = this.#state
    storage.kv.put("state", state)
    if (state._tag === "under-way") return Promise.resolve()
    return storage.setAlarm((state.settledAt ?? Date.now()) + Duration.toMillis(kept))
  }

  /**
   * Deletes everything in the object's storage. SQLite storage changes at once and in the order of the calls, so a copy
   * of the request that arrives before the promise resolves finds a new key, and its writes stay.
   */
  #forget(): Promise<unknown> {
    const { storage } = this.#state
    return Promise.all([storage.deleteAlarm(), storage.deleteAll()])
  }
}

/** Logs a defect without reading the configuration, which may be the cause. */
const report = (defect: unknown, operation: string | undefined, requestId: string | undefined) =>
  void logDefect(defect, operation).pipe(
    Effect.provideService(RequestId, requestId),
    Effect.provide(Logger.layer([jsonLines])),
    Effect.runFork,
  )
