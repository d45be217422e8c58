import * as Option from "effect/Option"
import * as Tracer from "effect/Tracer"
import { attribute } from "./meter.ts"

// The attributes that are exported. A request's span also has its headers and URL, which may hold keys.
const ofEvery = [
  "edge_checkout.attempts",
  "edge_checkout.operation",
  "edge_checkout.outcome",
  "edge_checkout.provider",
  "edge_checkout.reason",
  "error.type",
  "http.request.method",
  "http.response.status_code",
]
const exported: Readonly<Record<Tracer.SpanKind, ReadonlySet<string>>> = {
  client: new Set([
    ...ofEvery,
    "http.request.resend_count",
    "server.address",
    "server.port",
    "url.full",
    "url.template",
  ]),
  consumer: new Set(ofEvery),
  internal: new Set(ofEvery),
  producer: new Set(ofEvery),
  server: new Set([...ofEvery, "http.route", "url.scheme"]),
}

const methods = new Set(["CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"])

/** Callers choose the method, and each value makes a time series of its own, so any other becomes `_OTHER`. */
export const methodOf = (method: string): string => (methods.has(method) ? method : "_OTHER")

/** A tracer that passes each span that has ended to `keep`, in OTLP's form. */
export const exportingTracer = (keep: (span: object) => void): Tracer.Tracer => {
  class Span extends Tracer.NativeSpan {
    override end(...[time, exit]: Parameters<Tracer.NativeSpan["end"]>): void {
      super.end(time, exit)
      if (!this.sampled) return
      keep({
        attributes: [...this.attributes].flatMap(([key, value]) => {
          if (!exported[this.kind].has(key)) return []
          // A tracer gets spans of others too, who may set the method as it was sent.
          return [attribute(key, key === "http.request.method" ? methodOf(String(value)) : value)]
        }),
        endTimeUnixNano: String(time),
        kind: kinds[this.kind],
        name: nameOf(this),
        parentSpanId: Option.getOrUndefined(this.parent)?.spanId,
        spanId: this.spanId,
        startTimeUnixNano: String(this.startTime),
        // By OpenTelemetry's conventions only a failed span sets a status.
        status: exit._tag === "Success" ? {} : { code: 2 },
        traceId: this.traceId,
      })
    }
  }
  return Tracer.make({ span: (options) => new Span(options) })
}

/** A request's span gets its name when its route is known. */
const nameOf = ({ attributes, kind, name }: Tracer.NativeSpan): string => {
  if (kind !== "server") return name
  const method = methodOf(String(attributes.get("http.request.method")))
  const route = attributes.get("http.route")
  return `${method === "_OTHER" ? "HTTP" : method}${route === undefined ? "" : ` ${String(route)}`}`
}

// opentelemetry-proto, Span.SpanKind
const kinds = { client: 3, consumer: 5, internal: 1, producer: 4, server: 2 }
