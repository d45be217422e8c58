import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type { Fields } from "./entry.ts"
import { methodOf } from "./span-export.ts"
import { type Surface, templateOf } from "./surface.ts"
import { Telemetry } from "./telemetry.ts"

/** A request that has ended; without a status nobody was answered. */
export interface Ended {
  readonly method: string
  readonly url: string
  readonly status: number | undefined
  /** How long it took, in milliseconds. */
  readonly duration: number
}

/**
 * Reports a request that has ended, on any route, to traces and metrics, by OpenTelemetry's conventions for HTTP servers
 * (opentelemetry.io/docs/specs/semconv/http). Every attribute has few values, and a caller can choose none of them.
 */
export const observed = (
  surface: Surface,
  entry: Fields,
  { duration, method, status, url }: Ended,
): Effect.Effect<void> =>
  Effect.gen(function* () {
    const telemetry = yield* Telemetry
    const span = Option.getOrUndefined(yield* Effect.option(Effect.currentSpan))
    if (telemetry === undefined && span === undefined) return
    const { pathname, protocol } = new URL(url)
    const route = templateOf(surface, pathname)
    const attributes = {
      ...(status === undefined && { "error.type": entry.reason ?? "hung-up" }),
      ...(status !== undefined && status >= 500 && { "error.type": String(status) }),
      "http.request.method": methodOf(method),
      ...(status !== undefined && { "http.response.status_code": status }),
      ...(route !== undefined && { "http.route": route }),
      "url.scheme": protocol.slice(0, -1),
    }
    const { attempts, operation, outcome, reason } = entry
    const call = { attempts, operation, outcome, reason }
    for (const [key, value] of Object.entries(attributes)) span?.attribute(key, value)
    for (const [key, value] of Object.entries(call)) {
      if (value !== undefined) span?.attribute(`edge_checkout.${key}`, value)
    }
    telemetry?.measure(entry, duration, attributes)
  })
