/** What the Worker makes of its Durable Objects, and of their absence. */
import * as ConfigProvider from "effect/ConfigProvider"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import { describe, expect, it, vi } from "vitest"
import { gateway } from "../../src/gateway/gateway.ts"
import type { State } from "../../src/gateway/idempotency/machine.ts"
import worker from "../../src/worker.ts"
import type { Namespace, ObjectState } from "../../src/worker/cloudflare.ts"
import type { Env } from "../../src/worker/env.ts"
import { IdempotentCalls } from "../../src/worker/idempotent-calls.ts"
import { idempotentCalls } from "../../src/worker/object-store.ts"
import { callerKeys } from "../caller-keys.ts"
import { environment } from "../emulator/credentials.ts"
import { entered, pageKey } from "../entered-key.ts"
import { callerKey, post, problemOf, routes } from "../routes.ts"

const url = "https://gateway.example"
const vars = {
  ...environment("http://127.0.0.1:9"),
  CALLER_KEYS: callerKeys({ tests: [callerKey] }),
  PAGE_KEY: pageKey,
}
const notBound = vars as unknown as Env
const guarded = routes.filter(([, { repeatable }]) => !repeatable)

describe("a binding that is missing", () => {
  const context = { waitUntil: () => undefined }
  const fetch = (request: Request) => worker.fetch(request, notBound, context)

  it.each(guarded)("is named where %s needs it: 503, and nothing was done", async (_, route) => {
    const answer = await post({ fetch, url }, route)
    expect(answer.status).toBe(503)
    expect(await problemOf(answer)).toMatchObject({
      detail: expect.stringContaining("IDEMPOTENT_CALLS"),
      outcome: "not-applied",
      type: "/docs#not-configured",
    })
  })

  it.each(["GET /v1/contracts", "GET /contracts", "POST /v1/contracts/runs"])(
    "is named where %s needs it: 503",
    async (asked) => {
      const [method = "", path = ""] = asked.split(" ")
      const headers = { authorization: `Bearer ${callerKey}`, ...(await entered({ fetch, url })) }
      const answer = await fetch(new Request(`${url}${path}`, { headers, method }))
      expect(await problemOf(answer)).toMatchObject({
        detail: expect.stringContaining("CONTRACT_RUNS"),
        type: "/docs#not-configured",
      })
    },
  )

  it("is named where the schedule needs it", async () => {
    await expect(worker.scheduled(undefined, notBound)).rejects.toThrow("CONTRACT_RUNS")
  })
})

/** A gateway whose keyed calls ask these objects, and what it logs. */
const asking = (calls: Namespace) => {
  const lines: Array<unknown> = []
  const services = Layer.merge(
    ConfigProvider.layer(ConfigProvider.fromUnknown(vars)),
    Logger.layer([Logger.make(({ message }) => lines.push(message))]),
  )
  const { handler } = gateway(services, { idempotency: idempotentCalls({ IDEMPOTENT_CALLS: calls }) })
  return { fetch: (request: Request) => handler(request), lines, url }
}

/** An error of a Durable Object as Cloudflare's runtime throws it. */
const thrown = (flags: { readonly overloaded?: boolean; readonly retryable?: boolean }) =>
  Object.assign(new RangeError("canary"), flags)
const answer = { body: "{}", contentType: "application/json", status: 201 }
const rejecting = (error: unknown) => () => Promise.reject(error)

