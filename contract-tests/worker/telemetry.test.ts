import { afterAll, expect, it, vi } from "vitest"
import { startServer } from "../bare-server.ts"
import { callerKeys } from "../caller-keys.ts"
import { developmentCredentials, environment } from "../emulator/credentials.ts"
import { startEmulator } from "../emulator/server.ts"
import { callerKey, post, routes } from "../routes.ts"
import { startWorker } from "./start-worker.ts"

interface Span {
  readonly attributes: ReadonlyArray<{ readonly key: string }>
  readonly kind: number
  readonly name: string
  readonly parentSpanId?: string
  readonly spanId: string
  readonly traceId: string
}

const collector = await startServer(() => ({ status: 200 }))
const emulator = await startEmulator()
const worker = await startWorker({
  ...environment(emulator.url),
  CALLER_KEYS: callerKeys({ tests: [callerKey] }),
  OTLP_ENDPOINT: `${collector.url}/`,
})
afterAll(() => Promise.all([worker.stop(), emulator.close(), collector.close()]))

const sentTo = (target: string): ReadonlyArray<unknown> =>
  collector.received
    .filter((request) => request.target === target)
    .map(({ body }) => JSON.parse(body.toString("utf8")))

const spansOf = (traceId: string): ReadonlyArray<Span> =>
  sentTo("/v1/traces")
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
  const [attempt] = spans.filter(({ name }) => name === `${operation} attempt`)
  expect(request?.parentSpanId).toBe("00f067aa0ba902b7")
  expect(call?.parentSpanId).toBe(request?.spanId)
  expect(attempt).toMatchObject({ kind: 3, parentSpanId: call?.spanId })
})

it("calls are counted by operation, reason and outcome", async () => {
  emulator.fail({ fault: { kind: "status", status: 404 } })
  for (const [, route] of routes) expect((await post(worker, route)).status).toBe(404)
  emulator.heal()
  const counted = await vi.waitUntil(() => {
    const text = JSON.stringify(sentTo("/v1/metrics"))
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
