// Generated from paywint-developer-checkout-token.yaml by `npm run generate`. Do not edit.

import * as Schema from "effect/Schema"

export const CheckoutDeveloperTokenCreateRequest = /* @__PURE__ */ (() =>
  Schema.Struct({
    email: Schema.optionalKey(
      Schema.Union([
        Schema.String.annotate({ format: "email" })
          .check(Schema.isMaxCodePoints(254).annotate({ expected: "an email address" }))
          .check(
            Schema.isPattern(
              /^[a-zA-Z0-9!#$%&'*+\/=?^_`{|}~\-]+(?:\.[a-zA-Z0-9!#$%&'*+\/=?^_`{|}~\-]+)*@(?:[a-zA-Z0-9](?:[a-zA-Z0-9\-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z0-9](?:[a-zA-Z0-9\-]{0,61}[a-zA-Z0-9])?$/u,
            ).annotate({ expected: "an email address" }),
          ),
        Schema.Null,
      ]).annotate({ examples: ["jane@example.com"] }),
    ),
    phone: Schema.optionalKey(
      Schema.Union([
        Schema.String.check(Schema.isMinCodePoints(5)).check(Schema.isMaxCodePoints(20)),
        Schema.Null,
      ]).annotate({ examples: ["5550001234"] }),
    ),
    phone_country_code: Schema.optionalKey(
      Schema.Union([
        Schema.String.check(Schema.isMinLength(1)).check(Schema.isMaxCodePoints(10)),
        Schema.Null,
      ]).annotate({ examples: ["+1"] }),
    ),
    amount: Schema.Number.check(Schema.isFinite())
      .check(Schema.isLessThanOrEqualTo(100000))
      .check(Schema.isGreaterThan(0)),
    currency: Schema.optionalKey(
      Schema.String.check(Schema.isMinCodePoints(3)).check(Schema.isMaxCodePoints(10)),
    ),
  }).annotate({ identifier: "CheckoutDeveloperTokenCreateRequest" }))()
export type CheckoutDeveloperTokenCreateRequest = typeof CheckoutDeveloperTokenCreateRequest.Type

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
