import { afterAll, beforeEach, expect, it, vi } from "vitest"
import type { Fault } from "./fault.ts"
import { startEmulator } from "./server.ts"
import { bodyOf, callsTo, userId } from "./test-calls.ts"

const emulator = await startEmulator()
const { platformToken, session } = callsTo(emulator.url)

const last = () => emulator.received().at(-1)

/** A call of a platform token that meets this fault and no other. */
const meeting = (fault: Fault, call = () => platformToken()) => {
  emulator.heal()
  emulator.fail({ operation: "PaywintPlatform.createCheckoutToken", fault })
  return call()
}

beforeEach(() => emulator.reset())
afterAll(() => emulator.close())

it("status, in the provider's style or as told", async () => {
  const limited = await meeting({ kind: "status", status: 429, retryAfter: "7" })
  expect([limited.status, limited.headers.get("retry-after")]).toEqual([429, "7"])
  expect(await limited.json()).toEqual({ detail: "Too Many Requests" })
  expect(last()).toMatchObject({ status: 429, applied: false })

  const empty = await meeting({ kind: "status", status: 503, body: "" })
  expect([empty.status, await empty.text()]).toEqual([503, ""])
  expect(last()).toMatchObject({ status: 503, applied: true })

  expect(await (await meeting({ kind: "status", status: 409, body: [1] })).json()).toEqual([1])
  expect(await (await meeting({ kind: "status", status: 204 })).text()).toBe("")

  emulator.fail({ fault: { kind: "status", status: 500 } })
  expect(await (await session()).json()).toMatchObject({ status: 500, code: "internal_server_error" })
})

it("delay", async () => {
  const before = performance.now()
  expect((await meeting({ kind: "delay", ms: 30 })).status).toBe(200)
  expect(performance.now() - before).toBeGreaterThan(28)
})

it("delay beyond the caller's patience: applied all the same", async () => {
  const caller = new AbortController()
  const call = meeting({ kind: "delay", ms: 600_000 }, () => platformToken(undefined, caller.signal))
  await vi.waitFor(() => expect(last()?.applied).toBe(true))
  caller.abort()
  await expect(call).rejects.toThrow()
})

it("reset-before and reset-after", async () => {
  const reset = { cause: { code: "ECONNRESET" } }
  await expect(meeting({ kind: "reset-before" })).rejects.toMatchObject(reset)
  expect(last()).toMatchObject({ body: "", status: null, applied: false })
  await expect(meeting({ kind: "reset-after" })).rejects.toMatchObject(reset)
  expect(last()).toMatchObject({ body: expect.stringContaining(userId), status: null, applied: true })
})

it("html", async () => {
  const response = await meeting({ kind: "html", status: 502 })
  expect([response.status, response.headers.get("content-type")]).toEqual([502, "text/html; charset=utf-8"])
  expect(await response.text()).toMatch(/^<!doctype html>/)
})

it("truncated", async () => {
  const response = await meeting({ kind: "truncated" })
  const text = await response.text()
  expect(response.headers.get("content-type")).toBe("application/json")
  expect(response.headers.get("content-length")).toBe(String(text.length))
  expect(() => JSON.parse(text)).toThrow()
  expect(last()?.applied).toBe(true)
})

it("broken-off", async () => {
  const response = await meeting({ kind: "broken-off" })
  expect(response.status).toBe(200)
  await expect(response.text()).rejects.toThrow()
  expect(last()?.applied).toBe(true)
})

it("drip", async () => {
  const response = await meeting({ kind: "drip", ms: 1 })
  const before = performance.now()
  const text = await response.text()
  expect(JSON.parse(text).success).toBe(true)
  expect(performance.now() - before).toBeGreaterThan(text.length / 2)
})

it("unsuccessful and no-data", async () => {
  const unsuccessful = await meeting({ kind: "unsuccessful", message: "No." })
  expect(await unsuccessful.json()).toMatchObject({ success: false, message: "No.", data: null })
  expect(await (await meeting({ kind: "no-data" })).json()).toMatchObject({ success: true, data: null })
  expect(last()).toMatchObject({ status: 200, applied: true })
})

it("patch", async () => {
  const patch = [
    { op: "remove", path: "/data/checkout_token" },
    { op: "replace", path: "/data/expires_at", value: 5 },
    { op: "add", path: "/data/a~1b", value: [1] },
    { op: "add", path: "/data/a~1b/-", value: 2 },
  ] as const
  for (const attempt of [1, 2]) {
    const { data } = await bodyOf(await meeting({ kind: "patch", patch }))
    expect(data, `attempt ${attempt}`).toEqual({ expires_at: 5, "a/b": [1, 2] })
  }
})

it("content-type and headers", async () => {
  const response = await meeting({ kind: "content-type", value: "text/plain" })
  expect(response.headers.get("content-type")).toBe("text/plain")
  expect((await bodyOf(response)).success).toBe(true)
  const { headers } = await meeting({ kind: "headers", headers: { deprecation: "true" } })
  expect(headers.get("deprecation")).toBe("true")
})

it("leaves a refusal as it is, unless the fault stands before the provider", async () => {
  expect((await meeting({ kind: "no-data" }, () => platformToken({}))).status).toBe(422)
  expect((await meeting({ kind: "status", status: 500 }, () => platformToken({}))).status).toBe(500)
  expect(last()).toMatchObject({ status: 500, applied: false })
})

it("ends what it is in the middle of when it is closed", async () => {
  const other = await startEmulator()
  other.fail({ fault: { kind: "drip", ms: 600_000 } })
  const response = await callsTo(other.url).platformToken()
  await other.close()
  await expect(response.text()).rejects.toThrow()
})
