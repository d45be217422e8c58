import * as HttpApi from "effect/http-api/HttpApi"
import * as HttpApiEndpoint from "effect/http-api/HttpApiEndpoint"
import * as HttpApiGroup from "effect/http-api/HttpApiGroup"
import * as HttpApiSchema from "effect/http-api/HttpApiSchema"
import * as OpenApi from "effect/http-api/OpenApi"
import * as Schema from "effect/Schema"
import {
  CheckoutTokenCreateRequest,
  CheckoutTokenResponse,
  ExternalApiPaymentLinkCreateRequest,
} from "../../generated/paywint-platform/schemas.ts"
import { CheckoutSession, CheckoutSessionRequest } from "../paynow/rules.ts"
import { DeveloperTokenRequest, PaymentLink } from "../paywint/rules.ts"
import { CallerKey } from "./caller.ts"
import { completed } from "./document.ts"
import { documented } from "./problem.ts"

const created = HttpApiSchema.status(201)

/** The four operations. Bodies are the providers' own; the programs check them, so the handlers take them as they are. */
const checkouts = HttpApiGroup.make("checkouts")
  .add(
    HttpApiEndpoint.post("PaywintPlatform.createCheckoutToken", "/v1/paywint/platform/checkout-tokens", {
      error: documented,
      payload: CheckoutTokenCreateRequest,
      success: CheckoutTokenResponse.pipe(created),
    }).annotate(OpenApi.Summary, "Paywint, platform: create a checkout token"),
    HttpApiEndpoint.post("PaywintDeveloper.createCheckoutToken", "/v1/paywint/developer/checkout-tokens", {
      error: documented,
      payload: DeveloperTokenRequest,
      success: CheckoutTokenResponse.pipe(created),
    }).annotate(OpenApi.Summary, "Paywint, developer: create a checkout token"),
    HttpApiEndpoint.post(
      "PaywintPlatform.createPaymentLink",
      "/v1/paywint/platform/users/:user_id/payment-links",
      {
        error: documented,
        params: { user_id: Schema.String },
        payload: ExternalApiPaymentLinkCreateRequest,
        success: PaymentLink.pipe(created),
      },
    ).annotate(OpenApi.Summary, "Paywint, platform: create a payment link"),
    HttpApiEndpoint.post("PayNow.createCheckoutSession", "/v1/paynow/stores/:store_id/checkouts", {
      error: documented,
      params: { store_id: Schema.String },
      payload: CheckoutSessionRequest,
      success: CheckoutSession.pipe(created),
    }).annotate(OpenApi.Summary, "PayNow: create a checkout session"),
  )
  .middleware(CallerKey)

const service = HttpApiGroup.make("service").add(
  HttpApiEndpoint.get("health", "/health", {
    success: Schema.Struct({ status: Schema.Literal("ok") }),
  }).annotate(OpenApi.Summary, "Whether the gateway answers; asks no provider and needs no key"),
)

/** The gateway's HTTP surface. Its handlers are in `handlers.ts`. */
export const Api = HttpApi.make("edge-checkout")
  .add(checkouts, service)
  .annotate(OpenApi.Title, "edge-checkout")
  .annotate(OpenApi.Description, "Opens checkouts with payment providers.")
  .annotate(OpenApi.Version, "1")
  .annotate(OpenApi.Transform, (document) => completed(document as OpenApi.OpenAPISpec))
