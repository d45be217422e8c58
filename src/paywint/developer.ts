import * as Config from "effect/Config"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Redacted from "effect/Redacted"
import createClient from "openapi-fetch"
import {
  type CheckoutDeveloperTokenCreateRequest,
  type CheckoutTokenResponse,
  CommonResponse_CheckoutTokenResponse_,
} from "../../generated/paywint-developer/schemas.ts"
import type { paths } from "../../generated/paywint-developer/types.ts"
import { call } from "../provider/call.ts"
import type { ProviderError } from "../provider/error.ts"
import { exchangeOptions, type Operation } from "../provider/operation.ts"
import {
  baseUrl,
  checkedBaseUrl,
  checkedCredential,
  contextOf,
  credential,
  type Options,
} from "../provider/options.ts"
import { noParams, validateAnswer, validateInput, validateRequest } from "../provider/validate.ts"
import { explain, opened } from "./envelope.ts"
import { DeveloperTokenRequest } from "./rules.ts"
import { sandbox } from "./sandbox.ts"

export interface PaywintDeveloperOptions extends Options {
  /** `X-Api-Key` */
  readonly apiKey: Redacted.Redacted
  /** `X-Api-Secret` */
  readonly apiSecret: Redacted.Redacted
}

/**
 * Paywint's developer API: `X-Api-Key` and `X-Api-Secret`.
 *
 * Source: docs.paywint.com, api-reference/payment/checkout
 */
export class PaywintDeveloper extends Context.Service<
  PaywintDeveloper,
  {
    /**
     * Makes a token with which the payer's browser opens an inline checkout. The payer is named by `email`, or by
     * `phone` with `phone_country_code`. Repeatable.
     */
    readonly createCheckoutToken: (
      body: CheckoutDeveloperTokenCreateRequest,
    ) => Effect.Effect<CheckoutTokenResponse, ProviderError>
  }
>()("edge-checkout/PaywintDeveloper") {
  /** Dies where an option can't be used, with a message that names it. */
  static readonly layer = (options: PaywintDeveloperOptions) =>
    Layer.sync(PaywintDeveloper, () => make(options))

  /** Configured by `PAYWINT_DEVELOPER_BASE_URL`, `PAYWINT_API_KEY` and `PAYWINT_API_SECRET`. */
  static readonly layerConfig = Layer.effect(
    PaywintDeveloper,
    Config.map(
      Config.all({
        apiKey: credential("PAYWINT_API_KEY"),
        apiSecret: credential("PAYWINT_API_SECRET"),
        baseUrl: baseUrl("PAYWINT_DEVELOPER_BASE_URL", sandbox),
      }),
      (options) => make(options),
    ),
  )
}

const make = (options: PaywintDeveloperOptions): PaywintDeveloper["Service"] => {
  const apiKey = checkedCredential("apiKey", options.apiKey)
  const apiSecret = checkedCredential("apiSecret", options.apiSecret)
  const client = createClient<paths>({ baseUrl: checkedBaseUrl(options.baseUrl ?? sandbox) })
  const context = contextOf(options, [apiKey, apiSecret])
  const header = { "X-Api-Key": apiKey, "X-Api-Secret": apiSecret }

  const createCheckoutToken: Operation<unknown, CheckoutDeveloperTokenCreateRequest, CheckoutTokenResponse> =
    {
      accept: opened(validateAnswer(CommonResponse_CheckoutTokenResponse_)),
      explain,
      name: "PaywintDeveloper.createCheckoutToken",
      provider: "Paywint",
      repeatable: true,
      send: ({ body }, attempt) =>
        client.POST("/api/checkout/token/developer", {
          body,
          params: { header },
          ...exchangeOptions(attempt),
        }),
      validate: validateInput(noParams, validateRequest(DeveloperTokenRequest)),
    }

  return { createCheckoutToken: (body) => call(createCheckoutToken, { body, params: undefined }, context) }
}
