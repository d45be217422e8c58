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
import { paramsReader } from "./params.ts"
import { perform, type Served, served } from "./perform.ts"
import { problem, type Refusal, retryAfterHeader } from "./problem.ts"
import { json, type Reply, text } from "./reply.ts"
import type { Asked, Route } from "./route.ts"
import { type Slots, slots } from "./slots.ts"

/** The routes of the operations, which share the slots of one gateway, and `/health`. */
export const routesOfOperations = (): ReadonlyArray<Route<Apis | Idempotency>> => {
  const limits = slots()
  return [...Object.values(served).map((operation) => routeOf(operation, limits)), health]
}

const routeOf = (operation: Served, limits: Slots): Route<Apis | Idempotency> => ({
  access: "caller-key",
  handler: Effect.gen(function* () {
    const apis = yield* Apis
    const idempotency = yield* Idempotency
    const readParams = paramsReader(operation)
    return (asked) =>
      answered(operation, asked, { idempotency, limits, readParams }).pipe(
        Effect.scoped,
        Effect.provideService(Apis, apis),
      )
  }),
  method: operation.endpoint.method.toUpperCase() as Route["method"],
  operation: operation.fullName,
  path: operation.route.path,
})

const healthy = json({ status: "ok" })

const health: Route = {
  access: "public",
  described: () => ({
    operationId: "service.health",
    successes: [{ schema: Schema.Struct({ status: Schema.Literal("ok") }), status: 200 }],
    summary: "Whether the gateway answers; asks no provider and needs no key",
    tag: "service",
  }),
  handler: Effect.succeed(() => Effect.succeed(healthy)),
  method: "GET",
  path: "/health",
}

/** What the requests of an operation share. */
interface Serving {
  readonly idempotency: Idempotency["Service"]
  readonly limits: Slots
  readonly readParams: ReturnType<typeof paramsReader>
}

const answered = (
  declared: Served,
  { params: path, request }: Asked,
  { idempotency, limits, readParams }: Serving,
): Effect.Effect<Reply, Refusal, Apis | Caller | Scope.Scope> =>
  Effect.gen(function* () {
    const entry = yield* Entry
    const key = readKey(request.headers.get("idempotency-key") ?? undefined)
    if (Result.isFailure(key)) return yield* refusal("idempotency-key", key.failure)
    if (key.success === undefined && !declared.safeToRetry) {
      return yield* refusal("idempotency-key", unkeyed)
    }
    const caller = yield* Caller
    yield* limits.ofCaller(caller)
    const { fullName: operation } = declared
    const params = readParams({
      header: (name) => request.headers.get(name),
      path,
      search: searchOf(request.url),
    })
    const body = hasBody(declared, request) ? yield* readJson(request) : undefined
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

/** Whether a request has a body to be read: one that its operation needs, or an optional one that was sent. */
const hasBody = ({ endpoint: { body } }: Served, { headers }: Request): boolean =>
  body !== undefined && (body.optional !== true || headers.has("content-type"))

const searchOf = (url: string): string => {
  const start = url.indexOf("?")
  return start === -1 ? "" : url.slice(start).replace(/#.*/, "")
}

const refusal = (...[kind, detail]: Parameters<typeof problem>) =>
  Effect.fail<Refusal>({ problem: problem(kind, detail) })

const unkeyed =
  "Doing this twice can cost somebody twice. Send a fresh Idempotency-Key with every new request, and the same one when you repeat it."

const respond = (
  { body, contentType, retryAfter, status }: Answer,
  headers: Readonly<Record<string, string>> = {},
): Reply =>
  body === ""
    ? { body, headers: { ...headers, ...retryAfterHeader(retryAfter) }, status }
    : text(body, { ...headers, ...retryAfterHeader(retryAfter), "content-type": contentType }, status)
