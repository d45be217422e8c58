import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import { callerKeys, callerOf } from "./caller-keys.ts"
import { CallerLimit } from "./caller-limit.ts"
import { Entry } from "./entry.ts"
import { problem, type Refusal } from "./problem.ts"

/** The name of who calls. */
export class Caller extends Context.Service<Caller, string>()("edge-checkout/gateway/Caller") {}

/** Finds the caller of a request by its `Authorization: Bearer <caller key>`, and refuses one that is unknown. */
export class CallerKey extends Context.Service<
  CallerKey,
  { readonly callerOf: (authorization: string | null) => Effect.Effect<string, Refusal> }
>()("edge-checkout/gateway/CallerKey") {
  /** Configured by `CALLER_KEYS`. Where that can't be read, nobody is let through. */
  static readonly layerConfig = Layer.effect(
    CallerKey,
    Effect.gen(function* () {
      const keys = yield* Effect.result(callerKeys)
      const whose = Result.map(keys, callerOf)
      return {
        callerOf: Effect.fnUntraced(function* (authorization) {
          if (Result.isFailure(whose)) return yield* Effect.fail(whose.failure)
          const caller = whose.success(credentialOf(authorization ?? ""))
          if (caller === undefined) return yield* Effect.fail(unknown)
          const entry = yield* Entry
          entry.caller = caller
          const limit = yield* CallerLimit
          if (!(yield* limit.admits(caller))) return yield* Effect.fail(tooMany(limit.period))
          return caller
        }),
      }
    }),
  )
}

/** The key of a bearer's `Authorization`; empty, which is nobody's, where it has another scheme. */
const credentialOf = (authorization: string): string =>
  /^bearer (.*)$/i.exec(authorization)?.[1]?.trimStart() ?? ""

const tooMany = (period: number): Refusal => ({
  problem: problem("too-many-requests", "Come back when the time is over."),
  retryAfter: period,
})

const unknown: Refusal = {
  headers: { "www-authenticate": "Bearer" },
  problem: problem("caller-unknown", "Send a known caller key as `Authorization: Bearer <key>`."),
}
