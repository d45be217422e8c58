import type * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import createClient, { defaultPathSerializer } from "openapi-fetch"
import {
  CheckoutTokenCreateRequest,
  type CheckoutTokenResponse,
  CommonResponse_CheckoutTokenResponse_,
  ExternalApiPaymentLinkCreateRequest,
  PlatformPaymentCreatePaymentLinkPath,
} from "../../generated/paywint-platform/schemas.ts"
import * as documented from "../../generated/paywint-platform/statuses.ts"
import type { paths } from "../../generated/paywint-platform/types.ts"
import { concealing } from "../provider/conceal.ts"
import { keyFault } from "../provider/credential.ts"
import { exchangeOptions, type Operation } from "../provider/operation.ts"
import { checkedBaseUrl, checkedCredential, type Options } from "../provider/options.ts"
import { checkPolicy } from "../provider/policy.ts"
import { noParams, validateAnswer, validateInput, validateRequest } from "../provider/validate.ts"
import { explain, opened } from "./envelope.ts"
import { type PaymentLink, PaymentLinkAnswer, PlatformId } from "./rules.ts"
import { sandbox } from "./sandbox.ts"
import { signer } from "./signature.ts"

/**
 * What Paywint's platform API is called with. These are credentials of a server: whoever has the secret can ask for
 * payments in the platform's name, so it does not belong into a browser, an app, or a repository.
 */
export interface PaywintPlatformOptions extends Options {
  /** A UUID that Paywint gives a platform: `X-Platform-ID`. */
  readonly platformId: string
  /** The platform's secret key, which signs every request: any text, as UTF-8. It is never sent. */
  readonly secret: Redacted.Redacted
}

const isPlatformId = Schema.is(PlatformId)

/** Checks the input of `createCheckoutToken`, which takes no credentials. */
export const validatePlatformToken = validateInput(noParams, validateRequest(CheckoutTokenCreateRequest))

/** Checks the input of `createPaymentLink`, which takes no credentials. */
export const validatePaymentLink = validateInput(
  validateRequest(PlatformPaymentCreatePaymentLinkPath),
  validateRequest(ExternalApiPaymentLinkCreateRequest),
)

/** The operations of the API with these options. */
export const paywintPlatformOperations = (options: PaywintPlatformOptions) => {
  checkPolicy(options.policy)
  const base = checkedBaseUrl(options, sandbox)
  const { platformId } = options
  if (!isPlatformId(platformId)) throw new Error("platformId must be a UUID")
  const secret = checkedCredential("secret", options.secret, keyFault)
  const client = createClient<paths>({ baseUrl: base })
  // A signature can be replayed by whoever reads it, be it as it is, in hex or in base64, or its bytes in base64.
  const conceal = concealing([secret], /[0-9a-z]{64,}|[\w+/-]{43}=/gi)
  const sign = signer(secret)

  /** The headers that authenticate a POST of `body` to where the client will send it. */
  const headers = (path: string, params: Record<string, unknown>, body: string) => ({
    "X-Platform-ID": platformId,
    "X-Signature": sign({ body, method: "POST", url: base + defaultPathSerializer(path, params) }),
  })

  const tokenPath = "/api/checkout/token/platform"
  const createCheckoutToken: Operation<unknown, CheckoutTokenCreateRequest, CheckoutTokenResponse> = {
    accept: opened(validateAnswer(CommonResponse_CheckoutTokenResponse_)),
    conceal,
    documented: documented.createCheckoutToken,
    endpoint: { method: "POST", path: tokenPath },
    explain,
    name: "PaywintPlatform.createCheckoutToken",
    provider: "Paywint",
    repeatable: true,
    send: ({ body }, attempt) => {
      const header = headers(tokenPath, {}, attempt.serialised)
      return client.POST(tokenPath, { body, params: { header }, ...exchangeOptions(attempt) })
    },
    validate: validatePlatformToken,
  }

  const linkPath = "/api/platform/payment/create-payment-link/{user_id}"
  const createPaymentLink: Operation<
    PlatformPaymentCreatePaymentLinkPath,
    ExternalApiPaymentLinkCreateRequest,
    PaymentLink
  > = {
    accept: opened(validateAnswer(PaymentLinkAnswer)),
    conceal,
    documented: documented.createPaymentLink,
    endpoint: { method: "POST", path: linkPath },
    explain,
    name: "PaywintPlatform.createPaymentLink",
    provider: "Paywint",
    repeatable: false,
    send: ({ body, params }, attempt) => {
      const header = headers(linkPath, params, attempt.serialised)
      return client.POST(linkPath, { body, params: { header, path: params }, ...exchangeOptions(attempt) })
    },
    validate: validatePaymentLink,
  }

  return { createCheckoutToken, createPaymentLink }
}
