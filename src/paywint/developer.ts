import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type {
  CheckoutDeveloperTokenCreateRequest,
  CheckoutTokenResponse,
} from "../../generated/paywint-developer/schemas.ts"
import { call } from "../provider/call.ts"
import type { ProviderError } from "../provider/error.ts"
import { type PaywintDeveloperOptions, paywintDeveloperOperations } from "./developer-operations.ts"

/**
 * Paywint's developer API: `X-Api-Key` and `X-Api-Secret`. The document does not say what an amount is counted in; its
 * limits are the platform API's, whose amounts are units of the currency.
 *
 * Source: docs.paywint.com, api-reference/payment/checkout
 *
 * @example
 * ```ts
 * import { layerPaywintDeveloper, PaywintDeveloper } from "edge-checkout"
 * import * as Effect from "effect/Effect"
 *
 * const token = PaywintDeveloper.use((paywint) =>
 *   paywint.createCheckoutToken({ amount: 42.5, currency: "USD", email: "jane@example.com" }),
 * )
 *
 * const { expires_at } = await Effect.runPromise(Effect.provide(token, layerPaywintDeveloper))
 * console.log(expires_at)
 * ```
 */
export class PaywintDeveloper extends Context.Service<
  PaywintDeveloper,
  {
    /**
     * Makes a token with which the payer's browser opens an inline checkout, of an amount above 0 and at most 100,000.
     * The payer is named by `email`, or by `phone` with `phone_country_code`; `currency` is a code of 3 to 10
     * characters. `expires_at` is an RFC 3339 time, in UTC. Repeatable.
     */
    readonly createCheckoutToken: (
      body: CheckoutDeveloperTokenCreateRequest,
    ) => Effect.Effect<CheckoutTokenResponse, ProviderError>
  }
>()("edge-checkout/PaywintDeveloper") {
  /** Dies where an option can't be used, with a message that names it. */
  static readonly layer = (options: PaywintDeveloperOptions) =>
    Layer.sync(PaywintDeveloper, () => make(options))
}

const make = (options: PaywintDeveloperOptions): PaywintDeveloper["Service"] => {
  const operations = paywintDeveloperOperations(options)
  return {
    createCheckoutToken: (body) => call(operations.createCheckoutToken, { body, params: undefined }, options),
  }
}
