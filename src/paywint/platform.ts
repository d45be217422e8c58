import * as Context from "effect/Context"
import * as Layer from "effect/Layer"
import {
  postCheckoutTokenPlatform,
  postPlatformPaymentCreatePaymentLinkByUserId,
} from "../../generated/paywint-platform/endpoints.ts"
import { type ServiceOf, serviceOf } from "../api/bind.ts"
import { defineApi, type OptionsOf } from "../api/define.ts"
import { operation } from "../api/operation.ts"
import { keyFault, uuidFault } from "../provider/credential.ts"
import { envelope, parseError, sandbox } from "./envelope.ts"
import { PaymentLinkAnswer } from "./rules.ts"
import { signer } from "./signature.ts"

/** Paywint's platform API. */
export const paywintPlatform = /* @__PURE__ */ defineApi({
  authenticate: ({ platformId, secret }) => {
    const sign = signer(secret)
    return (request) => ({ "X-Platform-ID": platformId, "X-Signature": sign(request) })
  },
  baseUrl: { default: sandbox, variable: "PAYWINT_PLATFORM_BASE_URL" },
  contract: {
    testResources: {
      userId: {
        example: "3c90c3cc-0d44-4b50-8888-8dd25736052a",
        variable: "CONTRACT_PAYWINT_USER_ID",
      },
    },
    unredactedPointers: ["/success"],
  },
  credentials: {
    /** A UUID that Paywint gives a platform. */
    platformId: {
      fault: uuidFault,
      isPublic: true,
      placeholder: "00000000-0000-4000-8000-0000000000aa",
      variable: "PAYWINT_PLATFORM_ID",
    },
    /** Signs every request: any text, as UTF-8. It is never sent. */
    secret: { fault: keyFault, variable: "PAYWINT_PLATFORM_SECRET" },
  },
  envelope,
  folder: "paywint-platform",
  name: "PaywintPlatform",
  parseError,
  provider: "Paywint",
  // Whoever reads a signature can replay it, be it as it is, in hex or in base64, or its bytes in base64.
  signatures: /[0-9a-z]{64,}|[\w+/-]{43}=/gi,
})

/**
 * What Paywint's platform API is called with. These are credentials of a server: whoever has the secret can ask for
 * payments in the platform's name, so it does not belong into a browser, an app, or a repository.
 */
export type PaywintPlatformOptions = OptionsOf<typeof paywintPlatform>

/**
 * Makes a token with which the payer's browser opens an inline checkout, of at most 100,000. `user_id` is the
 * payer's UUID; `currency` a code of 3 to 10 characters. `expires_at` is an RFC 3339 time, in UTC. Safe to retry.
 */
export const createPlatformCheckoutToken = /* @__PURE__ */ operation(paywintPlatform, "createCheckoutToken", {
  contract: {
    invalid: ({ subjects }) => ({ body: { amount: -1, user_id: subjects["userId"] } }),
    sideEffects: "a token that expires by itself",
    valid: ({ subjects }) => ({
      body: { amount: 42.5, currency: "USD", user_id: subjects["userId"] },
    }),
  },
  endpoint: postCheckoutTokenPlatform,
  route: {
    path: "/v1/paywint/platform/checkout-tokens",
    status: 201,
    summary: "Paywint, platform: create a checkout token",
  },
  safeToRetry: true,
})

/**
 * Makes a link that collects a payment for the user `userId`, a UUID. Its `description` has up to 255 characters,
 * its `invoice_number` up to 20. Not safe to retry: two links can be paid twice.
 */
export const createPaymentLink = /* @__PURE__ */ operation(paywintPlatform, "createPaymentLink", {
  contract: {
    invalid: ({ subjects }) => ({ body: { amount: -1 }, params: { user_id: subjects["userId"] } }),
    sideEffects: "a payment link that nobody was sent",
    valid: ({ reference, subjects }) => ({
      body: { amount: 150.75, description: "Café – 日本語 🧾", invoice_number: `CT-${reference}` },
      params: { user_id: subjects["userId"] },
    }),
  },
  endpoint: postPlatformPaymentCreatePaymentLinkByUserId,
  route: {
    path: "/v1/paywint/platform/users/{user_id}/payment-links",
    status: 201,
    summary: "Paywint, platform: create a payment link",
  },
  success: PaymentLinkAnswer,
})

/** The operations of `PaywintPlatform`. */
export const paywintPlatformOperations = {
  createCheckoutToken: createPlatformCheckoutToken,
  createPaymentLink,
}

/**
 * Paywint's platform API: `X-Platform-ID` and a signature. An amount is above 0 and in units of the currency, not in
 * cents: the document's example is 150.75.
 *
 * Source: developer.paywint.com, api-reference/payments/checkout
 *
 * @example
 * ```ts
 * import { layerPaywintPlatform, PaywintPlatform } from "edge-checkout"
 * import * as Effect from "effect/Effect"
 *
 * const userId = "3c90c3cc-0d44-4b50-8888-8dd25736052a"
 * const link = PaywintPlatform.use((paywint) => paywint.createPaymentLink(userId, { amount: 150.75 }))
 *
 * const { payment_link } = await Effect.runPromise(Effect.provide(link, layerPaywintPlatform))
 * console.log(payment_link)
 * ```
 */
export class PaywintPlatform
  extends /* @__PURE__ */ Context.Service<PaywintPlatform, ServiceOf<typeof paywintPlatformOperations>>()(
    "edge-checkout/PaywintPlatform",
  )
{
  /** Dies where an option can't be used, with a message that names it. */
  static readonly layer = (options: PaywintPlatformOptions) =>
    Layer.sync(PaywintPlatform, () => serviceOf(paywintPlatform, paywintPlatformOperations, options))
}
