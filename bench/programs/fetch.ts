import { signature } from "../workers/by-hand.ts"
import {
  credentials,
  developerToken,
  linkUser,
  paymentLink,
  platformToken,
  session,
  store,
  type Transport,
  type Way,
} from "./cases.ts"

/** By hand: `fetch`, WebCrypto, and a look at two properties of the answer. */
export const withFetch = ({ baseUrl, fetch = globalThis.fetch }: Transport): Way => {
  const { payNow, paywintDeveloper, paywintPlatform } = credentials

  const post = async (
    path: string,
    body: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<Readonly<Record<string, unknown>>> => {
    const response = await fetch(baseUrl + path, {
      body,
      headers: { ...headers, "content-type": "application/json" },
      method: "POST",
    })
    if (!response.ok) throw new Error(`${response.status}`)
    return (await response.json()) as Readonly<Record<string, unknown>>
  }

  const signed = async (path: string, body: string) =>
    post(path, body, {
      "x-platform-id": paywintPlatform.id,
      "x-signature": await signature(paywintPlatform.secret, path, body),
    })

  return {
    "PayNow.createCheckoutSession": async () => {
      const authorization = `APIKey ${payNow.key}`
      const answer = await post(`/v1/stores/${store}/checkouts`, JSON.stringify(session), { authorization })
      return withText(answer, "id", "url")
    },
    "PaywintDeveloper.createCheckoutToken": async () => {
      const answer = await post("/api/checkout/token/developer", JSON.stringify(developerToken), {
        "x-api-key": paywintDeveloper.key,
        "x-api-secret": paywintDeveloper.secret,
      })
      return withText(answer["data"], "checkout_token", "expires_at")
    },
    "PaywintPlatform.createCheckoutToken": async () => {
      const answer = await signed("/api/checkout/token/platform", JSON.stringify(platformToken))
      return withText(answer["data"], "checkout_token", "expires_at")
    },
    "PaywintPlatform.createPaymentLink": async () => {
      const path = `/api/platform/payment/create-payment-link/${linkUser}`
      const answer = await signed(path, JSON.stringify(paymentLink))
      return withText(answer["data"], "payment_id", "payment_link")
    },
  }
}

const withText = (data: unknown, one: string, other: string) => {
  const found = data as Readonly<Record<string, unknown>>
  if (typeof found[one] !== "string" || typeof found[other] !== "string")
    throw new Error("Not what was promised")
  return found
}
