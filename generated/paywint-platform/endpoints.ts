// Generated from paywint-platform-checkout-token.yaml and paywint-platform-payment-link.yaml by `npm run generate`. Do not edit.

import type { EndpointOf } from "../../src/api/endpoint.ts"
import {
  CheckoutTokenCreateRequest,
  CommonResponse_CheckoutTokenResponse_,
  CommonResponse_ExternalApiPaymentLinkRead_,
  ExternalApiPaymentLinkCreateRequest,
  PostPlatformPaymentCreatePaymentLinkByUserIdParams,
} from "./schemas.ts"
import type { paths } from "./types.ts"

export const postCheckoutTokenPlatform = {
  method: "post",
  path: "/api/checkout/token/platform",
  body: { schema: CheckoutTokenCreateRequest },
  success: { 200: { schema: CommonResponse_CheckoutTokenResponse_ } },
  errors: [422],
} as const satisfies EndpointOf<paths, "post", "/api/checkout/token/platform">

export const postPlatformPaymentCreatePaymentLinkByUserId = {
  method: "post",
  path: "/api/platform/payment/create-payment-link/{user_id}",
  params: PostPlatformPaymentCreatePaymentLinkByUserIdParams,
  body: { schema: ExternalApiPaymentLinkCreateRequest },
  success: { 200: { schema: CommonResponse_ExternalApiPaymentLinkRead_ } },
  errors: [422],
} as const satisfies EndpointOf<paths, "post", "/api/platform/payment/create-payment-link/{user_id}">
