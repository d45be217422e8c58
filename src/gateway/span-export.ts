import * as Option from "effect/Option"
import * as Tracer from "effect/Tracer"
import { attribute } from "./meter.ts"

// The attributes that leave. A span of a request also knows its headers and its URL, and they hold keys.
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

/** A method is the caller's to choose: of any that HTTP does not know there would be a time series each. */
export const methodOf = (method: string): string => (methods.has(method) ? method : "_OTHER")

/** A tracer that gives `keep` each span that has ended, as OTLP has it. */
export const exportingTracer = (keep: (span: object) => void): Tracer.Tracer => {
  class Span extends Tracer.NativeSpan {
    override end(...[time, exit]: Parameters<Tracer.NativeSpan["end"]>): void {
      super.end(time, exit)
      if (!this.sampled) return
      keep({
        attributes: [...this.attributes].flatMap(([key, value]) => {
          if (!exported[this.kind].has(key)) return []
          // Effect sets a request's method as it was sent, after anybody else.
          return [attribute(key, key === "http.request.method" ? methodOf(String(value)) : value)]
        }),
        endTimeUnixNano: String(time),
        kind: kinds[this.kind],
        name: nameOf(this),
        parentSpanId: Option.getOrUndefined(this.parent)?.spanId,
        spanId: this.spanId,
        startTimeUnixNano: String(this.startTime),
        // By the conventions only a failure has a status.
        status: exit._tag === "Success" ? {} : { code: 2 },
        traceId: this.traceId,
      })
    }
  }
  return Tracer.make({ span: (options) => new Span(options) })
}

/** A request's span is named when its route is known. */
const nameOf = ({ attributes, kind, name }: Tracer.NativeSpan): string => {
  if (kind !== "server") return name
  const method = methodOf(String(attributes.get("http.request.method")))
  const route = attributes.get("http.route")
  return `${method === "_OTHER" ? "HTTP" : method}${route === undefined ? "" : ` ${String(route)}`}`
}

// opentelemetry-proto, Span.SpanKind
const kinds = { client: 3, consumer: 5, internal: 1, producer: 4, server: 2 }
