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

/** `HttpApiBuilder` asks for what answers with files. Nothing here does, so it is neither needed nor bundled. */
const withoutFiles = <A, E, R>(layer: Layer.Layer<A, E, R>) =>
  layer as Layer.Layer<A, E, Exclude<R, FileSystem | Generator | HttpPlatform | Path>>

const routes = Layer.mergeAll(HttpApiBuilder.layer(Api, { openapiPath: "/openapi.json" }), docs).pipe(
  withoutFiles,
  Layer.provide(handlers),
  Layer.provide(Layer.mergeAll(Apis.layerConfig, CallerKey.layerConfig)),
)

/**
 * The gateway as a function from a web request to a web response, on Web standards only. `services` brings what it
 * is configured with: a `ConfigProvider`, loggers, a tracer.
 */
export const gateway = <E>(services: Layer.Layer<never, E>) =>
  HttpEffect.toWebHandlerLayerWith(
    routes.pipe(Layer.provideMerge(HttpRouter.layer), Layer.provideMerge(services)),
    {
      toHandler: (context) =>
        Effect.succeed(framed(Context.get(context, HttpRouter.HttpRouter).asHttpEffect())),
    },
  )
