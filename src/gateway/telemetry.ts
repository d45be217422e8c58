import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as Tracer from "effect/Tracer"
import type { Fields } from "./entry.ts"
import { jsonLines } from "./log.ts"
import { attribute, type Attributes, meter } from "./meter.ts"
import { type Notice, sender } from "./otlp-sender.ts"
import { type OtlpSettings, otlpSettings, settingsFor } from "./otlp-settings.ts"
import { exportingTracer } from "./span-export.ts"

/** What is gathered of spans and calls, and how it leaves. */
export interface Telemetry {
  readonly tracer: Tracer.Tracer
  /** Counts a request that has ended, given its log entry and the attributes of its duration. */
  readonly measure: (fields: Fields, milliseconds: number, request: Attributes) => void
  /** Sends what was gathered. What can't be sent is lost: callers don't wait for it. */
  readonly flush: () => Promise<void>
}

/** By default nothing is gathered. */
export const Telemetry = Context.Reference<Telemetry | undefined>("edge-checkout/gateway/Telemetry", {
  defaultValue: () => undefined,
})

/** Has calls measured and spans gathered by `telemetry`. When they leave, who calls its `flush` says. */
export const layerTelemetry = (telemetry: Telemetry): Layer.Layer<never> =>
  Layer.merge(Layer.succeed(Telemetry, telemetry), Layer.succeed(Tracer.Tracer, telemetry.tracer))

/** Spans that are kept until the next flush, at the most: a collector that is down must not fill the isolate. */
const mostSpans = 1_000

/**
 * The most flushes in progress: a collector that hangs must not take the connections that providers are called with.
 * Spans and metrics that are gathered meanwhile are sent together when a flush has ended.
 */
const mostFlushes = 50

/** Writes a line to the log without reading the configuration, which may be the thing that is wrong. */
const logged = (message: Notice | { readonly telemetry: string }): void => {
  const level = message.telemetry === "recovered" ? Effect.logInfo : Effect.logWarning
  Effect.runSync(Effect.provide(level(message), Logger.layer([jsonLines])))
}

/**
 * Traces and metrics as OTLP in JSON over HTTP (opentelemetry.io/docs/specs/otlp), for an endpoint or by settings.
 * Effect's exporters send on timers, and an isolate has no time of its own between requests; this sends when it is
 * told to, by default with the global `fetch` of that moment.
 */
export const otlp = (
  to: string | OtlpSettings,
  fetch: typeof globalThis.fetch = (input, init) => globalThis.fetch(input, init),
): Telemetry => {
  const { metrics, resource: attributes, traces } = typeof to === "string" ? settingsFor(to) : to
  const ended: Array<object> = []
  const { collect, measure } = meter()
  const send = sender(fetch, logged)
  const resource = { attributes: Object.entries(attributes).map(([key, value]) => attribute(key, value)) }
  const scope = { name: "edge-checkout" }

  /** When the flushes in progress have ended at the latest: of one whose request was ended by its host nothing is heard. */
  const flushes = new Set<{ readonly end: number }>()
  const longest = Math.max(traces?.timeout ?? 0, metrics?.timeout ?? 0)
  let waiting = false

  const flush = async (): Promise<void> => {
    const begun = Date.now()
    for (const other of flushes) if (other.end < begun) flushes.delete(other)
    if (flushes.size >= mostFlushes) {
      waiting = true
      return
    }
    waiting = false
    const own = { end: begun + longest }
    flushes.add(own)
    const [spans, counted] = [ended.splice(0), collect()]
    const points = counted.flatMap(({ histogram, sum }) => (histogram ?? sum)?.dataPoints ?? [])
    await Promise.all([
      traces &&
        spans.length > 0 &&
        send(traces, { resourceSpans: [{ resource, scopeSpans: [{ scope, spans }] }] }, spans.length),
      metrics &&
        points.length > 0 &&
        send(
          metrics,
          { resourceMetrics: [{ resource, scopeMetrics: [{ metrics: counted, scope }] }] },
          points.length,
        ),
    ])
    flushes.delete(own)
    if (waiting) await flush()
  }

  return {
    flush,
    measure,
    tracer: exportingTracer((span) => {
      if (ended.length < mostSpans) ended.push(span)
    }),
  }
}

/** Telemetry as configured by OpenTelemetry's variables; nothing where they are not set. Faults in them are logged. */
export const configuredOtlp: Effect.Effect<Telemetry | undefined> = Effect.map(
  otlpSettings,
  ({ settings, warnings }) => {
    for (const telemetry of warnings) logged({ telemetry })
    return settings && otlp(settings)
  },
)
