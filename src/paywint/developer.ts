import * as Context from "effect/Context"
import * as Layer from "effect/Layer"
import { postCheckoutTokenDeveloper } from "../../generated/paywint-developer/endpoints.ts"
import { type ServiceOf, serviceOf } from "../api/bind.ts"
import { defineApi, type OptionsOf } from "../api/define.ts"
import { operation } from "../api/operation.ts"
import { headerFault } from "../provider/credential.ts"
import { envelope, parseError, sandbox } from "./envelope.ts"
import { DeveloperTokenRequest } from "./rules.ts"

/** Paywint's developer API. */
export const paywintDeveloper = /* @__PURE__ */ defineApi({
  authenticate: ({ apiKey, apiSecret }) => ({ "X-Api-Key": apiKey, "X-Api-Secret": apiSecret }),
  baseUrl: { default: sandbox, variable: "PAYWINT_DEVELOPER_BASE_URL" },
  contract: { unredactedPointers: ["/success"] },
  credentials: {
    apiKey: {
      fault: headerFault,
      placeholder: "00000000-0000-4000-8000-0000000000bb",
      variable: "PAYWINT_API_KEY",
    },
    apiSecret: { fault: headerFault, variable: "PAYWINT_API_SECRET" },
  },
  envelope,
  folder: "paywint-developer",
  name: "PaywintDeveloper",
  parseError,
  provider: "Paywint",
})

/**
 * What Paywint's developer API is called with. These are credentials of a server: both are sent with every request,
 * and whoever has them can ask for payments in their owner's name. They do not belong into a browser, an app, or a
 * repository.
 */
export type PaywintDeveloperOptions = OptionsOf<typeof paywintDeveloper>

const email = "payer@example.com"

/**
 * Makes a token with which the payer's browser opens an inline checkout, of an amount above 0 and at most 100,000.
 * The payer is named by `email`, or by `phone` with `phone_country_code`; `currency` is a code of 3 to 10
 * characters. `expires_at` is an RFC 3339 time, in UTC. Safe to retry.
 */
export const createDeveloperCheckoutToken = /* @__PURE__ */ operation(
  paywintDeveloper,
  "createCheckoutToken",
  {
    body: DeveloperTokenRequest,
    contract: {
      invalid: () => ({ body: { amount: -1, email } }),
      sideEffects: "a token that expires by itself",
      valid: () => ({ body: { amount: 42.5, currency: "USD", email } }),
    },
    endpoint: postCheckoutTokenDeveloper,
    route: {
      path: "/v1/paywint/developer/checkout-tokens",
      status: 201,
      summary: "Paywint, developer: create a checkout token",
    },
    safeToRetry: true,
  },
)

/** The operations of `PaywintDeveloper`. */
export const paywintDeveloperOperations = { createCheckoutToken: createDeveloperCheckoutToken }

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
export class PaywintDeveloper
  extends /* @__PURE__ */ Context.Service<PaywintDeveloper, ServiceOf<typeof paywintDeveloperOperations>>()(
    "edge-checkout/PaywintDeveloper",
  )
{
  /** Dies where an option can't be used, with a message that names it. */
  static readonly layer = (options: PaywintDeveloperOptions) =>
    Layer.sync(PaywintDeveloper, () => serviceOf(paywintDeveloper, paywintDeveloperOperations, options))
}
