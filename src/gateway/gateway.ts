import * as Cause from "effect/Cause"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import { Hono } from "hono/tiny"
import { document as ownDocument } from "../../generated/openapi.ts"
import { Apis } from "./apis.ts"
import { Caller, CallerKey } from "./caller.ts"
import { Entry } from "./entry.ts"
import { framed, type Serving } from "./frame.ts"
import { routesOfOperations } from "./handlers.ts"
import { Idempotency } from "./idempotency/idempotency.ts"
import type { Document } from "./openapi.ts"
import { openApiRoute } from "./openapi-route.ts"
import { perform } from "./perform.ts"
import { problem, refuse } from "./problem.ts"
import { type Reply, responseOf } from "./reply.ts"
import { type Handler, pathOf, pathReader, patternOf, type Route } from "./route.ts"

/** What may be other than the gateway's own. */
export interface Extension<Services> {
  /** All that is served then, for `/openapi.json`. */
  readonly document: Document
  /** Beside the gateway's. */
  readonly routes: ReadonlyArray<Route<Services>>
  /** Where keyed calls are made and their answers kept; without it in this process, as long as it lives. */
  readonly idempotency: Layer.Layer<Idempotency, never, Apis>
  /** Pass the `MemoMap` with which you build other layers to share `Apis`, and so its circuit breakers, with them. */
  readonly memoMap: Layer.MemoMap
}

/** The handlers of a gateway's routes, without those that its configuration leaves out. */
class Handlers extends Context.Service<Handlers, ReadonlyMap<string, Handler>>()(
  "edge-checkout/gateway/Handlers",
) {}

const keyOf = ({ method, path }: Pick<Route, "method" | "path">) => `${method} ${path}`

/**
 * The gateway as a Hono app, on Web standards only: served by itself (`app.fetch`, or `handler`), or mounted in an app of
 * one's own (`own.route("/pay", app)`). `services` brings what it is configured with (a `ConfigProvider`, loggers, a
 * tracer) and what an extension needs. An API that is not configured answers 503 and names what is missing; the others
 * work.
 *
 * Without an `idempotency`, keys are kept in this process's memory, at most 100,000, and the guarantee of `Idempotency`
 * holds for one process, as long as it lives. With several processes, such as the isolates of a Cloudflare Worker, two
 * copies of a request make two calls: give them a store that they share. In a Worker that is `idempotentCalls` of
 * `edge-checkout/worker`; pass its `memoMap` as well, so that calls with and without a key share their circuit breakers.
 *
 * @example
 * ```ts
 * import { gateway } from "edge-checkout/gateway"
 * import * as ConfigProvider from "effect/ConfigProvider"
 *
 * const { dispose, handler } = gateway(ConfigProvider.layer(ConfigProvider.fromEnv()))
 *
 * const answer = await handler(new Request("http://localhost/health"))
 * console.log(answer.status, await answer.text())
 * await dispose()
 * ```
 */
