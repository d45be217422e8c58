import * as Effect from "effect/Effect"
import { htmlHeaders } from "../gateway/page-headers.ts"
import { text } from "../gateway/reply.ts"
import type { Route } from "../gateway/route.ts"
import { docsPage } from "./docs-page.ts"

/**
 * Scalar inserts style elements, so styles may be inline. It also probes `Function("")` and catches the failure: the
 * browser reports a violation, and that is no reason to allow `unsafe-eval`.
 */
const sources = [
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
]

// A deployment removes the scripts of the one before, so a browser must not keep a page that names them.
const page = text(docsPage, htmlHeaders({ cacheControl: "no-cache", formAction: "'none'", sources }))

/** The API reference at `/docs`, and `/`, which leads to it. */
export const docsRoutes: ReadonlyArray<Route> = [
  { access: "public", handler: Effect.succeed(() => Effect.succeed(page)), method: "GET", path: "/docs" },
  {
    access: "public",
    handler: Effect.succeed(() => Effect.succeed({ body: "", headers: { location: "/docs" }, status: 302 })),
    method: "GET",
    path: "/",
  },
]
