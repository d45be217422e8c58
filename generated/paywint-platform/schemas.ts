// Generated from paywint-platform-checkout-token.yaml and paywint-platform-payment-link.yaml by `npm run generate`. Do not edit.

import * as Schema from "effect/Schema"

export const CheckoutTokenCreateRequest = /* @__PURE__ */ (() =>
  Schema.Struct({
    user_id: Schema.String.annotate({ format: "uuid" }).check(
      Schema.isPattern(
        /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/u,
      ).annotate({ expected: "a UUID" }),
    ),
    amount: Schema.Number.check(Schema.isFinite())
      .check(Schema.isLessThanOrEqualTo(100000))
      .check(Schema.isGreaterThan(0)),
    currency: Schema.optionalKey(
      Schema.String.check(Schema.isMinCodePoints(3)).check(Schema.isMaxCodePoints(10)),
    ),
  }).annotate({ identifier: "CheckoutTokenCreateRequest" }))()
export type CheckoutTokenCreateRequest = typeof CheckoutTokenCreateRequest.Type

export const CheckoutTokenResponse = /* @__PURE__ */ (() =>
  Schema.Struct({
    checkout_token: Schema.String,
    expires_at: Schema.String.annotate({ format: "date-time" }).check(
      Schema.isPattern(
        /^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$/u,
      ).annotate({ expected: "an RFC 3339 date-time" }),
    ),
  }))()
export type CheckoutTokenResponse = typeof CheckoutTokenResponse.Type

export const ValidationError = /* @__PURE__ */ (() =>
  Schema.Struct({
    loc: Schema.Array(Schema.Union([Schema.String, Schema.Int])),
    msg: Schema.String,
    type: Schema.String,
  }))()
export type ValidationError = typeof ValidationError.Type

export const ExternalApiPaymentLinkCreateRequest = /* @__PURE__ */ (() =>
  Schema.Struct({
    amount: Schema.Number.annotate({ examples: [150.75] })
      .check(Schema.isFinite())
      .check(Schema.isGreaterThan(0)),
    description: Schema.optionalKey(
      Schema.Union([Schema.String.check(Schema.isMaxCodePoints(255)), Schema.Null]).annotate({
        examples: ["Payment for June invoice"],
      }),
    ),
    invoice_number: Schema.optionalKey(
      Schema.Union([Schema.String.check(Schema.isMaxCodePoints(20)), Schema.Null]).annotate({
        examples: ["INV-2025-0012"],
      }),
    ),
  }).annotate({ identifier: "ExternalApiPaymentLinkCreateRequest" }))()
export type ExternalApiPaymentLinkCreateRequest = typeof ExternalApiPaymentLinkCreateRequest.Type

export const ExternalApiPaymentLinkRead = /* @__PURE__ */ (() =>
  Schema.Struct({
    payment_id: Schema.optionalKey(
      Schema.String.annotate({ format: "uuid" }).check(
        Schema.isPattern(
          /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/u,
        ).annotate({ expected: "a UUID" }),
      ),
    ),
    payment_link: Schema.optionalKey(Schema.String),
  }))()
export type ExternalApiPaymentLinkRead = typeof ExternalApiPaymentLinkRead.Type

export const PostPlatformPaymentCreatePaymentLinkByUserIdParams = /* @__PURE__ */ (() =>
  Schema.Struct({
    user_id: Schema.String.annotate({ format: "uuid" }).check(
      Schema.isPattern(
        /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/u,
      ).annotate({ expected: "a UUID" }),
    ),
  }))()
export type PostPlatformPaymentCreatePaymentLinkByUserIdParams =
  typeof PostPlatformPaymentCreatePaymentLinkByUserIdParams.Type

export const CommonResponse_CheckoutTokenResponse_ = /* @__PURE__ */ (() =>
  Schema.Struct({
    success: Schema.optionalKey(Schema.Boolean.annotate({ examples: [true] })),
    message: Schema.optionalKey(Schema.String.annotate({ examples: ["Operation completed."] })),
    data: Schema.optionalKey(Schema.Union([CheckoutTokenResponse, Schema.Null])),
    queryGeneratedTime: Schema.optionalKey(
      Schema.Union([Schema.Number.check(Schema.isFinite()), Schema.Null]).annotate({
        examples: [1718006400],
      }),
    ),
  }))()
export type CommonResponse_CheckoutTokenResponse_ = typeof CommonResponse_CheckoutTokenResponse_.Type

export const HTTPValidationError = /* @__PURE__ */ (() =>
  Schema.Struct({ detail: Schema.optionalKey(Schema.Array(ValidationError)) }))()
export type HTTPValidationError = typeof HTTPValidationError.Type

export const CommonResponse_ExternalApiPaymentLinkRead_ = /* @__PURE__ */ (() =>
  Schema.Struct({
    success: Schema.optionalKey(Schema.Boolean.annotate({ examples: [true] })),
    message: Schema.optionalKey(Schema.String.annotate({ examples: ["Operation completed."] })),
    data: Schema.optionalKey(Schema.Union([ExternalApiPaymentLinkRead, Schema.Null])),
    queryGeneratedTime: Schema.optionalKey(
      Schema.Union([Schema.Number.check(Schema.isFinite()), Schema.Null]).annotate({
        examples: [1718006400],
      }),
    ),
  }))()
export type CommonResponse_ExternalApiPaymentLinkRead_ =
  typeof CommonResponse_ExternalApiPaymentLinkRead_.Type
