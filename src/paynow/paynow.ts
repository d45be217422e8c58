import * as Context from "effect/Context"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import { postStoresCheckouts } from "../../generated/paynow/endpoints.ts"
import { PayNowError } from "../../generated/paynow/schemas.ts"
import { type ServiceOf, serviceOf } from "../api/bind.ts"
import { defineApi, type OptionsOf } from "../api/define.ts"
import { operation, type References } from "../api/operation.ts"
import type { ErrorDetails } from "../provider/operation.ts"
import { CheckoutSession, CheckoutSessionRequest } from "./rules.ts"

/** Any status but 200 answers a `PayNowError`. */
const parseError = (error: unknown): ErrorDetails => {
  if (!Schema.is(PayNowError)(error)) return {}
  return { code: error.code, issues: error.errors ?? [], message: error.message, traceId: error.trace_id }
}

/** PayNow's management API. There is no sandbox: trying things out takes a store that is not in live mode. */
export const payNow = /* @__PURE__ */ defineApi({
  authenticate: ({ apiKey }) => ({ authorization: `APIKey ${apiKey}` }),
  baseUrl: { default: "https://api.paynow.gg", variable: "PAYNOW_BASE_URL" },
  contract: {
    testResources: {
      customerId: { example: "411486491630370817", variable: "CONTRACT_PAYNOW_CUSTOMER_ID" },
      productId: { example: "411486491630370818", variable: "CONTRACT_PAYNOW_PRODUCT_ID" },
      storeId: { example: "411486491630370816", variable: "CONTRACT_PAYNOW_STORE_ID" },
    },
    unredactedPointers: ["/status"],
  },
  credentials: { apiKey: { variable: "PAYNOW_API_KEY" } },
  folder: "paynow",
  name: "PayNow",
  parseError,
  provider: "PayNow",
})

/**
 * What PayNow's management API is called with. The key is a credential of a server: it is sent with every request,
 * and it opens more of the store than checkouts. It does not belong into a browser, an app, or a repository. It is given
 * without the `APIKey ` that it is sent after.
 */
export type PayNowOptions = OptionsOf<typeof payNow>

const session = ({ reference, subjects }: References, quantity: number) => ({
  body: {
    auto_redirect: false,
    customer_id: subjects["customerId"],
    lines: [{ product_id: subjects["productId"], quantity }],
    metadata: { reference },
    return_url: "https://shop.example/thanks?order=1&lang=日本語",
  },
  params: { storeId: subjects["storeId"] },
})

/** Opens a checkout for a customer of a store. Not safe to retry: two sessions can be paid twice. */
export const createCheckoutSession = /* @__PURE__ */ operation(payNow, "createCheckoutSession", {
  body: CheckoutSessionRequest,
  contract: {
    invalid: (references) => session(references, 1.5),
    sideEffects: "a checkout session that nobody pays",
    valid: (references) => session(references, 1),
  },
  endpoint: postStoresCheckouts,
  route: {
    path: "/v1/paynow/stores/{store_id}/checkouts",
    status: 201,
    summary: "PayNow: create a checkout session",
  },
  success: CheckoutSession,
})

/** The operations of `PayNow`. */
export const payNowOperations = { createCheckoutSession }

/**
 * PayNow's management API: `Authorization: APIKey …`. What is bought is named by ids; prices are the store's. Where
 * a body holds a price or another amount, as an `inline_product` does, it is an integer in the smallest unit (cents).
 *
 * Source: docs.paynow.gg, management/management-api/checkout
 *
 * @example
 * ```ts
 * import { layerPayNow, PayNow } from "edge-checkout"
 * import * as Effect from "effect/Effect"
 *
 * const session = PayNow.use((paynow) =>
 *   paynow.createCheckoutSession("411486491630370816", {
 *     customer_id: "411486491630370817",
 *     lines: [{ product_id: "411486491630370818", quantity: 1 }],
 *   }),
 * )
 *
 * const { url } = await Effect.runPromise(Effect.provide(session, layerPayNow))
 * console.log(url)
 * ```
 */
export class PayNow
  extends /* @__PURE__ */ Context.Service<PayNow, ServiceOf<typeof payNowOperations>>()(
    "edge-checkout/PayNow",
  )
{
  /** Dies where an option can't be used, with a message that names it. */
  static readonly layer = (options: PayNowOptions) =>
    Layer.sync(PayNow, () => serviceOf(payNow, payNowOperations, options))
}
