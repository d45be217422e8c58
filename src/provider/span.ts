import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Tracer from "effect/Tracer"

const effects = Context.get(Context.empty(), Tracer.Tracer)

/**
 * In a span, where somebody brought a tracer. (The spans of Effect's own are seen by nobody, and would be a quarter of
 * what a call costs.)
 */
export const inSpan = <A, E>(
  self: Effect.Effect<A, E>,
  name: string,
  options: Tracer.SpanOptions,
): Effect.Effect<A, E> =>
  Effect.flatMap(Tracer.Tracer, (tracer) =>
    tracer === effects ? self : Effect.withSpan(name, options, { captureStackTrace: false })(self),
  )
