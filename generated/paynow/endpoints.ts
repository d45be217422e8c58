// Generated from paynow-management-checkout.json by `npm run generate`. Do not edit.

import type { EndpointOf } from "../../src/api/endpoint.ts"
import {
  CreateCheckoutSessionManagementDto,
  CreateCheckoutSessionResponseDto,
  PostStoresCheckoutsParams,
} from "./schemas.ts"
import type { paths } from "./types.ts"

export const postStoresCheckouts = {
  method: "post",
  path: "/v1/stores/{storeId}/checkouts",
  params: PostStoresCheckoutsParams,
  body: { schema: CreateCheckoutSessionManagementDto },
  success: { 200: { schema: CreateCheckoutSessionResponseDto } },
} as const satisfies EndpointOf<paths, "post", "/v1/stores/{storeId}/checkouts">
