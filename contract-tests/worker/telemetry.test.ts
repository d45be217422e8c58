import { isDeepStrictEqual } from "node:util"
import { afterAll, expect, it, vi } from "vitest"
import { startServer } from "../bare-server.ts"
import { callerKeys } from "../caller-keys.ts"
import { developmentCredentials, environment } from "../emulator/credentials.ts"
import { startEmulator } from "../emulator/server.ts"
import { callerKey, post, type Route, routes } from "../routes.ts"
import { startWorker } from "./start-worker.ts"

interface Attribute {
  readonly key: string
  readonly value: { readonly intValue?: string; readonly stringValue?: string }
}

interface Span {
  readonly attributes: ReadonlyArray<Attribute>
  readonly kind: number
  readonly name: string
  readonly parentSpanId?: string
  readonly spanId: string
  readonly status: object
  readonly traceId: string
}

interface Metric {
  readonly name: string
  readonly histogram?: {
    readonly dataPoints: ReadonlyArray<{ readonly attributes: ReadonlyArray<Attribute> }>
  }
}

let met = 200
const collector = await startServer(() => ({ status: met }))
const emulator = await startEmulator()
const worker = await startWorker({
  ...environment(emulator.url),
  CALLER_KEYS: callerKeys({ tests: [callerKey] }),
  OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/otlp/`,
  OTEL_EXPORTER_OTLP_HEADERS: "api-key=collector%20key",
  OTEL_EXPORTER_OTLP_PROTOCOL: "http/protobuf",
  OTEL_RESOURCE_ATTRIBUTES: "deployment.environment.name=tests",
})
afterAll(() => Promise.all([worker.stop(), emulator.close(), collector.close()]))

const sentTo = (target: string): ReadonlyArray<unknown> =>
  collector.received
    .filter((request) => request.target === target)
    .map(({ body }) => JSON.parse(body.toString("utf8")))

const spansOf = (traceId: string): ReadonlyArray<Span> =>
  sentTo("/otlp/v1/traces")
    .flatMap(
      (sent) => (sent as { resourceSpans: [{ scopeSpans: [{ spans: ReadonlyArray<Span> }] }] }).resourceSpans,
    )
    .flatMap(({ scopeSpans: [{ spans }] }) => spans)
    .filter((span) => span.traceId === traceId)

// What is not repeatable is not called without a key.
const calls = routes.flatMap(([operation, route]) =>
  (route.repeatable ? ["", `"${operation}"`] : [`"${operation}"`]).map(
    (key) => [operation, key, route] as const,
  ),
)

it.each(calls)("a trace that comes in goes on: %s, keyed %s", async (operation, key, route) => {
  if (key === "" && !route.repeatable) return
  const traceId = crypto.randomUUID().replaceAll("-", "")
  const headers = { "idempotency-key": key, traceparent: `00-${traceId}-00f067aa0ba902b7-01` }
  expect((await post(worker, route, { headers })).status).toBe(201)
  const spans = await vi.waitUntil(() => {
    const found = spansOf(traceId)
    return found.length >= 3 && found
  })
  const [request] = spans.filter(({ kind }) => kind === 2)
  const [call] = spans.filter(({ name }) => name === operation)
  const [attempt] = spans.filter(({ kind }) => kind === 3)
  expect(request).toMatchObject({ name: `POST ${templateOf(route)}`, parentSpanId: "00f067aa0ba902b7" })
  expect(call?.parentSpanId).toBe(request?.spanId)
  expect(attempt?.parentSpanId).toBe(call?.spanId)
})

const templateOf = ({ path }: Route) =>
  path.replace(/(?<=stores\/)[^/]+/, "{store_id}").replace(/(?<=users\/)[^/]+/, "{user_id}")

const valuesOf = (attributes: ReadonlyArray<Attribute> = []) =>
  Object.fromEntries(
    attributes.map(({ key, value: { intValue, stringValue } }) => [
      key,
      intValue === undefined ? stringValue : Number(intValue),
    ]),
  )

it.each(routes)("a trace says why a call failed and what it may have done: %s", async (operation, route) => {
  const traceId = crypto.randomUUID().replaceAll("-", "")
  emulator.fail({ fault: { kind: "status", retryAfter: "60", status: 503 } })
  const headers = { traceparent: `00-${traceId}-00f067aa0ba902b7-01` }
  expect((await post(worker, route, { headers })).status).toBe(502)
  emulator.heal()
  const spans = await vi.waitUntil(() => {
    const found = spansOf(traceId)
    return found.length >= 3 && found
  })
  const ended = {
    "edge_checkout.attempts": 1,
    "edge_checkout.operation": operation,
    "edge_checkout.outcome": "unknown",
    "edge_checkout.reason": "Unavailable",
  }
  const { hostname, port } = new URL(emulator.url)
  expect(Object.fromEntries(spans.map(({ attributes, kind }) => [kind, valuesOf(attributes)]))).toEqual({
    1: { ...ended, "edge_checkout.provider": route.provider, "error.type": "Unavailable" },
    2: {
      ...ended,
      "error.type": "502",
      "http.request.method": "POST",
      "http.response.status_code": 502,
      "http.route": templateOf(route),
      "url.scheme": "http",
    },
    3: {
      "error.type": "503",
      "http.request.method": "POST",
      "http.response.status_code": 503,
      "server.address": hostname,
      "server.port": Number(port),
      "url.full": expect.stringMatching(new RegExp(`^${emulator.url}/[^?#]+$`)),
      "url.template": expect.stringMatching(/^\/[\w/{}-]+$/),
    },
  })
  expect(spans.map(({ status }) => status)).toEqual([{ code: 2 }, { code: 2 }, { code: 2 }])
})

