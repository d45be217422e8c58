import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import { Apis } from "./apis.ts"
import { readJson } from "./body.ts"
import { Caller } from "./caller.ts"
import { Entry, learn } from "./entry.ts"
import { Idempotency } from "./idempotency/idempotency.ts"
import { readKey } from "./idempotency/key.ts"
import type { Answer } from "./idempotency/machine.ts"
import { keyed } from "./keyed.ts"
import { perform, served } from "./perform.ts"
import { problem, type Refusal, retryAfterHeader } from "./problem.ts"
import { json, type Reply, text } from "./reply.ts"
import type { Asked, Route } from "./route.ts"
import { type OperationRoute, operationRoutes } from "./routes.ts"
import { type Slots, slots } from "./slots.ts"

/** The routes of the operations, which share the slots of one gateway, and `/health`. */
export const routesOfOperations = (): ReadonlyArray<Route<Apis | Idempotency>> => {
  const limits = slots()
  return [...operationRoutes.map((route) => routeOf(route, limits)), health]
}

const routeOf = (
  { name, params, path, request, success, summary }: OperationRoute,
  limits: Slots,
): Route<Apis | Idempotency> => ({
  access: "caller-key",
  described: {
    idempotencyKey: served[name]?.repeatable === true ? "optional" : "required",
    operationId: `checkouts.${name}`,
    params,
    request,
    status: 201,
    success,
    summary,
    tag: "checkouts",
  },
  handler: Effect.gen(function* () {
    const apis = yield* Apis
    const idempotency = yield* Idempotency
    return (asked) =>
      answered(name, asked, idempotency, limits).pipe(Effect.scoped, Effect.provideService(Apis, apis))
  }),
  method: "POST",
  operation: name,
  path,
})

const healthy = json({ status: "ok" })

const health: Route = {
  access: "public",
  described: {
    operationId: "service.health",
    status: 200,
    success: Schema.Struct({ status: Schema.Literal("ok") }),
    summary: "Whether the gateway answers; asks no provider and needs no key",
    tag: "service",
  },
  handler: Effect.succeed(() => Effect.succeed(healthy)),
  method: "GET",
  path: "/health",
}

const answered = (
  operation: string,
  { params, request }: Asked,
  idempotency: Idempotency["Service"],
  limits: Slots,
): Effect.Effect<Reply, Refusal, Apis | Caller | Scope.Scope> =>
  Effect.gen(function* () {
    const entry = yield* Entry
    const key = readKey(request.headers.get("idempotency-key") ?? undefined)
    if (Result.isFailure(key)) return yield* refusal("idempotency-key", key.failure)
    if (key.success === undefined && served[operation]?.repeatable !== true) {
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
): Reply => text(body, { ...headers, ...retryAfterHeader(retryAfter), "content-type": contentType }, status)
