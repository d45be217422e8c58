import { createHash, createHmac } from "node:crypto"
import { afterAll, beforeEach, describe, expect, it } from "vitest"
import { startServer } from "../bare-server.ts"
import { environment } from "../emulator/credentials.ts"
import { callerKeys } from "../caller-keys.ts"
import { callerKey, post, type Route, routes } from "../routes.ts"
import { startWorker } from "./start-worker.ts"

const id = "e7a0c3cc-0d44-4b50-8888-8dd25736052a"
const flakeId = "18446744073709551615"
const link = `https://pay.example/${id}`
const data = {
  checkout_token: "a.b.c",
  expires_at: "2026-01-01T00:00:00Z",
  payment_id: id,
  payment_link: link,
}
const answer = JSON.stringify({ data, id: "1", success: true, token: "t", url: link })

const credentials = {
  payNow: { key: "pnapi_v1_key" },
  paywintDeveloper: { key: "developer-key", secret: "developer-secret" },
  paywintPlatform: { id: "e0000000-0000-4000-8000-0000000000aa", secret: "platform-secret" },
}

// Not the emulator: any other server, which knows of this project nothing but what it is sent.
const server = await startServer(() => ({ body: answer, status: 200 }))
const worker = await startWorker({
  ...environment(server.url, credentials),
  // A base URL as a proxy may have it: a path, what needs encoding and what is encoded, a slash at the end.
  PAYWINT_PLATFORM_BASE_URL: `${server.url}/a%2Fb c/日本/~x'(1)/`,
  CALLER_KEYS: callerKeys({ tests: [callerKey] }),
})
const prefix = "/a%2Fb%20c/%E6%97%A5%E6%9C%AC/~x'(1)"

beforeEach(() => {
  server.received.length = 0
})
afterAll(() => Promise.all([worker.stop(), server.close()]))

const routeOf = (operation: string): Route =>
  routes.find(([name]) => name === operation)?.[1] ?? expect.fail(`no route ${operation}`)

/** Calls a route and gives the one request that it made, once that was accepted. */
const requestOf = async (route: Route, body: string, param = route.input.param ?? "") => {
  const path = route.template.replace("{}", encodeURIComponent(param))
  const response = await post(worker, route, { body, path })
  expect([response.status, await response.text()]).toEqual([201, expect.any(String)])
  const [request] = server.received
  expect(server.received).toHaveLength(1)
  return request ?? expect.fail("no request")
}

/** What is sent is what a caller sent, whatever the white space between. */
const sameJson = (sent: Buffer, body: string) => expect(JSON.parse(sent.toString())).toEqual(JSON.parse(body))

const texts = [
  "Café – 日本語 🧾",
  "👨‍👩‍👧‍👦 é",
  '"',
  "'",
  "\\",
  '\\"\\\\',
  "\n\t\u2028\u007f",
  "</script>&amp;",
  "%20+%2F",
  "",
]
const numbers = ["0.1", "1e-7", "99999.99", "1E2", "100000", "0.30000000000000004", "5e-324", "42.50"]

const token = "PaywintPlatform.createCheckoutToken"
const paymentLink = "PaywintPlatform.createPaymentLink"
const upper = id.toUpperCase()

const bodies: ReadonlyArray<{ readonly operation: string; readonly body: string; readonly user?: string }> = [
  ...texts.map((description) => ({
    body: JSON.stringify({ amount: 1, description, invoice_number: null }),
    operation: paymentLink,
    user: id,
  })),
  ...numbers.flatMap((amount) => [
    { body: `{ "amount" :\t${amount} }`, operation: paymentLink, user: id },
    { body: `{"user_id":"${id}", "amount": ${amount}}`, operation: token },
  ]),
  { body: JSON.stringify({ amount: 1, currency: "日本🧾", user_id: upper }), operation: token },
  { body: '{"amount":1,"description":"\\u00e9\\ud83e\\uddfe"}', operation: paymentLink, user: upper },
]

describe("Paywint, platform", () => {
  it.each(bodies)("$operation signs $body as it is sent", async ({ body, operation, user }) => {
    const request = await requestOf(routeOf(operation), body, user)
    const { headers, method, target } = request
    // The signing guide's rule, over what came: raw bytes, raw target.
    const bodyHash = createHash("sha256").update(request.body).digest("hex")
    const canonical = `${method}${target}${bodyHash}`
    const expected = createHmac("sha256", credentials.paywintPlatform.secret).update(canonical).digest("hex")
    expect(headers["x-signature"]).toBe(expected)
    expect(headers).toMatchObject({
      "content-length": String(request.body.length),
      "content-type": "application/json",
      "x-platform-id": credentials.paywintPlatform.id,
    })
    const tail =
      user === undefined
        ? "/api/checkout/token/platform"
        : `/api/platform/payment/create-payment-link/${user}`
    expect(target).toBe(prefix + tail)
    sameJson(request.body, body)
    expect(JSON.stringify(headers)).not.toContain(credentials.paywintPlatform.secret)
  })
})

describe("Paywint, developer", () => {
  it.each(["o'hara+1@payer.example", "{|}~@payer.example"])("sends key and secret, for %s", async (email) => {
    const body = JSON.stringify({ amount: 0.1, email })
    const {
      body: sent,
      headers,
      target,
    } = await requestOf(routeOf("PaywintDeveloper.createCheckoutToken"), body)
    expect(headers).toMatchObject({
      "content-type": "application/json",
      "x-api-key": credentials.paywintDeveloper.key,
      "x-api-secret": credentials.paywintDeveloper.secret,
    })
    expect(target).toBe("/api/checkout/token/developer")
    sameJson(sent, body)
  })
})

describe("PayNow", () => {
  it.each([
    [flakeId, flakeId],
    ["my store", "my%20store"],
    ["日本🧾", "%E6%97%A5%E6%9C%AC%F0%9F%A7%BE"],
    ["a+b&c=d?e#f", "a%2Bb%26c%3Dd%3Fe%23f"],
    ["100%", "100%25"],
    ["...", "..."],
    ["a;b,c:d@e", "a%3Bb%2Cc%3Ad%40e"],
  ])("percent-encodes the store %j", async (store, encoded) => {
    const body = JSON.stringify({ customer_id: flakeId, lines: [], metadata: { "é🧾": '"\\' } })
    const route = routeOf("PayNow.createCheckoutSession")
    const { body: sent, headers, target } = await requestOf(route, body, store)
    expect(target).toBe(`/v1/stores/${encoded}/checkouts`)
    expect(headers).toMatchObject({
      authorization: `APIKey ${credentials.payNow.key}`,
      "content-type": "application/json",
    })
    // As text: a number would have lost its last digits.
    expect(sent.toString()).toContain(`"${flakeId}"`)
    sameJson(sent, body)
  })
})

it.each(routes)("%s passes nothing on that is between the caller and the Worker", async (_, route) => {
  const headers = {
    cookie: "a=canary",
    "idempotency-key": '"canary"',
    "x-forwarded-for": "canary",
    "x-request-id": "canary",
  }
  expect((await post(worker, route, { headers })).status).toBe(201)
  const [request] = server.received
  const sent = JSON.stringify(request?.headers)
  expect(sent).not.toContain("canary")
  expect(sent).not.toContain(callerKey)
})
