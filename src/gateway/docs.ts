import * as Effect from "effect/Effect"
import * as HttpRouter from "effect/http/HttpRouter"
import * as HttpServerResponse from "effect/http/HttpServerResponse"
import * as Layer from "effect/Layer"
import { page, style } from "./docs-page.ts"
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
      Effect.promise(() => rendered(surface)),
    ),
  )

const kept = (path: `/${string}`, make: Effect.Effect<HttpServerResponse.HttpServerResponse>) => {
  let made: HttpServerResponse.HttpServerResponse | undefined
  const once = Effect.suspend(() =>
    made === undefined ? Effect.map(make, (answer) => (made = answer)) : Effect.succeed(made),
  )
  return HttpRouter.add("GET", path, once)
}

const rendered = async (surface: Surface): Promise<HttpServerResponse.HttpServerResponse> => {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style)))
  return HttpServerResponse.text(page(surface).html, {
    contentType: "text/html; charset=utf-8",
    headers: {
      "cache-control": "public, max-age=300",
      "content-security-policy": [
        "default-src 'none'",
        `style-src 'sha256-${btoa(String.fromCharCode(...hash))}'`,
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ].join("; "),
      "x-content-type-options": "nosniff",
    },
  })
}
