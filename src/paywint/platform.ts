import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type {
  CheckoutTokenCreateRequest,
  CheckoutTokenResponse,
  ExternalApiPaymentLinkCreateRequest,
} from "../../generated/paywint-platform/schemas.ts"
import { call } from "../provider/call.ts"
import type { ProviderError } from "../provider/error.ts"
import { type PaywintPlatformOptions, paywintPlatformOperations } from "./platform-operations.ts"
import type { PaymentLink } from "./rules.ts"

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
export class PaywintPlatform extends Context.Service<
  PaywintPlatform,
  {
    /**
     * Makes a token with which the payer's browser opens an inline checkout, of at most 100,000. `user_id` is the
     * payer's UUID; `currency` a code of 3 to 10 characters. `expires_at` is an RFC 3339 time, in UTC. Repeatable.
     */
    readonly createCheckoutToken: (
      body: CheckoutTokenCreateRequest,
    ) => Effect.Effect<CheckoutTokenResponse, ProviderError>
    /**
     * Makes a link that collects a payment for the user `userId`, a UUID. Its `description` has up to 255 characters,
     * its `invoice_number` up to 20. Not repeatable: two links can be paid twice.
     */
    readonly createPaymentLink: (
      userId: string,
      body: ExternalApiPaymentLinkCreateRequest,
    ) => Effect.Effect<PaymentLink, ProviderError>
  }
>()("edge-checkout/PaywintPlatform") {
  /** Dies where an option can't be used, with a message that names it. */
  static readonly layer = (options: PaywintPlatformOptions) =>
    Layer.sync(PaywintPlatform, () => make(options))
}

const make = (options: PaywintPlatformOptions): PaywintPlatform["Service"] => {
  const operations = paywintPlatformOperations(options)
  return {
    createCheckoutToken: (body) => call(operations.createCheckoutToken, { body, params: undefined }, options),
    createPaymentLink: (user_id, body) =>
      call(operations.createPaymentLink, { body, params: { user_id } }, options),
  }
}
