import { createHash } from "node:crypto"
import { afterEach, expect, it, vi } from "vitest"

afterEach(() => {
  vi.unstubAllEnvs()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

it("limits the requests of a caller without limiting others", async () => {
  const digest = (key: string) => createHash("sha256").update(key).digest("hex")
  vi.stubEnv("CALLER_KEYS", JSON.stringify({ alice: [digest("alice's")], bob: [digest("bob's")] }))
  vi.useFakeTimers({ toFake: ["Date"] })
  vi.spyOn(console, "log").mockReturnValue()
  const { default: served } = await import("./serve.ts")
  const url = "https://gateway.example/v1/paywint/platform/checkout-tokens"
  const ask = (key: string) =>
    served.fetch(new Request(url, { headers: { authorization: `Bearer ${key}` }, method: "POST" }))

  const statuses = new Set<number>()
  for (let request = 0; request < 5_000; request++) statuses.add((await ask("alice's")).status)
  expect(statuses).toEqual(new Set([415]))
  const over = await ask("alice's")
  expect([over.status, over.headers.get("retry-after")]).toEqual([429, "10"])
  expect((await ask("bob's")).status).toBe(415)
  vi.advanceTimersByTime(10_000)
  expect((await ask("alice's")).status).toBe(415)
})
