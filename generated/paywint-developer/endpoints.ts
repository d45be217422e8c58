// Generated from paywint-developer-checkout-token.yaml by `npm run generate`. Do not edit.

import type { EndpointOf } from "../../src/api/endpoint.ts"
import { CheckoutDeveloperTokenCreateRequest, CommonResponse_CheckoutTokenResponse_ } from "./schemas.ts"
import type { paths } from "./types.ts"

export const postCheckoutTokenDeveloper = {
  method: "post",
  path: "/api/checkout/token/developer",
  body: { schema: CheckoutDeveloperTokenCreateRequest },
  success: { 200: { schema: CommonResponse_CheckoutTokenResponse_ } },
  errors: [422],
} as const satisfies EndpointOf<paths, "post", "/api/checkout/token/developer">
