export type { CheckoutDeveloperTokenCreateRequest } from "../../generated/paywint-developer/schemas.ts"
export type {
  CheckoutTokenCreateRequest,
  CheckoutTokenResponse,
  ExternalApiPaymentLinkCreateRequest,
} from "../../generated/paywint-platform/schemas.ts"
export {
  layerPaywintDeveloper,
  layerPaywintPlatform,
  paywintDeveloperConfig,
  paywintPlatformConfig,
} from "./config.ts"
export { createDeveloperCheckoutToken, PaywintDeveloper } from "./developer.ts"
export type { PaywintDeveloperOptions } from "./developer.ts"
export { createPaymentLink, createPlatformCheckoutToken, PaywintPlatform } from "./platform.ts"
export type { PaywintPlatformOptions } from "./platform.ts"
export type { PaymentLink } from "./rules.ts"
