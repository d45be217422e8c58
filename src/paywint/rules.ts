/**
 * What Paywint's documents say in prose only, on top of the generated schemas. (What they leave out or get wrong
 * and JSON Schema can say is in `specs/paywint-*.overlay.yaml`.)
 */
import * as Schema from "effect/Schema"
import { CheckoutDeveloperTokenCreateRequest } from "../../generated/paywint-developer/schemas.ts"
import {
  CommonResponse_ExternalApiPaymentLinkRead_,
  ExternalApiPaymentLinkRead,
} from "../../generated/paywint-platform/schemas.ts"
import { isLink } from "../provider/link.ts"

/** "Provide this OR phone+phone_country_code"; "Required if email is not provided"; "Required if phone is provided". */
export const DeveloperTokenRequest = /* @__PURE__ */ (() =>
  CheckoutDeveloperTokenCreateRequest.check(
    Schema.makeFilter(
      ({ email, phone, phone_country_code }) => {
        if (phone != null && phone_country_code == null) {
          return { issue: "Required with phone", path: ["phone_country_code"] }
        }
        return email == null && phone == null
          ? { issue: "Required without phone", path: ["email"] }
          : undefined
      },
      { expected: "email, or phone with phone_country_code" },
    ),
  ))()

/** The document requires nothing of a payment link, yet without its id and its URL it is of no use to anyone. */
export const PaymentLink = /* @__PURE__ */ (() =>
  ExternalApiPaymentLinkRead.mapFields(({ payment_id, payment_link }) => ({
    payment_id: Schema.requiredKey(payment_id),
    payment_link: Schema.requiredKey(payment_link).check(isLink),
  })))()
export type PaymentLink = typeof PaymentLink.Type

export const PaymentLinkAnswer = /* @__PURE__ */ (() =>
  CommonResponse_ExternalApiPaymentLinkRead_.mapFields((fields) => ({
    ...fields,
    data: Schema.optionalKey(Schema.NullOr(PaymentLink)),
  })))()
