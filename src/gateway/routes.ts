import type * as Schema from "effect/Schema"
import { StoresCheckoutsPath } from "../../generated/paynow/schemas.ts"
import {
  CheckoutTokenCreateRequest,
  CheckoutTokenResponse,
  ExternalApiPaymentLinkCreateRequest,
  PlatformPaymentCreatePaymentLinkPath,
} from "../../generated/paywint-platform/schemas.ts"
import { CheckoutSession, CheckoutSessionRequest } from "../paynow/rules.ts"
import { DeveloperTokenRequest, PaymentLink } from "../paywint/rules.ts"

/** How an operation is served. */
export interface OperationRoute {
  readonly name: string
  readonly path: `/${string}`
  readonly summary: string
  readonly request: Schema.Constraint
  readonly success: Schema.Constraint
  /** The schemas of the path's parameters. The programs check them, the router does not. */
  readonly params: Readonly<Record<string, Schema.Constraint>>
}

/** The routes of the operations. Bodies are the providers' own. */
export const operationRoutes: ReadonlyArray<OperationRoute> = [
  {
    name: "PaywintPlatform.createCheckoutToken",
    params: {},
    path: "/v1/paywint/platform/checkout-tokens",
    request: CheckoutTokenCreateRequest,
    success: CheckoutTokenResponse,
    summary: "Paywint, platform: create a checkout token",
  },
  {
    name: "PaywintDeveloper.createCheckoutToken",
    params: {},
    path: "/v1/paywint/developer/checkout-tokens",
    request: DeveloperTokenRequest,
    success: CheckoutTokenResponse,
    summary: "Paywint, developer: create a checkout token",
  },
  {
    name: "PaywintPlatform.createPaymentLink",
    params: { user_id: PlatformPaymentCreatePaymentLinkPath.fields.user_id },
    path: "/v1/paywint/platform/users/{user_id}/payment-links",
    request: ExternalApiPaymentLinkCreateRequest,
    success: PaymentLink,
    summary: "Paywint, platform: create a payment link",
  },
  {
    name: "PayNow.createCheckoutSession",
    params: { store_id: StoresCheckoutsPath.fields.storeId },
    path: "/v1/paynow/stores/{store_id}/checkouts",
    request: CheckoutSessionRequest,
    success: CheckoutSession,
    summary: "PayNow: create a checkout session",
  },
]