it.each<readonly [string, string, number, string | undefined]>([
  ["GET", "/health", 200, "/health"],
  ["GET", "/docs", 200, "/docs"],
  ["GET", "/nowhere/at/all", 404, undefined],
  ["DELETE", "/health", 405, "/health"],
  ["POST", "/v1/paynow/stores/7/checkouts", 401, "/v1/paynow/stores/{store_id}/checkouts"],
  ["GET", "/openapi.json", 200, "/openapi.json"],
])("%s %s is measured", async (method, path, status, route) => {
  expect((await fetch(`${worker.url}${path}`, { method })).status).toBe(status)
  await vi.waitUntil(() =>
    requestsCounted().some((counted) =>
      isDeepStrictEqual(counted, {
        "http.request.method": method,
        "http.response.status_code": status,
        ...(route !== undefined && { "http.route": route }),
        "url.scheme": "http",
      }),
    ),
  )
})

const requestsCounted = () =>
  sentTo("/otlp/v1/metrics")
    .flatMap(
      (sent) =>
        (sent as { resourceMetrics: [{ scopeMetrics: [{ metrics: ReadonlyArray<Metric> }] }] })
          .resourceMetrics,
    )
    .flatMap(({ scopeMetrics: [{ metrics }] }) => metrics)
    .filter(({ name }) => name === "http.server.request.duration")
    .flatMap(({ histogram }) => histogram?.dataPoints ?? [])
    .map(({ attributes }) => valuesOf(attributes))

it("everything is sent with the headers and as the resource that are configured", () => {
  for (const { body, headers } of collector.received) {
    expect(headers).toMatchObject({ "api-key": "collector key", "content-type": "application/json" })
    expect(body.toString("utf8")).toContain(
      '{"key":"deployment.environment.name","value":{"stringValue":"tests"}}',
    )
  }
})

it("one line says that the protocol is another, one that sending fails, and one that it works again", async () => {
  const linesOf = (text: string) => worker.logs().filter((line) => line.includes(text))
  met = 401
  for (let request = 0; request < 12; request++) await fetch(`${worker.url}/health`)
  await vi.waitUntil(() => linesOf("failing").length > 0)
  met = 200
  await vi.waitUntil(async () => {
    await fetch(`${worker.url}/health`)
    return linesOf("recovered").length > 0
  })
  const lines = linesOf('"telemetry"').map((line) => {
    const { level, message } = JSON.parse(line) as { readonly level: string; readonly message: object }
    return { level, ...message }
  })
  expect(lines).toEqual([
    { level: "WARN", telemetry: expect.stringMatching(/^OTEL_EXPORTER_OTLP_PROTOCOL /) },
    { cause: "status 401", host: new URL(collector.url).host, level: "WARN", telemetry: "failing" },
    { level: "INFO", lost: expect.any(Number), telemetry: "recovered" },
  ])
  expect(worker.logs().join()).not.toMatch(/collector.key|protobuf/)
})

it("calls are counted by operation, reason and outcome", async () => {
  emulator.fail({ fault: { kind: "status", status: 404 } })
  for (const [, route] of routes) expect((await post(worker, route)).status).toBe(404)
  emulator.heal()
  const counted = await vi.waitUntil(() => {
    const text = JSON.stringify(sentTo("/otlp/v1/metrics"))
    return routes.every(([operation]) => text.includes(labels(operation, "not-applied", "Rejected"))) && text
  })
  expect(counted).toContain(labels(routes[0]?.[0] ?? "", "applied", "none"))
  expect(counted).toContain("edge_checkout.call.duration")
})

const labels = (operation: string, outcome: string, reason: string) =>
  JSON.stringify(
    Object.entries({ operation, outcome, reason }).map(([key, stringValue]) => ({
      key,
      value: { stringValue },
    })),
  )

it("nothing secret leaves", () => {
  const { paywintDeveloper, paywintPlatform, payNow } = developmentCredentials
  const sent = JSON.stringify(collector.received.map(({ body, headers }) => [body.toString("utf8"), headers]))
  for (const secret of [
    callerKey,
    paywintPlatform.secret,
    paywintDeveloper.secret,
    paywintDeveloper.key,
    payNow.key,
  ]) {
    expect(sent).not.toContain(secret)
  }
  expect(sent).not.toMatch(/eyJ|checkout_token|[0-9a-f]{64}/)
})
