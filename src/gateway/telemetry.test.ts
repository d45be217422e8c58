import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as Tracer from "effect/Tracer"
import { afterEach, expect, it, vi } from "vitest"
import { gateway } from "./gateway.ts"
import { layerTelemetry, otlp } from "./telemetry.ts"

afterEach(() => vi.unstubAllGlobals())

const endpoint = "https://collector.example"

const span = (name: string, options: Tracer.SpanOptions = {}) => Effect.withSpan(Effect.void, name, options)

/** The posts of a flush, after these spans and requests. */
const postsOf = async (...spans: ReadonlyArray<Effect.Effect<void>>) => {
  const posts: Array<readonly [string, unknown]> = []
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    posts.push([url, JSON.parse(String(init.body))])
    return Promise.resolve(new Response())
  })
  const telemetry = otlp(endpoint)
  await Effect.runPromise(Effect.provideService(Effect.all(spans), Tracer.Tracer, telemetry.tracer))
  const request = { "http.request.method": "GET", "http.response.status_code": 200, "url.scheme": "https" }
  telemetry.measure({}, 6, request)
  telemetry.measure({}, 10_001, request)
  await telemetry.flush()
  return Object.fromEntries(posts) as Record<string, unknown>
}

it("reads the global fetch when it sends", async () => {
  const telemetry = otlp(endpoint)
  const asked: Array<number> = []
  for (const stub of [1, 2]) {
    vi.stubGlobal("fetch", () => {
      asked.push(stub)
      return Promise.resolve(new Response())
    })
    telemetry.measure({}, 1, {})
    await telemetry.flush()
  }
  expect(asked).toEqual([1, 2])
})

it("exports of a span what is on the list of its kind, and names a request by its route", async () => {
  const attributes = {
    "edge_checkout.outcome": "unknown",
    "http.request.header.authorization": "s3cret",
    "http.request.method": "POST",
    "http.route": "/v1/{id}",
    "url.full": "https://a.example/?s3cret",
    "url.query": "s3cret",
  }
  const exported = await postsOf(
    span("http.server POST", { attributes, kind: "server" }),
    span("http.server get", { attributes: { "http.request.method": "S3CRET" }, kind: "server" }),
    span("call", { attributes }),
  )
  expect(exported[`${endpoint}/v1/traces`]).toMatchObject({
    resourceSpans: [
      {
        resource: { attributes: [{ key: "service.name", value: { stringValue: "edge-checkout" } }] },
        scopeSpans: [
          {
            spans: [
              { kind: 2, name: "POST /v1/{id}", status: {} },
              { kind: 2, name: "HTTP" },
              { kind: 1, name: "call" },
            ],
          },
        ],
      },
    ],
  })
  expect(JSON.stringify(exported)).not.toMatch(/s3cret/i)
  expect(JSON.stringify(exported)).toContain("/v1/{id}")
})

it("holds few connections of a collector that hangs, and sends the rest when it answers", async () => {
  const held: Array<() => void> = []
  let hangs = true
  let spans = 0
  const telemetry = otlp(endpoint, (_, init) => {
    spans += String(init?.body).split('"spanId"').length - 1
    return hangs
      ? new Promise((resolve) => held.push(() => resolve(new Response())))
      : Promise.resolve(new Response())
  })
  const flushed = Array.from({ length: 500 }, () => {
    Effect.runSync(Effect.provideService(span("call"), Tracer.Tracer, telemetry.tracer))
    return telemetry.flush()
  })
  await vi.waitUntil(() => held.length > 0)
  expect([held.length, spans]).toEqual([50, 50])
  hangs = false
  for (const answer of held) answer()
  await Promise.all(flushed)
  expect(spans).toBe(500)
})

it("exports no method that a caller made up", async () => {
  const sent: Array<string> = []
  const telemetry = otlp(endpoint, (_, init) => {
    sent.push(String(init?.body))
    return Promise.resolve(Response.json({}))
  })
  const { dispose, handler } = gateway(Layer.merge(layerTelemetry(telemetry), Logger.layer([])))
  await handler(new Request("https://gateway.example/health", { method: "MADEUP" }))
  await telemetry.flush()
  await dispose()
  expect(sent.join()).toContain('"HTTP /health"')
  expect(sent.join()).not.toContain("MADEUP")
})

it("counts requests in the seconds and buckets that OpenTelemetry advises", async () => {
  const exported = await postsOf()
  expect(exported[`${endpoint}/v1/metrics`]).toMatchObject({
    resourceMetrics: [
      {
        scopeMetrics: [
          {
            metrics: [
              {
                histogram: {
                  dataPoints: [
                    {
                      attributes: [
                        { key: "http.request.method", value: { stringValue: "GET" } },
                        { key: "http.response.status_code", value: { intValue: "200" } },
                        { key: "url.scheme", value: { stringValue: "https" } },
                      ],
                      bucketCounts: ["0", "1", ...Array<string>(12).fill("0"), "1"],
                      count: "2",
                      explicitBounds: [
                        0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
                      ],
                      sum: 10.007,
                    },
                  ],
                },
                name: "http.server.request.duration",
                unit: "s",
              },
            ],
          },
        ],
      },
    ],
  })
})
