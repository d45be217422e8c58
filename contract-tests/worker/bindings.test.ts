/** What the Worker makes of its Durable Objects, and of their absence. */
import * as ConfigProvider from "effect/ConfigProvider"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import { describe, expect, it } from "vitest"
import { gateway } from "../../src/gateway/gateway.ts"
import type { State } from "../../src/gateway/idempotency/machine.ts"
import worker from "../../src/worker.ts"
import type { Namespace, ObjectState } from "../../src/worker/cloudflare.ts"
import type { Env } from "../../src/worker/env.ts"
import { IdempotentCalls, idempotentCalls } from "../../src/worker/idempotent-calls.ts"
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

describe.each(guarded)("an object of %s", (operation, route) => {
  it("that can't be reached is asked again, then nobody knows, and the log says why", async () => {
    const named: Array<string> = []
    const fetch = () => Promise.reject(new RangeError("canary"))
    const served = asking({ getByName: (name) => (named.push(name), { fetch }) })
    const answer = await post(served, route)
    expect(await problemOf(answer)).toMatchObject({ outcome: "unknown", type: "/docs#broken-off" })
    expect(named).toEqual([named[0], named[0]])
    expect(served.lines[0]).toEqual([{ fault: "RangeError", operation }])
    expect(JSON.stringify(served.lines)).not.toContain("canary")
  })

  it("that broke is another one the second time", async () => {
    const kept = { body: "{}", contentType: "application/json", status: 201 }
    let broken = true
    const served = asking({
      getByName: () => ({
        fetch: async () => {
          if (broken) throw new Error((broken = false) || "Moved")
          return Response.json({ _tag: "called", answer: kept })
        },
      }),
    })
    expect((await post(served, route)).status).toBe(201)
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

  it.each([
    ["settled", 1],
    ["under-way", 0],
  ])("forgets what is %s when an alarm rings, which may ring twice: %i", async (_tag, times) => {
    let deleted = 0
    const storage = { deleteAll: async () => void deleted++, kv: { get: () => ({ _tag }) } }
    const state = { storage, waitUntil: () => undefined } as unknown as ObjectState
    await new IdempotentCalls(state, notBound).alarm()
    expect(deleted).toBe(times)
  })
})
