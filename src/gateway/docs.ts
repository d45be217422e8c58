import * as Effect from "effect/Effect"
import * as HttpRouter from "effect/http/HttpRouter"
import * as HttpServerResponse from "effect/http/HttpServerResponse"
import * as Layer from "effect/Layer"
import { page, style } from "./docs-page.ts"
import { pageHeaders } from "./page-headers.ts"
import type { Surface } from "./surface.ts"

/** A surface in two forms: `/openapi.json` for machines, `/docs` for people. Made when someone first asks. */
export const docs = (surface: Surface) =>
  Layer.mergeAll(
    kept(
      "/openapi.json",
      Effect.sync(() => HttpServerResponse.jsonUnsafe(surface())),
    ),
    kept(
      "/docs",
      Effect.sync(() => rendered(surface)),
    ),
  )

const kept = (path: `/${string}`, make: Effect.Effect<HttpServerResponse.HttpServerResponse>) => {
  let made: HttpServerResponse.HttpServerResponse | undefined
  const once = Effect.suspend(() =>
    made === undefined ? Effect.map(make, (answer) => (made = answer)) : Effect.succeed(made),
  )
  return HttpRouter.add("GET", path, once)
}

const rendered = (surface: Surface): HttpServerResponse.HttpServerResponse =>
  HttpServerResponse.text(page(surface).html, {
    headers: { ...pageHeaders(style, "'none'"), "cache-control": "public, max-age=300" },
  })
