import * as Effect from "effect/Effect"
import type * as HttpServerRequest from "effect/http/HttpServerRequest"
import * as HttpServerResponse from "effect/http/HttpServerResponse"
import * as HttpApiBuilder from "effect/http-api/HttpApiBuilder"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import type * as Scope from "effect/Scope"
import { Api } from "./api.ts"
import { Apis } from "./apis.ts"
import { readJson } from "./body.ts"
import { Caller } from "./caller.ts"
import { Entry, learn, refused } from "./entry.ts"
import { Idempotency } from "./idempotency/idempotency.ts"
import { readKey } from "./idempotency/key.ts"
import type { Answer } from "./idempotency/machine.ts"
import { keyed } from "./keyed.ts"
import { perform, served } from "./perform.ts"
import { problem, type Refusal, retryAfterHeader } from "./problem.ts"
import { type Slots, slots } from "./slots.ts"

const checkouts = HttpApiBuilder.group(
  Api,
  "checkouts",
  Effect.fnUntraced(function* (handlers) {
    const apis = yield* Apis
    const idempotency = yield* Idempotency
    const limits = slots()
    const serve = (route: Route, params: Readonly<Record<string, string>>) =>
      answered(route, params, idempotency, limits).pipe(
        Effect.scoped,
        Effect.catch(refused),
        Effect.provideService(Apis, apis),
      )
    return handlers
      .handleRaw("PaywintPlatform.createCheckoutToken", (route) => serve(route, {}))
      .handleRaw("PaywintDeveloper.createCheckoutToken", (route) => serve(route, {}))
      .handleRaw("PaywintPlatform.createPaymentLink", (route) => serve(route, route.params))
      .handleRaw("PayNow.createCheckoutSession", (route) => serve(route, route.params))
  }),
)

const service = HttpApiBuilder.group(Api, "service", (handlers) =>
  handlers.handle("health", () => Effect.succeed({ status: "ok" as const })),
)

export const handlers = Layer.mergeAll(checkouts, service)

interface Route {
  readonly request: HttpServerRequest.HttpServerRequest
  readonly endpoint: { readonly identifier: string }
}

const answered = (
  { endpoint: { identifier: operation }, request }: Route,
  params: Readonly<Record<string, string>>,
  idempotency: Idempotency["Service"],
  limits: Slots,
): Effect.Effect<HttpServerResponse.HttpServerResponse, Refusal, Apis | Caller | Scope.Scope> =>
  Effect.gen(function* () {
    const entry = yield* Entry
    const key = readKey(request.headers["idempotency-key"])
    if (Result.isFailure(key)) return yield* refusal("idempotency-key", key.failure)
    if (key.success === undefined && served[operation]?.safeToRetry !== true) {
      return yield* refusal("idempotency-key", unkeyed)
    }
    const caller = yield* Caller
    yield* limits.ofCaller(caller)
    const body = yield* readJson(request)
    yield* limits.call
    // Until it is known.
    entry.outcome = "unknown"
    if (key.success === undefined) {
      const { answer } = yield* perform({ body, operation, params })
      learn(entry, answer)
      return respond(answer)
    }
    const call = { body, operation, params }
    const responded = Effect.map(keyed(call, key.success, idempotency), ({ answer, replayed }) => {
      learn(entry, answer)
      const { retryAfter: _, ...kept } = answer
      return respond(
        // No `retryAfter`: a kept answer never changes, so asking again under the same key gives the same one.
        entry.outcome === "not-applied" ? answer : kept,
        replayed ? { "idempotent-replayed": "true" } : {},
      )
    })
    // A caller that hangs up does not stop its call, and how that ends is logged.
    return yield* Effect.uninterruptible(responded)
  })

const refusal = (...[kind, detail]: Parameters<typeof problem>) =>
  Effect.fail<Refusal>({ problem: problem(kind, detail) })

const unkeyed =
  "Doing this twice can cost somebody twice. Send a fresh Idempotency-Key with every new request, and the same one when you repeat it."

const respond = (
  { body, contentType, retryAfter, status }: Answer,
  headers: Readonly<Record<string, string>> = {},
) =>
  HttpServerResponse.text(body, {
    contentType,
    headers: { ...headers, ...retryAfterHeader(retryAfter) },
    status,
  })
