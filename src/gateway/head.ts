import type * as HttpServerRequest from "effect/http/HttpServerRequest"
import { problem, type Refusal } from "./problem.ts"

/** Names and values of all headers, in characters. Nothing that is asked for here needs a tenth of it. */
const largest = 32 * 1024

const overrides = ["x-http-method", "x-http-method-override", "x-method-override"]

/** Why a request is refused for what stands before its body, if it is. */
export const headFault = ({
  headers,
  originalUrl,
}: HttpServerRequest.HttpServerRequest): Refusal | undefined => {
  const override = overrides.find((name) => headers[name] !== undefined)
  if (override !== undefined) {
    return { problem: problem("method-override", `A request's method is its method; leave ${override} out.`) }
  }
  let size = 0
  for (const name in headers) size += name.length + (headers[name] ?? "").length
  if (size > largest) {
    return { problem: problem("headers-too-large", `The headers are limited to ${largest} characters.`) }
  }
  // The router would take it for the beginning of a query, and a guard before it for a part of the path.
  return originalUrl.includes(";") && new URL(originalUrl).pathname.includes(";")
    ? { problem: problem("not-found", "There is no such route; GET /docs lists them.") }
    : undefined
}
