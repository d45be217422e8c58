/** Credentials reach a server as they are: what is sent in a header, and what only signs. */
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { createHash, createHmac } from "node:crypto"
import { afterAll, beforeEach, expect, it } from "vitest"
import { PaywintDeveloper, PaywintPlatform } from "../src/index.ts"
import { startServer } from "./bare-server.ts"

const server = await startServer(() => ({ body: "{}", status: 404 }))
beforeEach(() => void (server.received.length = 0))
afterAll(() => server.close())
const baseUrl = server.url

it.each(["two words", "tab\tand  spaces", "!#$%&'*+/=?^_`{|}~\"(),;<>@[]:\\"])(
  "sends %j in a header",
  async (credential) => {
    const options = { apiKey: Redacted.make(credential), apiSecret: Redacted.make(credential), baseUrl }
    const body = { amount: 1, email: "jane@example.com" }
    await Effect.runPromise(
      PaywintDeveloper.use((api) => api.createCheckoutToken(body)).pipe(
        Effect.provide(PaywintDeveloper.layer(options)),
        Effect.flip,
      ),
    )
    expect(server.received).toMatchObject([
      { headers: { "x-api-key": credential, "x-api-secret": credential } },
    ])
  },
)

it.each(["two words", "ends with a line break\n", "größer als 日本語 🔑", "\0", "ключ ".repeat(50)])(
  "signs with %j, and does not send it",
  async (secret) => {
    const platformId = "e0000000-0000-4000-8000-000000000001"
    await Effect.runPromise(
      PaywintPlatform.use((api) => api.createPaymentLink(platformId, { amount: 1 })).pipe(
        Effect.provide(PaywintPlatform.layer({ baseUrl, platformId, secret: Redacted.make(secret) })),
        Effect.flip,
      ),
    )
    const [request] = server.received
    const hash = createHash("sha256")
      .update(request?.body ?? "")
      .digest("hex")
    const signature = createHmac("sha256", secret).update(`POST${request?.target}${hash}`).digest("hex")
    expect(request?.headers["x-signature"]).toBe(signature)
    expect(JSON.stringify([request?.headers, request?.target])).not.toContain(
      JSON.stringify(secret).slice(1, -1),
    )
  },
)
