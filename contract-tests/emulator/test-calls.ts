import { createHash, createHmac } from "node:crypto"
import { developmentCredentials } from "./credentials.ts"

const { paywintPlatform, paywintDeveloper, payNow } = developmentCredentials

export const userId = "3c90c3cc-0d44-4b50-8888-8dd25736052a"
export const flakeId = "411486491630370816"
export const lines = [{ product_id: flakeId, quantity: 1 }]

/** The signing guide's rule, once more, so that the emulator is not checked against itself. */
export const sign = (target: string, body: string) =>
  createHmac("sha256", paywintPlatform.secret)
    .update(`POST${target}${createHash("sha256").update(body).digest("hex")}`)
    .digest("hex")

export const post = (url: string, headers: Record<string, string>, body: string, signal?: AbortSignal) =>
  fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body,
    ...(signal ? { signal } : {}),
  })

/** A body as far as the tests look into it. */
export interface Body {
  readonly data?: Readonly<Record<string, unknown>>
  readonly detail?: unknown
  readonly errors?: unknown
  readonly error?: unknown
  readonly success?: unknown
}
export const bodyOf = async (response: Response) => (await response.json()) as Body

/** Calls of every operation as a client would make them; valid unless told otherwise. */
export const callsTo = (url: string) => {
  const platform = (target: string, input: unknown, signature?: string, signal?: AbortSignal) => {
    const body = JSON.stringify(input)
    const headers = { "x-platform-id": paywintPlatform.id, "x-signature": signature ?? sign(target, body) }
    return post(url + target, headers, body, signal)
  }
  return {
    platform,
    platformToken: (input: unknown = { user_id: userId, amount: 42.5 }, signal?: AbortSignal) =>
      platform("/api/checkout/token/platform", input, undefined, signal),
    paymentLink: (id = userId) =>
      platform(`/api/platform/payment/create-payment-link/${id}`, { amount: 150.75 }),
    developerToken: (
      input: unknown = { email: "jane@example.com", amount: 1 },
      { key, secret } = paywintDeveloper,
    ) =>
      post(
        `${url}/api/checkout/token/developer`,
        { "x-api-key": key, "x-api-secret": secret },
        JSON.stringify(input),
      ),
    session: (input: unknown = { customer_id: flakeId, lines }, authorization = `APIKey ${payNow.key}`) =>
      post(`${url}/v1/stores/${flakeId}/checkouts`, { authorization }, JSON.stringify(input)),
  }
}
