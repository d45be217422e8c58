import { afterAll, beforeEach, describe, expect, it } from "vitest"
import { emulatorAt } from "./client.ts"
import { developmentCredentials, environment } from "./credentials.ts"
import { startEmulator } from "./server.ts"
import { bodyOf, callsTo, flakeId, lines, post, sign, userId } from "./test-calls.ts"

const emulator = await startEmulator()
const { platform, platformToken, paymentLink, developerToken, session } = callsTo(emulator.url)
const { paywintPlatform, paywintDeveloper, payNow } = developmentCredentials

const last = () => emulator.received().at(-1)

beforeEach(() => emulator.reset())
afterAll(() => emulator.close())

describe("success", () => {
  it.each([
    ["PaywintPlatform.createCheckoutToken", () => platformToken()],
    ["PaywintPlatform.createPaymentLink", () => paymentLink()],
    ["PaywintDeveloper.createCheckoutToken", () => developerToken()],
    ["PayNow.createCheckoutSession", () => session()],
  ])("%s answers with fresh values each time", async (operation, call) => {
    const [first, second] = [await bodyOf(await call()), await bodyOf(await call())]
    for (const [name, value] of Object.entries(first.data ?? first)) {
      if (name !== "expires_at") expect(second.data ?? second).not.toHaveProperty(name, value)
    }
    const created = { operation, status: 200, applied: true }
    expect(emulator.received({ operation })).toMatchObject([created, created])
  })

  it("looks like the provider's", async () => {
    expect(await bodyOf(await platformToken())).toEqual({
      success: true,
      message: expect.any(String),
      data: {
        checkout_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
        expires_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      },
      queryGeneratedTime: expect.any(Number),
    })
    expect(await bodyOf(await paymentLink())).toMatchObject({
      data: {
        payment_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        payment_link: expect.stringMatching(/^https:\/\/[\w.]+\.example\//),
      },
    })
    expect(await bodyOf(await session())).toEqual({
      id: expect.stringMatching(/^\d{18,20}$/),
      token: expect.any(String),
      url: expect.stringMatching(/^https:\/\/[\w.]+\.example\//),
    })
  })
})

describe("authentication", () => {
  it.each([
    [
      "/api/checkout/token/platform",
      '{"user_id":"3c90c3cc-0d44-4b50-8888-8dd25736052a","amount":42.5,"currency":"USD"}',
      "a90c95071f7ae47100246ba21c23238fe44e0916da3ea36220660e51879e9bac",
    ],
    [
      `/api/platform/payment/create-payment-link/${userId}`,
      '{"amount":150.75,"description":"Café – 日本語 🧾","invoice_number":"INV-2025-0012"}',
      "c3aca18ca8c4fdc31c011fbfcbdc084c97c94604e42e13ff49c6a16e00796eb2",
    ],
  ])("accepts the signature that another implementation made for %s", async (target, body, signature) => {
    const credentials = { ...developmentCredentials, paywintPlatform: { id: userId, secret: "s3cr3t" } }
    const other = await startEmulator({ credentials })
    const status = async (id: string, signed: string) =>
      (await post(other.url + target, { "x-platform-id": id, "x-signature": signed }, body)).status
    expect(await status(userId, signature)).toBe(200)
    expect(await status(userId, signature.toUpperCase())).toBe(401)
    expect(await status(paywintPlatform.id, signature)).toBe(401)
    expect(other.received().map(({ signatureValid }) => signatureValid)).toEqual([true, false, true])
    await other.close()
  })

  it("takes path and query for signed as they were received", async () => {
    const encoded = `/api/platform/payment/create-payment-link/${userId.replace("-", "%2D")}?a=%20b&c=d`
    const input = { amount: 1 }
    expect((await platform(encoded, input)).status).toBe(200)
    for (const other of [
      decodeURIComponent(encoded),
      encoded.replace(/\?.*/, ""),
      encoded.replace("?", ""),
    ]) {
      expect((await platform(encoded, input, sign(other, JSON.stringify(input)))).status).toBe(401)
    }
  })

  it("refuses before it validates, in the provider's style", async () => {
    const token = "/api/checkout/token/platform"
    const published = "8b3cb99a4b8e24fc7e01d0db635e2e47b80818144fe51400c6c6ae3ecbc84f47"
    for (const response of [
      await platform(token, {}, published),
      await platform(token, {}, sign(token, "{} ")),
      await developerToken({}, { ...paywintDeveloper, key: "other" }),
      await developerToken({}, { ...paywintDeveloper, secret: "" }),
    ]) {
      expect(response.status).toBe(401)
      expect(await bodyOf(response)).toEqual({ detail: expect.any(String) })
    }
    for (const authorization of ["", payNow.key, `Bearer ${payNow.key}`, "APIKey other"]) {
      const response = await session({}, authorization)
      expect(response.status).toBe(401)
      const error = { status: 401, code: "unauthorized", trace_id: expect.any(String) }
      expect(await bodyOf(response)).toMatchObject(error)
    }
    expect(emulator.received().some(({ applied }) => applied)).toBe(false)
  })

  it("reads PayNow's prefix in any case", async () => {
    expect((await session(undefined, `apikey ${payNow.key}`)).status).toBe(200)
  })
})

describe("validation", () => {
  it.each([
    [{ user_id: userId }, ["body", "amount"]],
    [{ user_id: "no-uuid", amount: 1 }, ["body", "user_id"]],
    [{ user_id: userId, amount: 0 }, ["body", "amount"]],
    [{ user_id: userId, amount: "1" }, ["body", "amount"]],
    [{ user_id: userId, amount: 1, currency: "US" }, ["body", "currency"]],
    [[], ["body"]],
  ])("refuses %j as FastAPI does", async (input, loc) => {
    const response = await platformToken(input)
    expect(response.status).toBe(422)
    const { detail } = await bodyOf(response)
    expect(detail).toContainEqual({ loc, msg: expect.any(String), type: expect.any(String) })
    expect(last()).toMatchObject({ status: 422, applied: false, signatureValid: true })
  })

  it.each([
    [{ amount: 1 }, 422],
    [{ amount: 1, email: null, phone: "5550001234" }, 422],
    [{ amount: 1, phone: "5550001234", phone_country_code: null }, 422],
    [{ amount: 1, email: "jane" }, 422],
    [{ amount: 1, phone: "5550001234", phone_country_code: "+1" }, 200],
  ])("answers a developer token for %j with %i", async (input, status) => {
    expect((await developerToken(input)).status).toBe(status)
  })

  it.each([
    [{ customer_id: flakeId }, "body.lines"],
    [{ customer_id: "18446744073709551616", lines }, "body.customer_id"],
    [{ customer_id: flakeId, lines: [{ quantity: 2 ** 31 }] }, "body.lines.0.quantity"],
    [{ customer_id: flakeId, lines, surprise: 1 }, "body.surprise"],
  ])("refuses %j as PayNow does", async (input, path) => {
    const response = await session(input)
    expect(response.status).toBe(400)
    const body = await bodyOf(response)
    expect(body).toMatchObject({ status: 400, code: "bad_request", trace_id: expect.any(String) })
    expect(body.errors).toContainEqual(expect.objectContaining({ path }))
  })

  it("refuses what is not JSON, and path parameters", async () => {
    const body = '{"email":"jane@example.com","amount":1}'
    const status = async (sent: string, contentType: string) => {
      const { key, secret } = paywintDeveloper
      const headers = { "x-api-key": key, "x-api-secret": secret, "content-type": contentType }
      return (await post(`${emulator.url}/api/checkout/token/developer`, headers, sent)).status
    }
    expect(await status(body, "application/json; charset=utf-8")).toBe(200)
    expect(await status(body.slice(1), "application/json")).toBe(422)
    expect(await status(body, "text/plain")).toBe(422)
    expect((await paymentLink("f47ac10b")).status).toBe(422)
  })

  it("has no other routes or methods", async () => {
    expect(await bodyOf(await post(`${emulator.url}/api/other`, {}, ""))).toEqual({ detail: "Not Found" })
    const noRoute = { status: 404, code: "not_found" }
    expect(await bodyOf(await fetch(`${emulator.url}/v1/other`))).toMatchObject(noRoute)
    const response = await fetch(`${emulator.url}/v1/stores/1/checkouts`)
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"])
    const logged = { operation: null, method: "GET", target: "/v1/stores/1/checkouts", status: 405 }
    expect(last()).toMatchObject(logged)
  })
})

it("keeps the raw request", async () => {
  await platform("/api/checkout/token/platform?a=%20b", { user_id: userId, amount: 1, note: "日本" })
  const { body, bodyBase64, headers, target } = last() ?? {}
  expect(target).toBe("/api/checkout/token/platform?a=%20b")
  expect(body).toContain("日本")
  expect(Buffer.from(bodyBase64 ?? "", "base64").toString()).toBe(body)
  expect(headers).toHaveProperty("x-platform-id", paywintPlatform.id)
})

it("is controlled over HTTP", async () => {
  const remote = emulatorAt(emulator.url)
  await remote.fail({ fault: { kind: "status", status: 500 } })
  expect((await platformToken()).status).toBe(500)
  expect(await bodyOf(await fetch(`${emulator.url}/__emulator/faults`))).toMatchObject([{ hits: 1 }])
  await remote.heal()
  expect((await paymentLink()).status).toBe(200)
  expect(await remote.received()).toEqual(emulator.received())
  expect(await remote.received({ operation: "PaywintPlatform.createPaymentLink" })).toHaveLength(1)
  await remote.reset()
  expect(await remote.received()).toEqual([])
  await expect(remote.fail({ operation: "other", fault: { kind: "truncated" } })).rejects.toThrow("operation")
  const help = await (await fetch(`${emulator.url}/__emulator`)).text()
  expect(help).toContain("PayNow.createCheckoutSession")
  for (const secret of Object.values(environment("http://"))) expect(help).not.toContain(secret)
})
