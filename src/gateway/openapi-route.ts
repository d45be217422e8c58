import * as Effect from "effect/Effect"
import type { Document } from "./openapi.ts"
import { json, type Reply } from "./reply.ts"
import type { Route } from "./route.ts"

/** The gateway's OpenAPI document at `/openapi.json`, made when someone first asks. */
export const openApiRoute = (document: Document): Route => ({
  access: "public",
  handler: Effect.sync(() => {
    let made: Reply | undefined
    return () => Effect.sync(() => (made ??= json(document)))
  }),
  method: "GET",
  path: "/openapi.json",
})
