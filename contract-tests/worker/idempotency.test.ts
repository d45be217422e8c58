import { once } from "node:events"
import { request } from "node:http"
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest"
import { callerKeys } from "../caller-keys.ts"
import { environment } from "../emulator/credentials.ts"
import type { Fault } from "../emulator/fault.ts"
import { startEmulator } from "../emulator/server.ts"
import { callerKey, post, problemOf, type Route, routes } from "../routes.ts"
import { startWorker } from "./start-worker.ts"

const otherCallerKey = "caller-key-of-somebody-else"
const emulator = await startEmulator()
const worker = await startWorker({
  ...environment(emulator.url),
  CALLER_KEYS: callerKeys({ somebody: [otherCallerKey], tests: [callerKey] }),
})

beforeEach(() => emulator.reset())
afterAll(() => Promise.all([worker.stop(), emulator.close()]))

const freshKey = () => crypto.randomUUID()

/** A request with a key, and what came of it as far as a replay has to be the same. */
const ask = async (route: Route, key: string, changes: Parameters<typeof post>[2] = {}) => {
  const response = await post(worker, route, {
    ...changes,
    headers: { "idempotency-key": key, ...changes.headers },
  })
  const { headers, status } = response
  return {
    kept: {
      body: await response.clone().text(),
      contentType: headers.get("content-type"),
      retryAfter: headers.get("retry-after"),
      status,
    },
    replayed: headers.get("idempotent-replayed"),
    response,
  }
}

/** Says the same as a route's input, in other bytes. */
const reordered = ({ input }: Route) =>
  JSON.stringify(Object.fromEntries(Object.entries(Object(input.body)).reverse()), null, 2)

const withMore = (route: Route): Route => ({
  ...route,
  input: { ...route.input, body: { ...Object(route.input.body), ...more[route.operation] } },
})
const more: Readonly<Record<string, object>> = {
  "PayNow.createCheckoutSession": { metadata: { reference: "1" } },
  "PaywintPlatform.createPaymentLink": { invoice_number: "1" },
}

const all = routes.map(([operation, route]) => [operation, withMore(route)] as const)
const guarded = all.filter(([, { repeatable }]) => !repeatable)

describe.each(all)("%s", (operation, route) => {
  it(route.repeatable ? "takes a key or none" : "asks for a key", async () => {
    const bare = () => post(worker, route, { headers: { "idempotency-key": "" } })
    const first = await bare()
    if (route.repeatable) {
      expect([first.status, (await bare()).status]).toEqual([201, 201])
      expect(first.headers.get("idempotent-replayed")).toBeNull()
      expect(emulator.received()).toHaveLength(2)
    } else {
      expect(first.status).toBe(400)
      expect(await problemOf(first)).toMatchObject({
        detail: expect.stringContaining("Send a fresh Idempotency-Key"),
        type: "/docs#idempotency-key",
      })
      expect(emulator.received()).toEqual([])
    }
  })

  it("is called once under a key, and its answer replayed to the byte", async () => {
    const key = freshKey()
    const first = await ask(route, `"${key}"`)
    expect([first.kept.status, first.replayed]).toEqual([201, null])
    for (const repeated of [
      await ask(route, `"${key}"`),
      await ask(route, key),
      await ask(route, key, { body: reordered(route) }),
    ]) {
      expect(repeated.replayed).toBe("true")
      expect(repeated.kept).toEqual(first.kept)
    }
    expect(emulator.received()).toHaveLength(1)
  })

  it("takes a key for one input only", async () => {
    const key = freshKey()
    expect((await ask(route, key)).kept.status).toBe(201)
    const others = [
      { body: JSON.stringify({ ...Object(route.input.body), ...changed[operation] }) },
      ...(route.param === undefined ? [] : [{ path: route.template.replace("{}", otherParam(route)) }]),
    ]
    for (const other of others) {
      const { response } = await ask(route, key, other)
      expect(response.status).toBe(422)
      expect(await problemOf(response)).toMatchObject({ operation, type: "/docs#idempotency-mismatch" })
    }
    expect(emulator.received()).toHaveLength(1)
  })

  it("is under way: 409 until it is answered", async () => {
    emulator.fail({ fault: { kind: "delay", ms: 1_000 }, times: 1 })
    const key = freshKey()
    const first = ask(route, key)
    await vi.waitFor(() => expect(emulator.received()).toHaveLength(1))
    const second = await ask(route, key)
    expect([second.kept.status, second.kept.retryAfter]).toEqual([409, "1"])
    expect(await problemOf(second.response)).toMatchObject({ operation, type: "/docs#under-way" })
    const { kept } = await first
    expect(kept.status).toBe(201)
    expect(await ask(route, key)).toMatchObject({ kept, replayed: "true" })
    expect(emulator.received()).toHaveLength(1)
  })

  it("is finished although its caller hangs up, and its answer kept", async () => {
    emulator.fail({ fault: { kind: "delay", ms: 1_000 }, times: 1 })
    const key = freshKey()
    const patience = new AbortController()
    const impatient = fetch(worker.url + route.path, {
      body: JSON.stringify(route.input.body),
      headers: {
        authorization: `Bearer ${callerKey}`,
        "content-type": "application/json",
        "idempotency-key": key,
      },
      method: "POST",
      signal: patience.signal,
    })
    await vi.waitFor(() => expect(emulator.received()).toHaveLength(1))
    patience.abort()
    await expect(impatient).rejects.toThrow("aborted")
    await vi.waitFor(
      async () => expect(await ask(route, key)).toMatchObject({ kept: { status: 201 }, replayed: "true" }),
      { timeout: 5_000 },
    )
    expect(emulator.received()).toHaveLength(1)
  })

  it.each<[string, Fault]>([
    ["the provider knows no such thing", { kind: "status", status: 404 }],
    ["the provider limits the rate", { kind: "status", retryAfter: "60", status: 429 }],
  ])("frees the key where %s", async (_, fault) => {
    emulator.fail({ fault, times: 1 })
    const key = freshKey()
    const { response } = await ask(route, key)
    expect(await problemOf(response)).toMatchObject({ outcome: "not-applied" })
    const second = await ask(route, key)
    expect([second.kept.status, second.replayed]).toEqual([201, null])
    expect(emulator.received()).toHaveLength(2)
  })

  it("frees the key where the input is not valid, for another input too", async () => {
    const key = freshKey()
    const { response } = await ask(route, key, { body: "{}" })
    expect(response.status).toBe(422)
    expect(await problemOf(response)).toMatchObject({ outcome: "not-applied", type: "/docs#invalid-request" })
    expect((await ask(route, key)).kept.status).toBe(201)
    expect(emulator.received()).toHaveLength(1)
  })

  it.each([
    ["two", '"a", "b"', "more than one"],
    ["one that is too long", "k".repeat(256), "longer than 255"],
    ["an empty one", " ", "empty"],
    ["an empty one in quotes", '""', "empty"],
  ])("refuses keys: %s", async (_, key, fault) => {
    const { response } = await ask(route, key)
    expect(response.status).toBe(400)
    expect(await problemOf(response)).toMatchObject({
      detail: expect.stringContaining(fault),
      type: "/docs#idempotency-key",
    })
    expect(emulator.received()).toEqual([])
  })
})

