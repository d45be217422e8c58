import * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as HttpServerError from "effect/http/HttpServerError"
import * as HttpServerRequest from "effect/http/HttpServerRequest"
import * as HttpServerResponse from "effect/http/HttpServerResponse"
import { headFault } from "./head.ts"
import { Entry, type Fields, RequestId } from "./entry.ts"
import { observed } from "./observed.ts"
import { problem, type Refusal, Refused, refuse } from "./problem.ts"
import { allowedMethods, type Surface } from "./surface.ts"

/** Puts around every request what every answer has: an `x-request-id`, a line in the log, and a problem where it failed. */
export const framed = <R>(
  serve: Effect.Effect<HttpServerResponse.HttpServerResponse, unknown, R>,
  surface: Surface,
): Effect.Effect<HttpServerResponse.HttpServerResponse, never, R | HttpServerRequest.HttpServerRequest> =>
  Effect.gen(function* () {
    const request = yield* HttpServerRequest.HttpServerRequest
    const begun = yield* Clock.currentTimeMillis
    const entry: Fields = {}
    const requestId = requestIdOf(request)
    const fault = headFault(request)
    const response = yield* (fault === undefined ? serve : Effect.succeed(refuse(fault))).pipe(
      Effect.provideService(Entry, entry),
      Effect.provideService(RequestId, requestId),
      Effect.catchCause((cause) =>
        Effect.map(refusalOf(cause, request, surface, requestId, entry.outcome), refuse),
      ),
      Effect.onExit((exit) =>
        Effect.flatMap(Clock.currentTimeMillis, (now) => {
          const duration = now - begun
          // Nobody was answered.
          if (exit._tag === "Failure") entry.reason ??= "hung-up"
          const { method, originalUrl: url } = request
          const status = exit._tag === "Success" ? exit.value.status : undefined
          return Effect.andThen(
            observed(surface, entry, { duration, method, status, url }),
            Effect.logInfo({
              ...entry,
              duration_ms: duration,
              method,
              request_id: requestId,
              ...(status !== undefined && { status }),
            }),
          )
        }),
      ),
    )
    return HttpServerResponse.setHeader(response, "x-request-id", requestId)
  })

/** The caller's own id where it is one that can stand in a log as it is. */
const requestIdOf = ({ headers }: HttpServerRequest.HttpServerRequest): string => {
  const given = headers["x-request-id"]
  return given !== undefined && /^[\w.-]{1,64}$/.test(given) ? given : crypto.randomUUID()
}

const refusalOf = (
  cause: Cause.Cause<unknown>,
  request: HttpServerRequest.HttpServerRequest,
  surface: Surface,
  requestId: string,
  outcome: string | undefined,
): Effect.Effect<Refusal> => {
  const error = Cause.squash(cause)
  if (Cause.hasInterruptsOnly(cause)) return Effect.interrupt
  if (HttpServerError.isHttpServerError(error) && error.reason._tag === "RouteNotFound") {
    const path = new URL(request.originalUrl).pathname
    const allow = allowedMethods(surface, path)
    return Effect.succeed(
      // What can be asked with this method, and was not found, has a path that can't be decoded.
      allow.length === 0 || allow.includes(request.method)
        ? { problem: problem("not-found", "There is no such route; GET /docs lists them.") }
        : {
            headers: { allow: allow.join(", ") },
            problem: problem("method-not-allowed", `Use ${allow.join(" or ")}.`),
          },
    )
  }
  // What can't be done without something says so.
  if (error instanceof Refused) return Effect.succeed(error.refusal)
  // A message may quote what it choked on. Its name and where it came from are enough to find the fault.
  const { message = "", name = "Error", stack = "" } = error instanceof Error ? error : {}
  const lines = stack.replace(message, "").split("\n")
  const at = lines.filter((line) => /^\s+at /.test(line))
  return Effect.as(Effect.logError({ at, fault: name, request_id: requestId }), {
    problem: problem(
      "internal",
      "The fault is the gateway's and is in its log under this request's x-request-id.",
      // Once a body was read, the provider may have been called.
      outcome === undefined ? {} : { outcome: outcome === "not-applied" ? outcome : "unknown" },
    ),
  })
}