describe.each(guarded)("an object of %s", (operation, route) => {
  it.each<[string, Namespace["getByName"], number]>([
    ["is overloaded", () => ({ fetch: rejecting(thrown({ overloaded: true })) }), 1],
    [
      "is overloaded and might be asked again",
      () => ({ fetch: rejecting(thrown({ overloaded: true, retryable: true })) }),
      1,
    ],
    ["throws", () => ({ fetch: rejecting(thrown({})) }), 1],
    [
      "throws what says that it must not be asked again",
      () => ({ fetch: rejecting(thrown({ retryable: false })) }),
      1,
    ],
    ["throws no error", () => ({ fetch: rejecting(null) }), 1],
    ["stays out of reach", () => ({ fetch: rejecting(thrown({ retryable: true })) }), 4],
    [
      "can't be got",
      () => {
        throw thrown({})
      },
      1,
    ],
    [
      "can't be got for now",
      () => {
        throw thrown({ retryable: true })
      },
      4,
    ],
    [
      "answers an error",
      () => ({ fetch: async () => Response.json({ _tag: "called", answer }, { status: 500 }) }),
      1,
    ],
    ["answers no JSON", () => ({ fetch: async () => new Response("<html>") }), 1],
  ])("that %s: nobody knows, and the same key may be asked again", async (_, getByName, times) => {
    const named: Array<string> = []
    const served = asking({ getByName: (name) => (named.push(name), getByName(name)) })
    const response = await post(served, route, { headers: { "x-request-id": "r-1" } })
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"])
    expect(await problemOf(response)).toMatchObject({
      detail: expect.stringContaining("same Idempotency-Key"),
      operation,
      outcome: "unknown",
      type: "/docs#key-unreachable",
    })
    expect(named).toEqual(Array.from({ length: times }, () => named[0]))
    expect(served.lines).toMatchObject([
      [{ fault: expect.any(String), operation, request_id: "r-1" }],
      [{ operation, outcome: "unknown", reason: "key-unreachable", request_id: "r-1" }],
    ])
    expect(JSON.stringify(served.lines)).not.toContain("canary")
  })

  it.each<[string, () => Promise<Response>]>([
    ["never answers", () => new Promise(() => undefined)],
    ["never ends its answer", async () => new Response(new ReadableStream())],
  ])("that %s: nobody knows, after 20 seconds", async (_, fetch) => {
    vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"] })
    const answered = post(asking({ getByName: () => ({ fetch }) }), route)
    await vi.advanceTimersByTimeAsync(20_000)
    vi.useRealTimers()
    expect(await problemOf(await answered)).toMatchObject({ type: "/docs#key-unreachable" })
  })

  it("that answers without a decision may have made the call", async () => {
    const served = asking({ getByName: () => ({ fetch: async () => Response.json({ _tag: "nonsense" }) }) })
    expect(await problemOf(await post(served, route))).toMatchObject({
      outcome: "unknown",
      type: "/docs#broken-off",
    })
  })

  it("that moved is another one the next time", async () => {
    let moves = 2
    const served = asking({
      getByName: () => ({
        fetch: async () => {
          if (moves-- > 0) throw thrown({ retryable: true })
          return Response.json({ _tag: "called", answer })
        },
      }),
    })
    expect((await post(served, route)).status).toBe(201)
  })

  it("is told the id of the request, for its log", async () => {
    const sent: Array<unknown> = []
    const fetch = async (_: string, init?: object) => {
      sent.push(init)
      return Response.json({ _tag: "called", answer })
    }
    await post(asking({ getByName: () => ({ fetch }) }), route, { headers: { "x-request-id": "r-1" } })
    expect(sent).toMatchObject([{ headers: { "x-request-id": "r-1" } }])
  })

  it("is not asked where the input is not valid", async () => {
    const served = asking({ getByName: () => expect.unreachable() })
    const response = await post(served, route, { body: "{}" })
    expect(response.status).toBe(422)
    expect(await problemOf(response)).toMatchObject({
      attempts: 0,
      issues: expect.arrayContaining([expect.objectContaining({ message: expect.any(String) })]),
      operation,
      outcome: "not-applied",
      reason: "InvalidRequest",
      type: "/docs#invalid-request",
    })
  })

  it("forgets what is settled after 24 hours, and never what is under way or broke off", async () => {
    const did: Array<unknown> = []
    const storage = {
      kv: { get: () => undefined, put: (_: string, { _tag }: State) => did.push(_tag) },
      setAlarm: (time: number) => did.push(Math.round((time - Date.now()) / 60_000)),
    }
    const state = { storage, waitUntil: () => undefined } as unknown as ObjectState
    const params = { [route.param === "user_id" ? "user_id" : "store_id"]: route.input.param }
    const body = JSON.stringify({ body: route.input.body, fingerprint: "", operation, params })
    await new IdempotentCalls(state, notBound).fetch(new Request(url, { body, method: "POST" }))
    // The provider is nowhere: what came of its call is not known, and kept.
    expect(did).toEqual(["under-way", "settled", 24 * 60])
  })

  const day = 24 * 60 * 60_000
  const settled = { _tag: "settled", answer, fingerprint: "a" }
  it.each<[string, unknown, string]>([
    ["was settled 24 hours ago", { ...settled, settledAt: -day }, "deleted"],
    ["was settled long ago", { ...settled, settledAt: -3 * day }, "deleted"],
    [
      "was settled a minute less than 24 hours ago",
      { ...settled, settledAt: 60_000 - day },
      "kept for 60000",
    ],
    ["was settled just now", { ...settled, settledAt: 0 }, `kept for ${day}`],
    ["the first release settled, without a time", settled, `kept for ${day}`],
    ["is under way", { _tag: "under-way", fingerprint: "a" }, "left"],
    ["a later release wrote", { _tag: "resolved" }, "left"],
    ["is gone", undefined, "left"],
  ])("whose alarm rings finds what %s", async (_, kept, ending) => {
    vi.useFakeTimers({ now: 0, toFake: ["Date"] })
    let found = "left"
    let stored: unknown = kept
    const storage = {
      deleteAlarm: async () => undefined,
      deleteAll: async () => {
        found = "deleted"
      },
      kv: { get: () => stored, put: (_: string, state: unknown) => void (stored = state) },
      setAlarm: async (time: number) => {
        found = `kept for ${time}`
      },
    }
    const state = { storage, waitUntil: () => undefined } as unknown as ObjectState
    await new IdempotentCalls(state, notBound).alarm()
    vi.useRealTimers()
    expect(found).toBe(ending)
    if (ending.startsWith("kept")) expect(stored).toEqual({ settledAt: 0, ...settled, ...Object(kept) })
  })

  it.each([
    "{",
    "null",
    "{}",
    '{"fingerprint":"a"}',
    '{"fingerprint":1,"operation":"a","params":{},"body":{}}',
  ])("that is sent %s makes no call and says that nobody knows", async (body) => {
    const lines = vi.spyOn(console, "log").mockImplementation(() => undefined)
    const storage = { kv: { get: () => expect.unreachable() } }
    const state = { storage, waitUntil: () => undefined } as unknown as ObjectState
    const headers = { "x-request-id": "r-1" }
    const request = new Request(url, { body, headers, method: "POST" })
    const response = await new IdempotentCalls(state, notBound).fetch(request)
    expect([response.status, await response.json()]).toEqual([400, { _tag: "broken-off" }])
    expect(lines.mock.calls.map(([line]) => JSON.parse(String(line)))).toMatchObject([
      { message: { request_id: "r-1" } },
    ])
    lines.mockRestore()
  })
})