const changed: Readonly<Record<string, object>> = {
  "PayNow.createCheckoutSession": { metadata: { reference: "2" } },
  "PaywintDeveloper.createCheckoutToken": { amount: 2 },
  "PaywintPlatform.createCheckoutToken": { amount: 2 },
  "PaywintPlatform.createPaymentLink": { amount: 2 },
}

/** Another of the same form. */
const otherParam = ({ input: { param = "" } }: Route) =>
  param.replace(/\d(?=\D*$)/, (last) => String(9 - Number(last)))

describe.each(guarded)("%s, which must not be done twice", (_, route) => {
  it.each<[string, Fault]>([
    ["the provider breaks", { kind: "status", status: 500 }],
    ["it says when to come back", { kind: "status", retryAfter: "7", status: 503 }],
    ["the connection is reset before an answer", { kind: "reset-after" }],
    ["the connection is reset before the request is read", { kind: "reset-before" }],
    ["the answer is HTML", { kind: "html" }],
    ["the answer breaks off", { kind: "truncated" }],
  ])("keeps and replays a failure that leaves open what was done: %s", async (_, fault) => {
    emulator.fail({ fault, times: 1 })
    const key = freshKey()
    const first = await ask(route, key)
    expect(await problemOf(first.response)).toMatchObject({ outcome: "unknown", status: 502 })
    expect(await ask(route, key)).toMatchObject({ kept: first.kept, replayed: "true" })
    expect(emulator.received()).toHaveLength(1)
    // An answer in between: failures in a row would open the circuit breaker.
    expect((await ask(route, freshKey())).kept.status).toBe(201)
  })

  it("refuses two headers with a key each", async () => {
    const sent = request(worker.url + route.path, {
      headers: {
        authorization: `Bearer ${callerKey}`,
        "content-type": "application/json",
        "idempotency-key": ["a", "b"],
      },
      method: "POST",
    })
    sent.end(JSON.stringify(route.input.body))
    const [answer] = await once(sent, "response")
    answer.resume()
    expect(answer.statusCode).toBe(400)
    expect(emulator.received()).toEqual([])
  })
})

it("a key is another one with every caller and every operation", async () => {
  const key = freshKey()
  const answers = []
  for (const [, route] of all) {
    for (const caller of [callerKey, otherCallerKey]) {
      answers.push(await ask(route, key, { headers: { authorization: `Bearer ${caller}` } }))
    }
  }
  expect(answers.map(({ kept, replayed }) => [kept.status, replayed])).toEqual(answers.map(() => [201, null]))
  expect(new Set(answers.map(({ kept }) => kept.body)).size).toBe(answers.length)
  expect(emulator.received()).toHaveLength(answers.length)
})
