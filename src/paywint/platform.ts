import * as Config from "effect/Config"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import createClient, { defaultPathSerializer } from "openapi-fetch"
import {
  CheckoutTokenCreateRequest,
  type CheckoutTokenResponse,
  CommonResponse_CheckoutTokenResponse_,
  ExternalApiPaymentLinkCreateRequest,
  PlatformPaymentCreatePaymentLinkPath,
} from "../../generated/paywint-platform/schemas.ts"
import type { paths } from "../../generated/paywint-platform/types.ts"
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
import { type PaymentLink, PaymentLinkAnswer } from "./rules.ts"
import { sandbox } from "./sandbox.ts"
import { signer } from "./signature.ts"

export interface PaywintPlatformOptions extends Options {
  /** A UUID that Paywint gives a platform: `X-Platform-ID`. */
  readonly platformId: string
  /** The platform's secret key, which signs every request. It is never sent. */
  readonly secret: Redacted.Redacted
}

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
    Config.map(
      Config.all({
        baseUrl: baseUrl("PAYWINT_PLATFORM_BASE_URL", sandbox),
        platformId: Config.map(credential("PAYWINT_PLATFORM_ID"), Redacted.value),
        secret: credential("PAYWINT_PLATFORM_SECRET"),
      }),
      (options) => make(options),
    ),
  )
}

const make = (options: PaywintPlatformOptions): PaywintPlatform["Service"] => {
  const base = checkedBaseUrl(options.baseUrl ?? sandbox)
  const platformId = checkedCredential("platformId", Redacted.make(options.platformId))
  const secret = checkedCredential("secret", options.secret)
  const client = createClient<paths>({ baseUrl: base })
  const context = contextOf(options, [secret])
  const sign = signer(secret)

  /** The headers that authenticate a POST of `body` to where the client will send it. */
  const headers = async (path: string, params: Record<string, unknown>, body: string) => ({
    "X-Platform-ID": platformId,
    "X-Signature": await sign({ body, method: "POST", url: base + defaultPathSerializer(path, params) }),
  })

  const createCheckoutToken: Operation<unknown, CheckoutTokenCreateRequest, CheckoutTokenResponse> = {
    accept: opened(validateAnswer(CommonResponse_CheckoutTokenResponse_)),
    explain,
    name: "PaywintPlatform.createCheckoutToken",
    provider: "Paywint",
    repeatable: true,
    send: async ({ body }, attempt) => {
      const path = "/api/checkout/token/platform"
      const header = await headers(path, {}, attempt.serialised)
      return client.POST(path, { body, params: { header }, ...exchangeOptions(attempt) })
    },
    validate: validateInput(noParams, validateRequest(CheckoutTokenCreateRequest)),
  }

  const createPaymentLink: Operation<
    PlatformPaymentCreatePaymentLinkPath,
    ExternalApiPaymentLinkCreateRequest,
    PaymentLink
  > = {
    accept: opened(validateAnswer(PaymentLinkAnswer)),
    explain,
    name: "PaywintPlatform.createPaymentLink",
    provider: "Paywint",
    repeatable: false,
    send: async ({ body, params }, attempt) => {
      const path = "/api/platform/payment/create-payment-link/{user_id}"
      const header = await headers(path, params, attempt.serialised)
      return client.POST(path, { body, params: { header, path: params }, ...exchangeOptions(attempt) })
    },
    validate: validateInput(
      validateRequest(PlatformPaymentCreatePaymentLinkPath),
      validateRequest(ExternalApiPaymentLinkCreateRequest),
    ),
  }

  return {
    createCheckoutToken: (body) => call(createCheckoutToken, { body, params: undefined }, context),
    createPaymentLink: (user_id, body) => call(createPaymentLink, { body, params: { user_id } }, context),
  }
}
