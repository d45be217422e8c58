export type { CreateCheckoutSessionManagementDto } from "../../generated/paynow/schemas.ts"
export { layerPayNow, payNowConfig } from "./config.ts"
export { createCheckoutSession, PayNow, type PayNowOptions } from "./paynow.ts"
export type { CheckoutSession } from "./rules.ts"
