import * as Effect from "effect/Effect"
import { page, style } from "./docs-page.ts"
import type { Document } from "./openapi.ts"
import { pageHeaders } from "./page-headers.ts"
import { json, type Reply, text } from "./reply.ts"
import type { Route } from "./route.ts"

/**
 * A document in two forms, made when someone first asks: `/openapi.json` for machines, `/docs` for people. `/` leads to
 * the latter.
 */
export const docs = (document: Document): ReadonlyArray<Route> => [
  kept("/openapi.json", () => json(document)),
  kept("/docs", () =>
    text(page(document).html, {
      ...pageHeaders(style, "'none'"),
      "cache-control": "public, max-age=300",
    }),
  ),
  {
    access: "public",
    handler: Effect.succeed(({ path }) =>
      Effect.succeed({ body: "", headers: { location: `${path.replace(/\/$/, "")}/docs` }, status: 302 }),
    ),
    method: "GET",
    path: "/",
  },
]

const kept = (path: `/${string}`, make: () => Reply): Route => ({
  access: "public",
  handler: Effect.sync(() => {
    let made: Reply | undefined
    return () => Effect.sync(() => (made ??= make()))
  }),
  method: "GET",
  path,
})
