import type * as Redacted from "effect/Redacted"
import createClient from "openapi-fetch"
import {
  type CheckoutDeveloperTokenCreateRequest,
  type CheckoutTokenResponse,
  CommonResponse_CheckoutTokenResponse_,
} from "../../generated/paywint-developer/schemas.ts"
import * as documented from "../../generated/paywint-developer/statuses.ts"
import type { paths } from "../../generated/paywint-developer/types.ts"
import { concealing } from "../provider/conceal.ts"
import { headerFault } from "../provider/credential.ts"
import { exchangeOptions, type Operation } from "../provider/operation.ts"
import { checkedBaseUrl, checkedCredential, type Options } from "../provider/options.ts"
import { checkPolicy } from "../provider/policy.ts"
import { noParams, validateAnswer, validateInput, validateRequest } from "../provider/validate.ts"
import { explain, opened } from "./envelope.ts"
import { DeveloperTokenRequest } from "./rules.ts"
import { sandbox } from "./sandbox.ts"

/**
 * What Paywint's developer API is called with. These are credentials of a server: both are sent with every request,
 * and whoever has them can ask for payments in their owner's name. They do not belong into a browser, an app, or a
 * repository.
 */
export interface PaywintDeveloperOptions extends Options {
  /** Sent as `X-Api-Key`. */
  readonly apiKey: Redacted.Redacted
  /** Sent as `X-Api-Secret`. */
  readonly apiSecret: Redacted.Redacted
}

/** Checks the input of `createCheckoutToken`, which takes no credentials. */
export const validateDeveloperToken = validateInput(noParams, validateRequest(DeveloperTokenRequest))

/** The operations of the API with these options. */
export const paywintDeveloperOperations = (options: PaywintDeveloperOptions) => {
  checkPolicy(options.policy)
  const apiKey = checkedCredential("apiKey", options.apiKey, headerFault)
  const apiSecret = checkedCredential("apiSecret", options.apiSecret, headerFault)
  const client = createClient<paths>({ baseUrl: checkedBaseUrl(options, sandbox) })
  const conceal = concealing([apiKey, apiSecret])
  const header = { "X-Api-Key": apiKey, "X-Api-Secret": apiSecret }

  const path = "/api/checkout/token/developer"
  const createCheckoutToken: Operation<unknown, CheckoutDeveloperTokenCreateRequest, CheckoutTokenResponse> =
    {
      accept: opened(validateAnswer(CommonResponse_CheckoutTokenResponse_)),
      conceal,
      documented: documented.createCheckoutToken,
      endpoint: { method: "POST", path },
      explain,
      name: "PaywintDeveloper.createCheckoutToken",
      provider: "Paywint",
      repeatable: true,
      send: ({ body }, attempt) =>
        client.POST(path, {
          body,
          params: { header },
          ...exchangeOptions(attempt),
        }),
      validate: validateDeveloperToken,
    }

  return { createCheckoutToken }
}
