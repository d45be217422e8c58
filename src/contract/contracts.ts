import * as Config from "effect/Config"
import { payNowConfig } from "../paynow/config.ts"
import { host, payNowOperations } from "../paynow/paynow-operations.ts"
import { paywintDeveloperConfig, paywintPlatformConfig } from "../paywint/config.ts"
import { paywintDeveloperOperations } from "../paywint/developer-operations.ts"
import { paywintPlatformOperations } from "../paywint/platform-operations.ts"
import { sandbox } from "../paywint/sandbox.ts"
import { callOf } from "./call.ts"
import type { OpenApiDocument } from "./document.ts"
import type { Contract } from "./scenario.ts"
import { checkoutSession } from "./scenarios/paynow.ts"
import { developerToken, paymentLink, platformToken } from "./scenarios/paywint.ts"
import { situationsAtProvider } from "./situations.ts"

const platform = {
  api: "paywint-platform",
  baseUrl: Config.map(paywintPlatformConfig, ({ baseUrl = sandbox }) => baseUrl),
  kept: ["/success"],
  method: "POST",
  placeholders: {
    CONTRACT_PAYWINT_USER_ID: "3c90c3cc-0d44-4b50-8888-8dd25736052a",
    PAYWINT_PLATFORM_ID: "00000000-0000-4000-8000-0000000000aa",
    PAYWINT_PLATFORM_SECRET: "placeholder",
  },
  sandboxes: [new URL(sandbox).hostname],
  subjects: [["userId", "CONTRACT_PAYWINT_USER_ID"]],
} as const

/**
 * The list that names the operations under contract. `document` gives an API's document, by the API's name. Who has an
 * emulator gives `situations`; who has none, as the Worker, does without those that need one.
 */
export const contracts = (
  document: (api: string) => OpenApiDocument,
  scenariosOf = situationsAtProvider,
): ReadonlyArray<Contract> => [
  {
    ...platform,
    call: Config.map(paywintPlatformConfig, (options) =>
      callOf(paywintPlatformOperations(options).createCheckoutToken),
    ),
    document: document(platform.api),
    operation: "PaywintPlatform.createCheckoutToken",
    path: "/api/checkout/token/platform",
    scenarios: scenariosOf(platformToken),
  },
  {
    ...platform,
    call: Config.map(paywintPlatformConfig, (options) =>
      callOf(paywintPlatformOperations(options).createPaymentLink),
    ),
    document: document(platform.api),
    operation: "PaywintPlatform.createPaymentLink",
    path: "/api/platform/payment/create-payment-link/{user_id}",
    scenarios: scenariosOf(paymentLink),
  },
  {
    api: "paywint-developer",
    baseUrl: Config.map(paywintDeveloperConfig, ({ baseUrl = sandbox }) => baseUrl),
    call: Config.map(paywintDeveloperConfig, (options) =>
      callOf(paywintDeveloperOperations(options).createCheckoutToken),
    ),
    document: document("paywint-developer"),
    kept: ["/success"],
    method: "POST",
    operation: "PaywintDeveloper.createCheckoutToken",
    path: "/api/checkout/token/developer",
    placeholders: {
      PAYWINT_API_KEY: "00000000-0000-4000-8000-0000000000bb",
      PAYWINT_API_SECRET: "placeholder",
    },
    sandboxes: [new URL(sandbox).hostname],
    scenarios: scenariosOf(developerToken),
    subjects: [],
  },
  {
    api: "paynow",
    baseUrl: Config.map(payNowConfig, ({ baseUrl = host }) => baseUrl),
    call: Config.map(payNowConfig, (options) => callOf(payNowOperations(options).createCheckoutSession)),
    document: document("paynow"),
    kept: ["/status"],
    method: "POST",
    operation: "PayNow.createCheckoutSession",
    path: "/v1/stores/{storeId}/checkouts",
    placeholders: {
      CONTRACT_PAYNOW_CUSTOMER_ID: "411486491630370817",
      CONTRACT_PAYNOW_PRODUCT_ID: "411486491630370818",
      CONTRACT_PAYNOW_STORE_ID: "411486491630370816",
      PAYNOW_API_KEY: "placeholder",
    },
    // The only host that there is. Whoever configures a store for contract runs says that it is not in live mode.
    sandboxes: [new URL(host).hostname],
    scenarios: scenariosOf(checkoutSession),
    subjects: [
      ["customerId", "CONTRACT_PAYNOW_CUSTOMER_ID"],
      ["productId", "CONTRACT_PAYNOW_PRODUCT_ID"],
      ["storeId", "CONTRACT_PAYNOW_STORE_ID"],
    ],
  },
]
