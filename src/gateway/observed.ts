import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Tracer from "effect/Tracer"
import type { Fields } from "./entry.ts"
import { methodOf } from "./span-export.ts"
import { Telemetry } from "./telemetry.ts"

/** A request that has ended; without a status nobody was answered. */
export interface Ended {
  readonly method: string
  readonly url: string
  /** The template of its path; `undefined` where there is no such route. */
  readonly route: string | undefined
  readonly status: number | undefined
  /** How long it took, in milliseconds. */
  readonly duration: number
}

/**
 * Reports a request that has ended, on any route, to traces and metrics, by OpenTelemetry's conventions for HTTP servers
 * (opentelemetry.io/docs/specs/semconv/http). Every attribute has few values, and a caller can choose none of them.
 */
export const observed = (
  entry: Fields,
  { duration, method, route, status, url }: Ended,
): Effect.Effect<void> =>
  Effect.gen(function* () {
    const telemetry = yield* Telemetry
    // `Effect.currentSpan` fails where there is none, and the stack trace of that error costs 20 µs.
    const parent = Context.getOrUndefined(yield* Effect.context<never>(), Tracer.ParentSpan)
    const span = parent?._tag === "Span" ? parent : undefined
    if (telemetry === undefined && span === undefined) return
    const attributes = {
      ...(status === undefined && { "error.type": entry.reason ?? "hung-up" }),
      ...(status !== undefined && status >= 500 && { "error.type": String(status) }),
      "http.request.method": methodOf(method),
      ...(status !== undefined && { "http.response.status_code": status }),
      ...(route !== undefined && { "http.route": route }),
      "url.scheme": url.slice(0, url.indexOf(":")),
    }
    const { attempts, operation, outcome, reason } = entry
    const call = { attempts, operation, outcome, reason }
    for (const [key, value] of Object.entries(attributes)) span?.attribute(key, value)
    for (const [key, value] of Object.entries(call)) {
      if (value !== undefined) span?.attribute(`edge_checkout.${key}`, value)
    }
    telemetry?.measure(entry, duration, attributes)
  })
