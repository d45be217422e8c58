import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { CreateCheckoutSessionManagementDto } from "../../generated/paynow/schemas.ts"
import { call } from "../provider/call.ts"
import type { ProviderError } from "../provider/error.ts"
import { payNowOperations, type PayNowOptions } from "./paynow-operations.ts"
import type { CheckoutSession } from "./rules.ts"

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
}

const make = (options: PayNowOptions): PayNow["Service"] => {
  const operations = payNowOperations(options)
  return {
    createCheckoutSession: (storeId, body) =>
      call(operations.createCheckoutSession, { body, params: { storeId } }, options),
  }
}
