import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as HttpApiMiddleware from "effect/http-api/HttpApiMiddleware"
import * as HttpApiSecurity from "effect/http-api/HttpApiSecurity"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import { callerKeys, callerOf } from "./caller-keys.ts"
import { CallerLimit } from "./caller-limit.ts"
import { Entry, refused } from "./entry.ts"
import { served } from "./perform.ts"
import { problem, type Refusal } from "./problem.ts"

/** The name of who calls. */
export class Caller extends Context.Service<Caller, string>()("edge-checkout/gateway/Caller") {}

/** Lets a request through whose `Authorization: Bearer <caller key>` is known. */
export class CallerKey extends HttpApiMiddleware.Service<CallerKey, { provides: Caller }>()(
  "edge-checkout/gateway/CallerKey",
  { security: { caller_key: HttpApiSecurity.bearer } },
) {
  /** Configured by `CALLER_KEYS`. Where that can't be read, nobody is let through. */
  static readonly layerConfig = Layer.effect(
    CallerKey,
    Effect.gen(function* () {
      const keys = yield* Effect.result(callerKeys)
      const whose = Result.map(keys, callerOf)
      return {
        caller_key: Effect.fnUntraced(function* (handler, { credential, endpoint: { identifier, path } }) {
          const entry = yield* Entry
          entry.route = path
          if (identifier in served) entry.operation = identifier
          if (Result.isFailure(whose)) return yield* refused(whose.failure)
          const caller = whose.success(Redacted.value(credential))
          if (caller === undefined) return yield* refused(unknown)
          entry.caller = caller
          const limit = yield* CallerLimit
          if (!(yield* limit.admits(caller))) return yield* refused(tooMany(limit.period))
          return yield* Effect.provideService(handler, Caller, caller)
        }),
      }
    }),
  )
}

const tooMany = (period: number): Refusal => ({
  problem: problem("too-many-requests", "Come back when the time is over."),
  retryAfter: period,
})

const unknown: Refusal = {
  headers: { "www-authenticate": "Bearer" },
  problem: problem("caller-unknown", "Send a known caller key as `Authorization: Bearer <key>`."),
}
