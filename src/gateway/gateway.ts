import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type { FileSystem } from "effect/FileSystem"
import type { Generator } from "effect/http/Etag"
import * as HttpEffect from "effect/http/HttpEffect"
import type { HttpPlatform } from "effect/http/HttpPlatform"
import * as HttpRouter from "effect/http/HttpRouter"
import * as HttpApiBuilder from "effect/http-api/HttpApiBuilder"
import * as Layer from "effect/Layer"
import type { Path } from "effect/Path"
import { Api } from "./api.ts"
import { Apis } from "./apis.ts"
import { CallerKey } from "./caller.ts"
import { docs } from "./docs.ts"
import { framed } from "./frame.ts"
import { handlers } from "./handlers.ts"
import { Idempotency } from "./idempotency/idempotency.ts"
import { perform } from "./perform.ts"
import { ownSurface, type Surface } from "./surface.ts"

/** `HttpApiBuilder` asks for what answers with files. Nothing here does, so it is neither needed nor bundled. */
export const withoutFiles = <A, E, R>(layer: Layer.Layer<A, E, R>) =>
  layer as Layer.Layer<A, E, Exclude<R, FileSystem | Generator | HttpPlatform | Path>>

const routing = {
  // A route has one spelling: what guards a path elsewhere would be walked round by another.
  caseSensitive: true,
  ignoreTrailingSlash: false,
  // How long a parameter may be is for the program to say.
  maxParamLength: 64 * 1024,
}

/** What may be other than the gateway's own. */
export interface Extension<Services> {
  /** All that is served then, for `/openapi.json` and `/docs`. */
  readonly surface: Surface
  /** Beside the gateway's. Those of an `HttpApi` are `HttpApiBuilder.layer(api)`, piped through `withoutFiles`. */
  readonly routes: Layer.Layer<never, never, HttpRouter.HttpRouter | CallerKey | Services>
  /** Where keyed calls are made and their answers kept; without it in this process, as long as it lives. */
  readonly idempotency: Layer.Layer<Idempotency, never, Apis>
  /** Pass the `MemoMap` with which you build other layers to share `Apis`, and so its circuit breakers, with them. */
  readonly memoMap: Layer.MemoMap
}

/**
 * The gateway as a function from a web request to a web response, on Web standards only. `services` brings what it
 * is configured with (a `ConfigProvider`, loggers, a tracer) and what an extension needs. An API that is not configured
 * answers 503 and names what is missing; the others work.
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
    idempotency = Idempotency.layerMemory(perform),
    memoMap = Layer.makeMemoMapUnsafe(),
    routes = Layer.empty,
    surface = ownSurface,
  }: Partial<Extension<Services>> = {},
) => {
  // Two gateways with one `memoMap` share `Apis`. What is fresh here belongs to one gateway.
  const served = Layer.mergeAll(HttpApiBuilder.layer(Api), docs(surface)).pipe(
    withoutFiles,
    Layer.provide(Layer.fresh(handlers)),
    Layer.merge(routes),
    Layer.provide(idempotency),
    Layer.provide(Layer.mergeAll(Apis.layerConfig, Layer.fresh(CallerKey.layerConfig))),
    Layer.provideMerge(Layer.fresh(HttpRouter.layer)),
    Layer.provide(Layer.succeed(HttpRouter.RouterConfig, routing)),
    Layer.provideMerge(services),
  )
  return HttpEffect.toWebHandlerLayerWith(served, {
    memoMap,
    toHandler: (context) =>
      Effect.succeed(framed(Context.get(context, HttpRouter.HttpRouter).asHttpEffect(), surface)),
  })
}
