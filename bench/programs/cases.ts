import type { CreateCheckoutSessionManagementDto } from "../../generated/paynow/schemas.ts"
import type { CheckoutDeveloperTokenCreateRequest } from "../../generated/paywint-developer/schemas.ts"
import type {
  CheckoutTokenCreateRequest,
  ExternalApiPaymentLinkCreateRequest,
} from "../../generated/paywint-platform/schemas.ts"
import { developmentCredentials } from "../../contract-tests/emulator/credentials.ts"

export const credentials = developmentCredentials

const userId = "3c90c3cc-0d44-4b50-8888-8dd25736052a"
const flakeId = "411486491630370816"

/** What each operation is called with, by every way to call it. */
export const platformToken: CheckoutTokenCreateRequest = { amount: 42.5, user_id: userId }
export const developerToken: CheckoutDeveloperTokenCreateRequest = { amount: 1, email: "jane@example.com" }
export const paymentLink: ExternalApiPaymentLinkCreateRequest = { amount: 150.75, invoice_number: "CT-0" }
export const session: CreateCheckoutSessionManagementDto = {
  customer_id: flakeId,
  lines: [{ product_id: flakeId, quantity: 1 }],
}
export const linkUser = userId
export const store = flakeId

/** The operations' names. */
export const operations = [
  "PaywintPlatform.createCheckoutToken",
  "PaywintDeveloper.createCheckoutToken",
  "PaywintPlatform.createPaymentLink",
  "PayNow.createCheckoutSession",
] as const

/** One way to call: a function for each operation that it knows. */
export type Way = Readonly<Partial<Record<(typeof operations)[number], () => Promise<unknown>>>>

/** Where calls go: a server, or as far as `fetch`. */
export interface Transport {
  readonly baseUrl: string
  readonly fetch?: typeof globalThis.fetch
}
