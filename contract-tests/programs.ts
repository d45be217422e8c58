/** The four operations as a user of the library calls them, for tests that say the same of each. */
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type { CreateCheckoutSessionManagementDto } from "../generated/paynow/schemas.ts"
import type { CheckoutDeveloperTokenCreateRequest } from "../generated/paywint-developer/schemas.ts"
import type {
  CheckoutTokenCreateRequest,
  ExternalApiPaymentLinkCreateRequest,
} from "../generated/paywint-platform/schemas.ts"
import { PayNow, PaywintDeveloper, PaywintPlatform } from "../src/index.ts"
import type { Options, ProviderError } from "../src/index.ts"
import { developmentCredentials } from "./emulator/credentials.ts"

const { paywintPlatform, paywintDeveloper, payNow } = developmentCredentials
const flakeId = "411486491630370816"
const userId = "3c90c3cc-0d44-4b50-8888-8dd25736052a"

export interface Input {
  readonly body: unknown
  /** The value of the path's one parameter, where it has one. */
  readonly param?: string | undefined
}

export interface Program {
  readonly operation: string
  readonly api: "paywint-platform" | "paywint-developer" | "paynow"
  readonly provider: "Paywint" | "PayNow"
  readonly repeatable: boolean
  /** The name of the path's parameter. */
  readonly param?: string
  /** One that is valid. */
  readonly input: Input
  /** Where in an answer the result is: a JSON Pointer. */
  readonly data: "/data" | ""
  /** The result's properties, each with what it can't be, as text. */
  readonly result: Readonly<Record<string, string | undefined>>
  readonly call: (input: Input, options: Options) => Effect.Effect<object, ProviderError>
}

const token = { checkout_token: undefined, expires_at: "tomorrow" }

/** Inputs come as anything: what the types would refuse at compile time, the programs have to refuse at runtime. */
export const programs: ReadonlyArray<Program> = [
  {
    api: "paywint-platform",
    call: ({ body }, options) =>
      PaywintPlatform.use((api) => api.createCheckoutToken(body as CheckoutTokenCreateRequest)).pipe(
        Effect.provide(platform(options)),
      ),
    data: "/data",
    input: { body: { amount: 42.5, user_id: userId } },
    operation: "PaywintPlatform.createCheckoutToken",
    provider: "Paywint",
    repeatable: true,
    result: token,
  },
  {
    api: "paywint-platform",
    call: ({ body, param = "" }, options) =>
      PaywintPlatform.use((api) =>
        api.createPaymentLink(param, body as ExternalApiPaymentLinkCreateRequest),
      ).pipe(Effect.provide(platform(options))),
    data: "/data",
    input: { body: { amount: 150.75 }, param: userId },
    operation: "PaywintPlatform.createPaymentLink",
    param: "user_id",
    provider: "Paywint",
    repeatable: false,
    result: { payment_id: "f47ac10b", payment_link: "javascript:alert(1)" },
  },
  {
    api: "paywint-developer",
    call: ({ body }, options) =>
      PaywintDeveloper.use((api) =>
        api.createCheckoutToken(body as CheckoutDeveloperTokenCreateRequest),
      ).pipe(
        Effect.provide(
          PaywintDeveloper.layer({
            ...options,
            apiKey: Redacted.make(paywintDeveloper.key),
            apiSecret: Redacted.make(paywintDeveloper.secret),
          }),
        ),
      ),
    data: "/data",
    input: { body: { amount: 1, email: "jane@example.com" } },
    operation: "PaywintDeveloper.createCheckoutToken",
    provider: "Paywint",
    repeatable: true,
    result: token,
  },
  {
    api: "paynow",
    call: ({ body, param = "" }, options) =>
      PayNow.use((api) => api.createCheckoutSession(param, body as CreateCheckoutSessionManagementDto)).pipe(
        Effect.provide(PayNow.layer({ ...options, apiKey: Redacted.make(payNow.key) })),
      ),
    data: "",
    input: { body: { customer_id: flakeId, lines: [{ product_id: flakeId, quantity: 1 }] }, param: flakeId },
    operation: "PayNow.createCheckoutSession",
    param: "storeId",
    provider: "PayNow",
    repeatable: false,
    result: { id: "18446744073709551616", token: undefined, url: "/checkout" },
  },
]

const platform = (options: Options) =>
  PaywintPlatform.layer({
    ...options,
    platformId: paywintPlatform.id,
    secret: Redacted.make(paywintPlatform.secret),
  })

/** The programs as the rows of a test table. */
export const byOperation = programs.map((program) => [program.operation, program] as const)