export const gateway = <Services, E>(
  services: Layer.Layer<Services, E>,
  {
    document = ownDocument,
    idempotency = Idempotency.layerMemory(perform),
    memoMap = Layer.makeMemoMapUnsafe(),
    routes = [],
  }: Partial<Extension<Services>> = {},
) => {
  const all: ReadonlyArray<Route<Apis | Idempotency | Services>> = [
    ...routesOfOperations(),
    openApiRoute(document),
    ...routes,
  ]
  // Two gateways with one `memoMap` share `Apis`. What is fresh here belongs to one gateway.
  const handlers = Layer.effect(Handlers, Effect.map(Effect.forEach(all, bound), handlersOf)).pipe(
    Layer.fresh,
    Layer.provide(idempotency),
    Layer.provide(Layer.mergeAll(Apis.layerConfig, Layer.fresh(CallerKey.layerConfig))),
    Layer.provideMerge(services),
  )
  const runtime = ManagedRuntime.make(handlers, { memoMap })

  /** Runs the request in a fiber of its own, which ends when the caller hangs up. */
  const answer = (request: Request, serving: (handlers: ReadonlyMap<string, Handler>) => Serving) =>
    new Promise<Response>((resolve, reject) => {
      const { signal } = request
      const fiber = runtime.runFork(
        Effect.flatMap(Handlers, (handlers) => framed(request, serving(handlers))),
      )
      const hangUp = () => fiber.interruptUnsafe()
      fiber.addObserver((exit) => {
        signal.removeEventListener("abort", hangUp)
        if (exit._tag === "Success") resolve(responseOf(exit.value, request.method))
        else if (Cause.hasInterruptsOnly(exit.cause)) resolve(new Response(null, { status: 499 }))
        else reject(Cause.squash(exit.cause))
      })
      if (signal.aborted) hangUp()
      else signal.addEventListener("abort", hangUp, { once: true })
    })

  const app = new Hono()
  // What fails here is the configuration. Its message may hold secrets, so it is for whoever serves the app.
  app.onError((error) => {
    throw error
  })
  for (const route of all) {
    const serving = servingOf(route)
    app.on(route.method, patternOf(route.path), ({ req: { raw } }) => answer(raw, serving(raw)))
  }
  const placed = Map.groupBy(all, ({ path }) => path)
  for (const [path, here] of placed) {
    const readPath = pathReader(path)
    app.all(patternOf(path), ({ req: { raw } }) =>
      answer(raw, (handlers) => {
        const allowed = here.filter((route) => handlers.has(keyOf(route)))
        if (allowed.length === 0 || readPath(pathOf(raw.url)) === undefined) return nowhere
        return { reply: notAllowed(allowed.map(({ method }) => method)), template: path }
      }),
    )
  }
  app.all("*", ({ req: { raw } }) => answer(raw, () => nowhere))

  return {
    app,
    dispose: (): Promise<void> => runtime.dispose(),
    handler: async (request: Request): Promise<Response> => app.fetch(request),
  }
}

const handlersOf = (
  bound: ReadonlyArray<readonly [string, Handler | undefined]>,
): ReadonlyMap<string, Handler> =>
  new Map(bound.flatMap(([key, handler]) => (handler === undefined ? [] : [[key, handler]])))

/** The handler of a route; where the route needs a caller key, one that asks for it first. */
const bound = <R>(
  route: Route<R>,
): Effect.Effect<readonly [string, Handler | undefined], never, CallerKey | R> => {
  if (route.access === "public") return Effect.map(route.handler, (handler) => [keyOf(route), handler])
  return Effect.gen(function* () {
    const callers = yield* CallerKey
    const handler = yield* route.handler
    const pattern = patternOf(route.path)
    if (handler === undefined) return [keyOf(route), undefined] as const
    const guarded: Handler = (asked) =>
      Effect.gen(function* () {
        const entry = yield* Entry
        entry.route = pattern
        if (route.operation !== undefined) entry.operation = route.operation
        const caller = yield* callers.callerOf(asked.request.headers.get("authorization"))
        return yield* Effect.provideService(handler(asked), Caller, caller)
      })
    return [keyOf(route), guarded] as const
  })
}

/** Makes the function that finds the handler of a route and the parameters of a request to it. */
const servingOf = (route: Pick<Route, "method" | "path">) => {
  const key = keyOf(route)
  const readPath = pathReader(route.path)
  return (request: Request) =>
    (handlers: ReadonlyMap<string, Handler>): Serving => {
      const handler = handlers.get(key)
      const path = pathOf(request.url)
      const params = readPath(path)
      return handler === undefined || params === undefined
        ? nowhere
        : { reply: Effect.suspend(() => handler({ params, path, request })), template: route.path }
    }
}

const nowhere: Serving = {
  reply: Effect.succeed(refuse({ problem: problem("not-found", "There is no such route.") })),
  template: undefined,
}

const notAllowed = (methods: ReadonlyArray<string>): Effect.Effect<Reply> =>
  Effect.succeed(
    refuse({
      headers: {
        allow: methods.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])).join(", "),
      },
      problem: problem("method-not-allowed", `Use ${methods.join(" or ")}.`),
    }),
  )
