import * as Effect from "effect/Effect"
import * as Tracer from "effect/Tracer"
import { expect, it } from "vitest"
import type { Fields } from "./entry.ts"
import type { Attributes } from "./meter.ts"
import { type Ended, observed } from "./observed.ts"
import { Telemetry } from "./telemetry.ts"

/** What metrics and the request's span are told of requests. */
const told = (requests: ReadonlyArray<Partial<Ended>>, entry: Fields = {}) => {
  const measured: Array<Attributes> = []
  const spans: Array<Tracer.NativeSpan> = []
  const tracer = Tracer.make({
    span: (options) => {
      const span = new Tracer.NativeSpan(options)
      spans.push(span)
      return span
    },
  })
  const telemetry = {
    flush: () => Promise.resolve(),
    measure: (_: Fields, __: number, request: Attributes) => void measured.push(request),
    tracer,
  }
  const usual = {
    duration: 1,
    method: "GET",
    route: "/health",
    status: 200,
    url: "https://gateway.example/health",
  }
  Effect.forEach(requests, (request) =>
    Effect.withSpan(observed(entry, { ...usual, ...request }), "request"),
  ).pipe(
    Effect.provideService(Telemetry, telemetry),
    Effect.provideService(Tracer.Tracer, tracer),
    Effect.runSync,
  )
  return { measured, spans: spans.map(({ attributes }) => Object.fromEntries(attributes)) }
}

it("counts whatever a caller makes up as one", () => {
  const made = Array.from({ length: 500 }, (_, at) => ({
    method: `BREW${at}`,
    route: undefined,
    status: 404,
    url: `https://gateway.example/nowhere/${at}?${at}`,
  }))
  const ids = made.map((_, at) => ({
    route: "/v1/paynow/stores/{store_id}/checkouts",
    url: `https://gateway.example/v1/paynow/stores/${at}/checkouts?${at}`,
  }))
  expect(new Set(told([...made, ...ids]).measured.map((request) => JSON.stringify(request)))).toEqual(
    new Set([
      '{"http.request.method":"_OTHER","http.response.status_code":404,"url.scheme":"https"}',
      '{"http.request.method":"GET","http.response.status_code":200,"http.route":"/v1/paynow/stores/{store_id}/checkouts","url.scheme":"https"}',
    ]),
  )
})

it.each<readonly [string, Partial<Ended>, Fields, object]>([
  [
    "the status, of a fault of the gateway's or a provider's",
    { status: 502 },
    { reason: "Unavailable" },
    { "error.type": "502" },
  ],
  ["none, where the caller is at fault", { status: 422 }, { reason: "Rejected" }, {}],
  ["that the caller hung up", { status: undefined }, { reason: "hung-up" }, { "error.type": "hung-up" }],
])("has for an error's type %s", (_, ended, entry, type) => {
  const { measured, spans } = told([ended], entry)
  for (const { "error.type": found } of [...measured, ...spans])
    expect({ "error.type": found }).toEqual({ "error.type": undefined, ...type })
  expect(spans[0]).toMatchObject({ "edge_checkout.reason": entry.reason })
})

it("tells the span alone of the call: why it failed, and what it may have done", () => {
  const call = { attempts: 4, operation: "Api.method", outcome: "unknown", reason: "TimedOut" }
  const { measured, spans } = told([{ status: 504 }], { ...call, caller: "shop", provider_trace_id: "1" })
  const attributes = Object.entries(call).map(([key, value]) => [`edge_checkout.${key}`, value] as const)
  expect(spans).toEqual([{ ...measured[0], ...Object.fromEntries(attributes) }])
})
