import { afterAll, beforeEach, describe, expect, it } from "vitest"
import { environment } from "../emulator/credentials.ts"
import { startEmulator } from "../emulator/server.ts"
import { callerKeys } from "../caller-keys.ts"
import { callerKey, post, problemOf, routes } from "../routes.ts"
import { startWorker } from "./start-worker.ts"

const emulator = await startEmulator()
const worker = await startWorker({
  ...environment(emulator.url),
  CALLER_KEYS: callerKeys({ tests: [callerKey] }),
})

beforeEach(() => emulator.reset())
afterAll(() => Promise.all([worker.stop(), emulator.close()]))

const malformed = '{"amount": 1'
const large = 64 * 1024

describe.each(routes)("%s", (operation, route) => {
  const { input, path, result } = route
  const refused = (changes: Parameters<typeof post>[2]) => post(worker, route, changes)
  /** The body, as long as `length` bytes: what is added is white space. */
  const padded = (length: number) => JSON.stringify(input.body).padEnd(length)

  it("answers 201 with the documented properties and no others", async () => {
    const response = await post(worker, route)
    expect(response.status).toBe(201)
    expect(response.headers.get("content-type")).toMatch(/^application\/json/)
    const body = (await response.json()) as object
    expect(Object.keys(body).sort()).toEqual(Object.keys(result).sort())
    for (const value of Object.values(body)) expect(value).toMatch(/\S/)
    expect(emulator.received()).toMatchObject([{ applied: true, operation, status: 200 }])
  })

  it.each([
    ["a body that breaks off", malformed],
    ["an empty body", ""],
    ["bytes that are not UTF-8", new Uint8Array([0x22, 0xff, 0x22])],
    ["HTML", "<!doctype html>"],
  ])("refuses %s with 400", async (_, body) => {
    const response = await refused({ body })
    expect(response.status).toBe(400)
    expect(await problemOf(response)).toMatchObject({ type: "/docs#malformed-json" })
  })

  it.each(["", "Bearer ", "Bearer wrong", `Bearer ${callerKey}x`, `Basic ${callerKey}`, callerKey])(
    "refuses the authorization %j with 401",
    async (authorization) => {
      const response = await refused({ headers: { authorization } })
      expect(response.status).toBe(401)
      expect(response.headers.get("www-authenticate")).toMatch(/^Bearer/)
      expect(await problemOf(response)).toMatchObject({ type: "/docs#caller-unknown" })
    },
  )

  it("asks who calls before it looks at what they send", async () => {
    const response = await refused({ body: malformed, headers: { authorization: "" } })
    expect(response.status).toBe(401)
  })

  it.each(["GET", "PUT", "PATCH", "DELETE"])(
    "refuses %s with 405 and says what is allowed",
    async (method) => {
      const response = await fetch(worker.url + path, { method })
      expect(response.status).toBe(405)
      expect(response.headers.get("allow")).toBe("POST")
      expect(await problemOf(response)).toMatchObject({ type: "/docs#method-not-allowed" })
    },
  )

  it("takes a body of 64 KiB and none that is larger", async () => {
    expect((await post(worker, route, { body: padded(large) })).status).toBe(201)
    const response = await refused({ body: padded(large + 1) })
    expect(response.status).toBe(413)
    expect(await problemOf(response)).toMatchObject({ type: "/docs#body-too-large" })
    expect(emulator.received()).toHaveLength(1)
  })

  it("counts the bytes of a body that does not say how long it is", async () => {
    const chunked = (length: number) => new Blob([padded(length)]).stream()
    expect((await post(worker, route, { body: chunked(large) })).status).toBe(201)
    const response = await refused({ body: chunked(large + 1) })
    expect(response.status).toBe(413)
    expect(await problemOf(response)).toMatchObject({ type: "/docs#body-too-large" })
  })

  it.each([
    { "content-type": "text/plain" },
    { "content-type": "application/x-www-form-urlencoded" },
    { "content-type": "application/problem+json" },
    { "content-type": "application/jsonx" },
    { "content-type": "application/json; charset=latin1" },
    { "content-encoding": "gzip" },
  ])("refuses %j with 415", async (headers) => {
    const response = await refused({ headers })
    expect(response.status).toBe(415)
    expect(await problemOf(response)).toMatchObject({ type: "/docs#unsupported-media-type" })
  })

  it.each(["application/json", "application/json; charset=utf-8", "Application/JSON;charset=UTF-8"])(
    "takes the content type %s",
    async (type) => {
      expect((await post(worker, route, { headers: { "content-type": type } })).status).toBe(201)
    },
  )

  it("refuses an input that is not valid with 422 and says where", async () => {
    const body = JSON.stringify({
      ...Object(input.body),
      [Object.keys(Object(input.body))[0] ?? ""]: [],
      surprise: 1,
    })
    const response = await refused({ body })
    expect(response.status).toBe(422)
    const problem = await problemOf(response)
    expect(problem).toMatchObject({
      attempts: 0,
      operation,
      outcome: "not-applied",
      type: "/docs#invalid-request",
    })
    expect(problem["issues"]).toContainEqual({ message: expect.any(String), path: ["surprise"] })
    expect(problem["issues"]).toContainEqual({
      message: expect.any(String),
      path: [Object.keys(Object(input.body))[0]],
    })
    expect(emulator.received()).toEqual([])
  })
})

