import { afterAll, expect, it, vi } from "vitest"
import { startServer } from "./bare-server.ts"

const collector = await startServer(() => ({ status: 200 }))
afterAll(() => collector.close())

it("edge-checkout/serve sends traces and metrics where its environment says", async () => {
  vi.stubEnv("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url)
  vi.stubEnv("OTEL_SERVICE_NAME", "shop")
  const { default: served } = await import("../src/serve.ts")
  expect((await served.fetch(new Request("https://gateway.example/health"))).status).toBe(200)
  await vi.waitUntil(() => collector.received.length === 2)
  expect(collector.received.map(({ target }) => target).sort()).toEqual(["/v1/metrics", "/v1/traces"])
  for (const { body } of collector.received) {
    expect(body.toString("utf8")).toContain('{"key":"service.name","value":{"stringValue":"shop"}}')
  }
})
