import * as Config from "effect/Config"
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
import {
  type PaywintPlatformOptions,
  paywintPlatformConfig,
  paywintPlatformOperations,
} from "./platform-operations.ts"
import type { PaymentLink } from "./rules.ts"

/**
 * Paywint's platform API: `X-Platform-ID` and a signature.
 *
 * Source: developer.paywint.com, api-reference/payments/checkout
 */
export class PaywintPlatform extends Context.Service<
  PaywintPlatform,
  {
    /** Makes a token with which the payer's browser opens an inline checkout. Repeatable. */
    readonly createCheckoutToken: (
      body: CheckoutTokenCreateRequest,
    ) => Effect.Effect<CheckoutTokenResponse, ProviderError>
    /** Makes a link that collects a payment for the user `userId`, a UUID. Not repeatable: two links can be paid twice. */
    readonly createPaymentLink: (
      userId: string,
      body: ExternalApiPaymentLinkCreateRequest,
    ) => Effect.Effect<PaymentLink, ProviderError>
  }
>()("edge-checkout/PaywintPlatform") {
  /** Dies where an option can't be used, with a message that names it. */
  static readonly layer = (options: PaywintPlatformOptions) =>
    Layer.sync(PaywintPlatform, () => make(options))

  /** Configured by `PAYWINT_PLATFORM_BASE_URL`, `PAYWINT_PLATFORM_ID` and `PAYWINT_PLATFORM_SECRET`. */
  static readonly layerConfig = Layer.effect(
    PaywintPlatform,
    Config.map(paywintPlatformConfig, (options) => make(options)),
  )
}

const make = (options: PaywintPlatformOptions): PaywintPlatform["Service"] => {
  const operations = paywintPlatformOperations(options)
  return {
    createCheckoutToken: (body) => call(operations.createCheckoutToken, { body, params: undefined }, options),
    createPaymentLink: (user_id, body) =>
      call(operations.createPaymentLink, { body, params: { user_id } }, options),
  }
}
