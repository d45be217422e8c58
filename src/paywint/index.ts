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
export * from "./developer.ts"
export * from "./platform.ts"
export type { PaymentLink } from "./rules.ts"
