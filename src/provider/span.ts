import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Tracer from "effect/Tracer"
import type { ProviderError } from "./error.ts"
import type { Operation } from "./operation.ts"
import type { Reason } from "./reason.ts"

const effects = Context.get(Context.empty(), Tracer.Tracer)

/**
 * Runs in a span, where somebody brought a tracer. (The spans of Effect's own are seen by nobody, and would be a
 * quarter of what a call costs.) `end` sets attributes when the span ends.
 */
const inSpan = <A, E>(
  name: string,
  options: Tracer.SpanOptions,
  run: (span: Tracer.Span | undefined) => Effect.Effect<A, E>,
  end: (span: Tracer.Span, exit: Exit.Exit<A, E>) => void,
): Effect.Effect<A, E> =>
  Effect.flatMap(Tracer.Tracer, (tracer) =>
    tracer === effects
      ? run(undefined)
      : Effect.useSpan(name, options, (span) =>
          run(span).pipe(
            Effect.onExit((exit) => Effect.sync(() => end(span, exit))),
            Effect.withParentSpan(span, { captureStackTrace: false }),
          ),
        ),
  )

/** The span of a call: how it ended, and whether the provider may have applied it. */
export const inCallSpan = <A>(
  { name, provider }: Pick<Operation<never, never, A>, "name" | "provider">,
  call: Effect.Effect<A, ProviderError>,
): Effect.Effect<A, ProviderError> =>
  inSpan(
    name,
    { attributes: { "edge_checkout.operation": name, "edge_checkout.provider": provider } },
    () => call,
    (span, exit) => {
      if (Exit.isSuccess(exit)) return span.attribute("edge_checkout.outcome", "applied")
      const failure = failureOf(exit)
      // Of a call that was broken off nobody knows.
      span.attribute("edge_checkout.outcome", failure?.outcome ?? "unknown")
      if (failure === undefined) return
      span.attribute("edge_checkout.attempts", failure.attempts)
      span.attribute("edge_checkout.reason", failure.reason._tag)
      span.attribute("error.type", failure.reason._tag)
    },
  )

/**
 * The span of an attempt, by OpenTelemetry's conventions for HTTP clients (opentelemetry.io/docs/specs/semconv/http).
 * `ask` gets the transport to send with; from what goes through it the span knows where the request went and the
 * status of the answer. It takes nothing of a query, a header or a body.
 */
export const inAttemptSpan = <A>(
  endpoint: Operation<never, never, A>["endpoint"],
  attempt: number,
  transport: typeof globalThis.fetch,
  ask: (transport: typeof globalThis.fetch) => Effect.Effect<A, Reason>,
): Effect.Effect<A, Reason> => {
  let status = 0
  const watched =
    (span: Tracer.Span): typeof globalThis.fetch =>
    async (input, init) => {
      const { hostname, origin, pathname, port, protocol } = new URL(
        input instanceof Request ? input.url : input,
      )
      span.attribute("http.request.method", init?.method ?? "GET")
      span.attribute("server.address", hostname)
      span.attribute("server.port", Number(port) || (protocol === "http:" ? 80 : 443))
      span.attribute("url.full", origin + pathname)
      const response = await transport(input, init)
      status = response.status
      span.attribute("http.response.status_code", status)
      return response
    }
  return inSpan(
    endpoint === undefined ? "HTTP" : `${endpoint.method} ${endpoint.path}`,
    {
      attributes: {
        ...(endpoint && { "url.template": endpoint.path }),
        ...(attempt > 1 && { "http.request.resend_count": attempt - 1 }),
      },
      kind: "client",
    },
    (span) => {
      if (span === undefined) return ask(transport)
      // The call's span: of a success nothing else says how many attempts it took.
      const { parent } = span
      if (parent._tag === "Some" && parent.value._tag === "Span") {
        parent.value.attribute("edge_checkout.attempts", attempt)
      }
      return ask(watched(span))
    },
    (span, exit) => {
      const failure = failureOf(exit)
      if (failure === undefined) return
      span.attribute("error.type", status >= 400 ? String(status) : failure._tag)
    },
  )
}

const failureOf = <A, E>(exit: Exit.Exit<A, E>): E | undefined =>
  Exit.isSuccess(exit) ? undefined : exit.cause.reasons.find((reason) => reason._tag === "Fail")?.error
