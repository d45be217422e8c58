export type { CreateCheckoutSessionManagementDto } from "../../generated/paynow/schemas.ts"
export { PayNow } from "./paynow.ts"
export type { PayNowOptions } from "./paynow-operations.ts"
export type { CheckoutSession } from "./rules.ts"
