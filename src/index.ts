export { layerPayNow, payNowConfig } from "./paynow/config.ts"
export { PayNow } from "./paynow/paynow.ts"
export type { PayNowOptions } from "./paynow/paynow.ts"
export type { CheckoutSession } from "./paynow/rules.ts"
export {
  layerPaywintDeveloper,
  layerPaywintPlatform,
  paywintDeveloperConfig,
  paywintPlatformConfig,
} from "./paywint/config.ts"
export { PaywintDeveloper } from "./paywint/developer.ts"
export type { PaywintDeveloperOptions } from "./paywint/developer.ts"
export { PaywintPlatform } from "./paywint/platform.ts"
export type { PaywintPlatformOptions } from "./paywint/platform.ts"
export type { PaymentLink } from "./paywint/rules.ts"
export { withBreaker } from "./provider/breaker.ts"
export { Outcome, ProviderError } from "./provider/error.ts"
export type { Options } from "./provider/options.ts"
export { defaultPolicy, type Policy } from "./provider/policy.ts"
export {
  CircuitOpen,
  ContractViolation,
  Declined,
  InvalidRequest,
  type Issue,
  RateLimited,
  Reason,
  Rejected,
  TimedOut,
  Unauthorized,
  Unavailable,
  Unreachable,
} from "./provider/reason.ts"
