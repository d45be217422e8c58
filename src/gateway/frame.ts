import * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Headers from "effect/http/Headers"
import * as HttpTraceContext from "effect/http/HttpTraceContext"
import * as Option from "effect/Option"
import * as References from "effect/References"
import * as Tracer from "effect/Tracer"
import { headFault } from "./head.ts"
import { Entry, type Fields, learnProblem, RequestId } from "./entry.ts"
import { observed } from "./observed.ts"
import { problem, type Refusal, Refused, refuse } from "./problem.ts"
import type { Reply } from "./reply.ts"

/** What is served to a request, and the template of its path where there is such a route. */
export interface Serving {
  readonly template: string | undefined
  readonly reply: Effect.Effect<Reply, Refusal>
}

/** Puts around every request what every answer has: an `x-request-id`, a line in the log, and a problem where it failed. */
export const framed = (request: Request, { reply, template }: Serving): Effect.Effect<Reply> =>
  spanned(
    request,
    Effect.gen(function* () {
      const begun = yield* Clock.currentTimeMillis
      const entry: Fields = {}
      const requestId = requestIdOf(request)
      const fault = headFault(request)
      const answered = yield* (fault === undefined ? reply : Effect.succeed(refuse(fault))).pipe(
        Effect.catch((refusal) => {
          learnProblem(entry, refusal.problem)
          return Effect.succeed(refuse(refusal))
        }),
        Effect.provideService(Entry, entry),
        Effect.provideService(RequestId, requestId),
        Effect.catchCause((cause) => Effect.map(refusalOf(cause, requestId, entry.outcome), refuse)),
        Effect.onExit((exit) =>
          Effect.flatMap(Clock.currentTimeMillis, (now) => {
            const duration = now - begun
            // Nobody was answered.
            if (exit._tag === "Failure") entry.reason ??= "hung-up"
            const { method, url } = request
            const status = exit._tag === "Success" ? exit.value.status : undefined
            return Effect.andThen(
              observed(entry, { duration, method, route: template, status, url }),
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
      return { ...answered, headers: { ...answered.headers, "x-request-id": requestId } }
    }),
  )

const defaultTracer = Context.get(Context.empty(), Tracer.Tracer)

/**
 * Runs in the span of the request, a child of its caller's span. Not with the default tracer, whose spans go nowhere. By
 * OpenTelemetry's conventions a server's span has failed where the status is 5xx.
 */
const spanned = (request: Request, answered: Effect.Effect<Reply>): Effect.Effect<Reply> =>
  Effect.gen(function* () {
    if (!(yield* References.TracerEnabled) || (yield* Tracer.Tracer) === defaultTracer) return yield* answered
    const parent = Option.getOrUndefined(HttpTraceContext.fromHeaders(Headers.fromInput(request.headers)))
    return yield* answered.pipe(
      Effect.flatMap((reply) => (reply.status >= 500 ? Effect.fail(reply) : Effect.succeed(reply))),
      Effect.withSpan(`http.server ${request.method}`, { kind: "server", ...(parent && { parent }) }),
      Effect.catch((reply) => Effect.succeed(reply)),
    )
  })

/** The caller's own id where it is one that can stand in a log as it is. */
const requestIdOf = ({ headers }: Request): string => {
  const given = headers.get("x-request-id")
  return given !== null && /^[\w.-]{1,64}$/.test(given) ? given : crypto.randomUUID()
}

const refusalOf = (
  cause: Cause.Cause<never>,
  requestId: string,
  outcome: string | undefined,
): Effect.Effect<Refusal> => {
  const error = Cause.squash(cause)
  if (Cause.hasInterruptsOnly(cause)) return Effect.interrupt
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
