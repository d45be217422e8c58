export type { CreateCheckoutSessionManagementDto } from "../../generated/paynow/schemas.ts"
export { layerPayNow, payNowConfig } from "./config.ts"
export * from "./paynow.ts"
export type { CheckoutSession } from "./rules.ts"
