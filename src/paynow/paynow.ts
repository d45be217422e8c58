import * as Config from "effect/Config"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import createClient from "openapi-fetch"
import {
  CreateCheckoutSessionManagementDto,
  PayNowError,
  StoresCheckoutsPath,
} from "../../generated/paynow/schemas.ts"
import type { paths } from "../../generated/paynow/types.ts"
import { call } from "../provider/call.ts"
import type { ProviderError } from "../provider/error.ts"
import { type ErrorDetails, exchangeOptions, type Operation } from "../provider/operation.ts"
import {
  baseUrl,
  checkedBaseUrl,
  checkedCredential,
  contextOf,
  credential,
  type Options,
} from "../provider/options.ts"
import { validateAnswer, validateInput, validateRequest } from "../provider/validate.ts"
import { CheckoutSession } from "./rules.ts"

/** PayNow's one host. There is no sandbox; trying things out takes a store that is not in live mode. */
const host = "https://api.paynow.gg"

export interface PayNowOptions extends Options {
  /** An API key, without the `APIKey ` that it is sent after. */
  readonly apiKey: Redacted.Redacted
}

/**
 * PayNow's management API: `Authorization: APIKey …`.
 *
 * Source: docs.paynow.gg, management/management-api/checkout
 */
export class PayNow extends Context.Service<
  PayNow,
  {
    /** Opens a checkout for a customer of the store `storeId`. Not repeatable: two sessions can be paid twice. */
    readonly createCheckoutSession: (
      storeId: string,
      body: CreateCheckoutSessionManagementDto,
    ) => Effect.Effect<CheckoutSession, ProviderError>
  }
>()("edge-checkout/PayNow") {
  /** Dies where an option can't be used, with a message that names it. */
  static readonly layer = (options: PayNowOptions) => Layer.sync(PayNow, () => make(options))

  /** Configured by `PAYNOW_BASE_URL` and `PAYNOW_API_KEY`. */
  static readonly layerConfig = Layer.effect(
    PayNow,
    Config.map(
      Config.all({ apiKey: credential("PAYNOW_API_KEY"), baseUrl: baseUrl("PAYNOW_BASE_URL", host) }),
      (options) => make(options),
    ),
  )
}

const make = (options: PayNowOptions): PayNow["Service"] => {
  const apiKey = checkedCredential("apiKey", options.apiKey)
  const client = createClient<paths>({
    baseUrl: checkedBaseUrl(options.baseUrl ?? host),
    headers: { authorization: `APIKey ${apiKey}` },
  })
  const context = contextOf(options, [apiKey])

  const createCheckoutSession: Operation<
    StoresCheckoutsPath,
    CreateCheckoutSessionManagementDto,
    CheckoutSession
  > = {
    accept: validateAnswer(CheckoutSession),
    explain,
    name: "PayNow.createCheckoutSession",
    provider: "PayNow",
    repeatable: false,
    send: ({ body, params }, attempt) =>
      client.POST("/v1/stores/{storeId}/checkouts", {
        body,
        params: { path: params },
        ...exchangeOptions(attempt),
      }),
    validate: validateInput(
      validateRequest(StoresCheckoutsPath),
      validateRequest(CreateCheckoutSessionManagementDto),
    ),
  }

  return {
    createCheckoutSession: (storeId, body) =>
      call(createCheckoutSession, { body, params: { storeId } }, context),
  }
}

const isPayNowError = Schema.is(PayNowError)

/** Any status but 200 answers a `PayNowError`. */
const explain = (error: unknown): ErrorDetails => {
  if (!isPayNowError(error)) return {}
  const issues = (error.errors ?? []).map(({ message, path }) => ({ message, path: path.split(".") }))
  return { code: error.code, issues, message: error.message, traceId: error.trace_id }
}
