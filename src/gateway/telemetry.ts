import * as Context from "effect/Context"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Tracer from "effect/Tracer"
import { userAgent } from "../provider/common-headers.ts"
import type { Fields } from "./entry.ts"
import { meter } from "./meter.ts"

/** What is gathered of spans and calls, and how it leaves. */
export interface Telemetry {
  readonly tracer: Tracer.Tracer
  readonly measure: (fields: Fields, milliseconds: number) => void
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

/** The attributes that leave. A span of a request also knows its headers, and they hold keys. */
const exported = new Set([
  "attempt",
  "http.request.method",
  "http.response.status_code",
  "http.route",
  "operation",
  "provider",
])

export const resource = {
  attributes: [{ key: "service.name", value: { stringValue: "edge-checkout" } }],
}

/**
 * Traces and metrics as OTLP in JSON over HTTP (opentelemetry.io/docs/specs/otlp), for `endpoint`. Effect's exporters
 * send on timers, and an isolate has no time of its own between requests; this sends when it is told to.
 */
export const otlp = (endpoint: string, fetch: typeof globalThis.fetch): Telemetry => {
  const ended: Array<unknown> = []
  const { collect, measure } = meter()

  class Span extends Tracer.NativeSpan {
    override end(...[time, exit]: Parameters<Tracer.NativeSpan["end"]>): void {
      super.end(time, exit)
      if (!this.sampled || ended.length >= mostSpans) return
      ended.push({
        attributes: [...this.attributes].flatMap(([key, value]) =>
          exported.has(key) ? [attribute(key, value)] : [],
        ),
        endTimeUnixNano: String(time),
        kind: kinds[this.kind],
        name: this.name,
        parentSpanId: Option.getOrUndefined(this.parent)?.spanId,
        spanId: this.spanId,
        startTimeUnixNano: String(this.startTime),
        status: { code: exit._tag === "Success" ? 1 : 2 },
        traceId: this.traceId,
      })
    }
  }

  const post = async (path: string, body: unknown): Promise<void> => {
    const headers = { "content-type": "application/json", "user-agent": userAgent }
    const signal = AbortSignal.timeout(5_000)
    await fetch(endpoint + path, { body: JSON.stringify(body), headers, method: "POST", signal }).catch(
      () => undefined,
    )
  }

  return {
    flush: async () => {
      const spans = ended.splice(0)
      const metrics = collect()
      const scope = { name: "edge-checkout" }
      await Promise.all([
        spans.length > 0 &&
          post("/v1/traces", { resourceSpans: [{ resource, scopeSpans: [{ scope, spans }] }] }),
        metrics.length > 0 &&
          post("/v1/metrics", { resourceMetrics: [{ resource, scopeMetrics: [{ metrics, scope }] }] }),
      ])
    },
    measure,
    tracer: Tracer.make({ span: (options) => new Span(options) }),
  }
}

// opentelemetry-proto, Span.SpanKind
const kinds = { client: 3, consumer: 5, internal: 1, producer: 4, server: 2 }

export const attribute = (key: string, value: unknown) => ({
  key,
  value: typeof value === "number" ? { intValue: String(value) } : { stringValue: String(value) },
})