describe.each(routes.filter(([, { param }]) => param !== undefined))("%s", (_, route) => {
  it.each(["%2e%2e", "a%2Fb", "%00", "%E0%A4%A", "%"])(
    "takes no %s in its path, and does not break",
    async (segment) => {
      const response = await post(worker, route, { path: route.template.replace("{}", segment) })
      expect([400, 404, 422]).toContain(response.status)
      await problemOf(response)
      expect(emulator.received()).toEqual([])
    },
  )
})

it.each([
  ...["/v1", "/v1/paynow/stores//checkouts", "/v1/paywint/platform/checkout-tokens/x", "/V1/health"],
  // A guard in front of the gateway could be bypassed by another spelling.
  ...["/%68ealth", "//health", "/health/", "/health;a", "/v1/paywint/platform/checkout%2Dtokens"],
])("%s is no route: 404", async (path) => {
  for (const method of ["GET", "POST"]) {
    const response = await fetch(worker.url + path, { method })
    expect(response.status).toBe(404)
    expect(await problemOf(response)).toMatchObject({ type: "/docs#not-found" })
  }
})

it("/health needs no key", async () => {
  const response = await fetch(`${worker.url}/health`)
  expect([response.status, await response.json()]).toEqual([200, { status: "ok" }])
  expect((await fetch(`${worker.url}/health`, { method: "POST" })).headers.get("allow")).toContain("GET")
})

it("/openapi.json needs no key", async () => {
  const response = await fetch(`${worker.url}/openapi.json`)
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/json"])
})

describe("x-request-id", () => {
  const idOf = async (path: string, init: RequestInit = {}) =>
    (await fetch(worker.url + path, init)).headers.get("x-request-id")

  it.each(["/health", "/openapi.json", "/nowhere", ...routes.map(([, { path }]) => path)])(
    "is on the answer of %s, fresh each time",
    async (path) => {
      const [first, second] = [await idOf(path), await idOf(path)]
      expect(first).toMatch(/^[0-9a-f-]{36}$/)
      expect(second).toMatch(/^[0-9a-f-]{36}$/)
      expect(second).not.toBe(first)
    },
  )

  it("is the caller's own where that can stand in a log", async () => {
    expect(await idOf("/health", { headers: { "x-request-id": "Order-1.a_b" } })).toBe("Order-1.a_b")
    for (const given of ["a b", 'a"b', "x".repeat(65), "{}"]) {
      expect(await idOf("/health", { headers: { "x-request-id": given } })).toMatch(/^[0-9a-f-]{36}$/)
    }
  })
})
