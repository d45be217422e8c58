import type * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import createClient from "openapi-fetch"
import {
  type CreateCheckoutSessionManagementDto,
  PayNowError,
  StoresCheckoutsPath,
} from "../../generated/paynow/schemas.ts"
import * as documented from "../../generated/paynow/statuses.ts"
import type { paths } from "../../generated/paynow/types.ts"
import { concealing } from "../provider/conceal.ts"
import { type ErrorDetails, exchangeOptions, type Operation } from "../provider/operation.ts"
import { checkedBaseUrl, checkedCredential, type Options } from "../provider/options.ts"
import { checkPolicy } from "../provider/policy.ts"
import { validateAnswer, validateInput, validateRequest } from "../provider/validate.ts"
import { CheckoutSession, CheckoutSessionRequest } from "./rules.ts"

/** PayNow's one host. There is no sandbox; trying things out takes a store that is not in live mode. */
export const host = "https://api.paynow.gg"

/**
 * What PayNow's management API is called with. The key is a credential of a server: it is sent with every request,
 * and it opens more of the store than checkouts. It does not belong into a browser, an app, or a repository.
 */
export interface PayNowOptions extends Options {
  /** An API key, without the `APIKey ` that it is sent after. */
  readonly apiKey: Redacted.Redacted
}

/** Checks the input of `createCheckoutSession`, which takes no credentials. */
export const validateCheckoutSession = validateInput(
  validateRequest(StoresCheckoutsPath),
  validateRequest(CheckoutSessionRequest),
)

/** The operations of the API with these options. */
export const payNowOperations = (options: PayNowOptions) => {
  checkPolicy(options.policy)
  const apiKey = checkedCredential("apiKey", options.apiKey)
  const client = createClient<paths>({
    baseUrl: checkedBaseUrl(options, host),
    headers: { authorization: `APIKey ${apiKey}` },
  })
  const conceal = concealing([apiKey])

  const path = "/v1/stores/{storeId}/checkouts"
  const createCheckoutSession: Operation<
    StoresCheckoutsPath,
    CreateCheckoutSessionManagementDto,
    CheckoutSession
  > = {
    accept: validateAnswer(CheckoutSession),
    conceal,
    documented: documented.createCheckoutSession,
    endpoint: { method: "POST", path },
    explain,
    name: "PayNow.createCheckoutSession",
    provider: "PayNow",
    repeatable: false,
    send: ({ body, params }, attempt) =>
      client.POST(path, {
        body,
        params: { path: params },
        ...exchangeOptions(attempt),
      }),
    validate: validateCheckoutSession,
  }

  return { createCheckoutSession }
}

const isPayNowError = Schema.is(PayNowError)

/** Any status but 200 answers a `PayNowError`. */
const explain = (error: unknown): ErrorDetails => {
  if (!isPayNowError(error)) return {}
  return { code: error.code, issues: error.errors ?? [], message: error.message, traceId: error.trace_id }
}
