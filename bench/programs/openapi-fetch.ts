import createClient from "openapi-fetch"
import type { paths as PayNowPaths } from "../../generated/paynow/types.ts"
import type { paths as DeveloperPaths } from "../../generated/paywint-developer/types.ts"
import type { paths as PlatformPaths } from "../../generated/paywint-platform/types.ts"
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

/** The typed client alone, with the signature by hand. */
export const withOpenapiFetch = (transport: Transport): Way => {
  const { payNow, paywintDeveloper, paywintPlatform } = credentials
  const platform = createClient<PlatformPaths>(transport)
  const developer = createClient<DeveloperPaths>(transport)
  const sessions = createClient<PayNowPaths>({
    ...transport,
    headers: { authorization: `APIKey ${payNow.key}` },
  })
  const signed = async (path: string, body: string) => ({
    "X-Platform-ID": paywintPlatform.id,
    "X-Signature": await signature(paywintPlatform.secret, path, body),
  })

  return {
    "PayNow.createCheckoutSession": async () => {
      const params = { path: { storeId: store } }
      const { data } = await sessions.POST("/v1/stores/{storeId}/checkouts", { body: session, params })
      return found(data)
    },
    "PaywintDeveloper.createCheckoutToken": async () => {
      const header = { "X-Api-Key": paywintDeveloper.key, "X-Api-Secret": paywintDeveloper.secret }
      const { data } = await developer.POST("/api/checkout/token/developer", {
        body: developerToken,
        params: { header },
      })
      return found(data?.data)
    },
    "PaywintPlatform.createCheckoutToken": async () => {
      const path = "/api/checkout/token/platform"
      const body = JSON.stringify(platformToken)
      const { data } = await platform.POST(path, {
        body: platformToken,
        bodySerializer: () => body,
        params: { header: await signed(path, body) },
      })
      return found(data?.data)
    },
    "PaywintPlatform.createPaymentLink": async () => {
      const body = JSON.stringify(paymentLink)
      const header = await signed(`/api/platform/payment/create-payment-link/${linkUser}`, body)
      const { data } = await platform.POST("/api/platform/payment/create-payment-link/{user_id}", {
        body: paymentLink,
        bodySerializer: () => body,
        params: { header, path: { user_id: linkUser } },
      })
      return found(data?.data)
    },
  }
}

const found = <A>(data: A | null | undefined): A => {
  if (data == null) throw new Error("Not what was promised")
  return data
}
