// Generated from paynow-management-checkout.json by `npm run generate`. Do not edit.

import * as Schema from "effect/Schema"

export const CustomerProfilePlatform = /* @__PURE__ */ (() =>
  Schema.Literals([
    "invalid",
    "steam",
    "minecraft",
    "paynow_name",
    "paynow",
    "minecraft_java_name",
    "minecraft_bedrock_name",
    "xbox_xuid",
    "minecraft_uuid",
  ]))()
export type CustomerProfilePlatform = typeof CustomerProfilePlatform.Type

export const FlakeId = /* @__PURE__ */ (() =>
  Schema.String.annotate({ format: "flake-id" }).check(
    Schema.isPattern(
      /^(?:0|[1-9][0-9]{0,18}|1[0-7][0-9]{18}|18[0-3][0-9]{17}|184[0-3][0-9]{16}|1844[0-5][0-9]{15}|18446[0-6][0-9]{14}|184467[0-3][0-9]{13}|1844674[0-3][0-9]{12}|184467440[0-6][0-9]{10}|1844674407[0-2][0-9]{9}|18446744073[0-6][0-9]{8}|1844674407370[0-8][0-9]{6}|18446744073709[0-4][0-9]{5}|184467440737095[0-4][0-9]{4}|18446744073709550[0-9]{3}|18446744073709551[0-5][0-9]{2}|1844674407370955160[0-9]|1844674407370955161[0-5])$/u,
    ).annotate({ expected: "a Flake ID (a 64-bit integer in decimal)" }),
  ))()
export type FlakeId = typeof FlakeId.Type

export const ProductSubscriptionIntervalScale = /* @__PURE__ */ (() =>
  Schema.Literals(["invalid", "day", "week", "month", "year"]))()
export type ProductSubscriptionIntervalScale = typeof ProductSubscriptionIntervalScale.Type

export const UpsellTypeDto = /* @__PURE__ */ (() =>
  Schema.Literals(["unknown", "additional", "alternative", "increase_quantity"]))()
export type UpsellTypeDto = typeof UpsellTypeDto.Type

export const UpsellDiscountTypeDto = /* @__PURE__ */ (() =>
  Schema.Literals(["unknown", "none", "fixed", "percentage"]))()
export type UpsellDiscountTypeDto = typeof UpsellDiscountTypeDto.Type

export const ProductRemoveAfterIntervalScale = /* @__PURE__ */ (() =>
  Schema.Literals(["invalid", "day", "week", "month"]))()
export type ProductRemoveAfterIntervalScale = typeof ProductRemoveAfterIntervalScale.Type

export const ProductStockTimeScale = /* @__PURE__ */ (() =>
  Schema.Literals(["invalid", "day", "week", "month", "year"]))()
export type ProductStockTimeScale = typeof ProductStockTimeScale.Type

export const ProductCommandStage = /* @__PURE__ */ (() =>
  Schema.Literals([
    "invalid",
    "on_purchase",
    "on_expire",
    "on_refund",
    "on_renew",
    "on_chargeback",
    "on_trial_start",
    "on_trial_expire",
  ]))()
export type ProductCommandStage = typeof ProductCommandStage.Type

export const ProductDeliverableActionsDto = /* @__PURE__ */ (() =>
  Schema.Struct({ grant_giftcard: Schema.Boolean }).annotate({
    identifier: "ProductDeliverableActionsDto",
  }))()
export type ProductDeliverableActionsDto = typeof ProductDeliverableActionsDto.Type

export const ProductTaxCode = /* @__PURE__ */ (() =>
  Schema.Literals([
    "unknown",
    "digital_goods_subscription",
    "digital_goods_permanent",
    "saas",
    "downloaded_software",
    "digital_goods_subscription_gaming",
    "digital_goods_permanent_gaming",
  ]))()
export type ProductTaxCode = typeof ProductTaxCode.Type

export const CreateCheckoutSessionLineManagementPayoutSplitDto = /* @__PURE__ */ (() =>
  Schema.Struct({
    payout_id: Schema.String,
    percentage: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Int]).annotate({ format: "int64" })),
    platform_fee: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Int]).annotate({ format: "int64" })),
  }).annotate({ identifier: "CreateCheckoutSessionLineManagementPayoutSplitDto" }))()
export type CreateCheckoutSessionLineManagementPayoutSplitDto =
  typeof CreateCheckoutSessionLineManagementPayoutSplitDto.Type

export const ValidationError = /* @__PURE__ */ (() =>
  Schema.Struct({
    code: Schema.String,
    message: Schema.String,
    path: Schema.String,
    validation: Schema.String,
  }))()
export type ValidationError = typeof ValidationError.Type

export const PostStoresCheckoutsParams = /* @__PURE__ */ (() =>
  Schema.Struct({
    storeId: Schema.String.check(
      Schema.isPattern(
        /^(?!\.{1,2}$)(?!.*%(?:00|25|2[eEfF]|5[cC]))[^\/\\\x00-\x1f\x7f\ud800-\udfff]{1,255}$/u,
      ).annotate({ expected: "one segment of a path, of 1 to 255 characters" }),
    ),
  }))()
export type PostStoresCheckoutsParams = typeof PostStoresCheckoutsParams.Type

export const CustomerPlatformAccountDto = /* @__PURE__ */ (() =>
  Schema.Struct({ platform: CustomerProfilePlatform, id: Schema.String }).annotate({
    identifier: "CustomerPlatformAccountDto",
  }))()
export type CustomerPlatformAccountDto = typeof CustomerPlatformAccountDto.Type

export const ProductPayoutSplitDto = /* @__PURE__ */ (() =>
  Schema.Struct({
    user_id: FlakeId,
    percentage: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Int]).annotate({ format: "int64" })),
    platform_fee: Schema.Number.annotate({ format: "int64" }).check(Schema.isInt()),
  }).annotate({ identifier: "ProductPayoutSplitDto" }))()
export type ProductPayoutSplitDto = typeof ProductPayoutSplitDto.Type

export const CreateCheckoutSessionResponseDto = /* @__PURE__ */ (() =>
  Schema.Struct({ id: FlakeId, token: Schema.String, url: Schema.String }))()
export type CreateCheckoutSessionResponseDto = typeof CreateCheckoutSessionResponseDto.Type

export const UpsertProductTrialConfigurationDto = /* @__PURE__ */ (() =>
  Schema.Struct({
    enabled: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Boolean])),
    period_value: Schema.optionalKey(
      Schema.Union([
        Schema.Null,
        Schema.Int.check(Schema.isGreaterThanOrEqualTo(-2147483648)).check(
          Schema.isLessThanOrEqualTo(2147483647),
        ),
      ]).annotate({ format: "int32" }),
    ),
    period_scale: Schema.optionalKey(ProductSubscriptionIntervalScale),
    revoke_immediately_when_canceled: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Boolean])),
    new_customers_only: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Boolean])),
    new_customer_order_lookback_value: Schema.optionalKey(
      Schema.Union([
        Schema.Null,
        Schema.Int.check(Schema.isGreaterThanOrEqualTo(-2147483648)).check(
          Schema.isLessThanOrEqualTo(2147483647),
        ),
      ]).annotate({ format: "int32" }),
    ),
    new_customer_order_lookback_scale: Schema.optionalKey(ProductSubscriptionIntervalScale),
    allow_repeat_trials: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Boolean])),
    repeat_trial_cooldown_value: Schema.optionalKey(
      Schema.Union([
        Schema.Null,
        Schema.Int.check(Schema.isGreaterThanOrEqualTo(-2147483648)).check(
          Schema.isLessThanOrEqualTo(2147483647),
        ),
      ]).annotate({ format: "int32" }),
    ),
    repeat_trial_cooldown_scale: Schema.optionalKey(ProductSubscriptionIntervalScale),
  }).annotate({ identifier: "UpsertProductTrialConfigurationDto" }))()
export type UpsertProductTrialConfigurationDto = typeof UpsertProductTrialConfigurationDto.Type

export const UpsertProductUpsellRecommendationDto = /* @__PURE__ */ (() =>
  Schema.Struct({
    recommended_product_id: FlakeId,
    type: UpsellTypeDto,
    discount_type: UpsellDiscountTypeDto,
    discount_amount: Schema.Number.annotate({ format: "int64" }).check(Schema.isInt()),
    minimum_base_product_quantity: Schema.optionalKey(
      Schema.Union([
        Schema.Null,
        Schema.Int.check(Schema.isGreaterThanOrEqualTo(-2147483648)).check(
          Schema.isLessThanOrEqualTo(2147483647),
        ),
      ]).annotate({ format: "int32" }),
    ),
    minimum_recommended_product_quantity: Schema.optionalKey(
      Schema.Union([
        Schema.Null,
        Schema.Int.check(Schema.isGreaterThanOrEqualTo(-2147483648)).check(
          Schema.isLessThanOrEqualTo(2147483647),
        ),
      ]).annotate({ format: "int32" }),
    ),
    quantity_to_add: Schema.optionalKey(
      Schema.Union([
        Schema.Null,
        Schema.Int.check(Schema.isGreaterThanOrEqualTo(-2147483648)).check(
          Schema.isLessThanOrEqualTo(2147483647),
        ),
      ]).annotate({ format: "int32" }),
    ),
    prefer_as_subscription: Schema.Boolean,
  }).annotate({ identifier: "UpsertProductUpsellRecommendationDto" }))()
export type UpsertProductUpsellRecommendationDto = typeof UpsertProductUpsellRecommendationDto.Type

export const ProductStockLimitDto = /* @__PURE__ */ (() =>
  Schema.Struct({
    enabled: Schema.Boolean,
    quantity: Schema.optionalKey(
      Schema.Union([
        Schema.Null,
        Schema.Int.check(Schema.isGreaterThanOrEqualTo(-2147483648)).check(
          Schema.isLessThanOrEqualTo(2147483647),
        ),
      ]).annotate({ format: "int32" }),
    ),
    time_value: Schema.optionalKey(
      Schema.Union([
        Schema.Null,
        Schema.Int.check(Schema.isGreaterThanOrEqualTo(-2147483648)).check(
          Schema.isLessThanOrEqualTo(2147483647),
        ),
      ]).annotate({ format: "int32" }),
    ),
    time_scale: ProductStockTimeScale,
    include_trials: Schema.Boolean,
  }).annotate({ identifier: "ProductStockLimitDto" }))()
export type ProductStockLimitDto = typeof ProductStockLimitDto.Type

export const ProductCommandDto = /* @__PURE__ */ (() =>
  Schema.Struct({
    stage: ProductCommandStage,
    content: Schema.String,
    online_only: Schema.Boolean,
    override_execute_on_gameserver_ids: Schema.optionalKey(
      Schema.Union([Schema.Null, Schema.Array(FlakeId)]),
    ),
  }).annotate({ identifier: "ProductCommandDto" }))()
export type ProductCommandDto = typeof ProductCommandDto.Type

export const PayNowError = /* @__PURE__ */ (() =>
  Schema.Struct({
    status: Schema.Number.annotate({ format: "int32" })
      .check(Schema.isInt())
      .check(Schema.isGreaterThanOrEqualTo(-2147483648))
      .check(Schema.isLessThanOrEqualTo(2147483647)),
    code: Schema.String,
    message: Schema.String,
    trace_id: Schema.optionalKey(Schema.Union([Schema.Null, Schema.String])),
    errors: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Array(ValidationError)])),
  }))()
export type PayNowError = typeof PayNowError.Type

export const UpsertProductUpsellConfigurationDto = /* @__PURE__ */ (() =>
  Schema.Struct({
    enabled: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Boolean])),
    recommendations: Schema.optionalKey(
      Schema.Union([Schema.Null, Schema.Array(UpsertProductUpsellRecommendationDto)]),
    ),
  }).annotate({ identifier: "UpsertProductUpsellConfigurationDto" }))()
export type UpsertProductUpsellConfigurationDto = typeof UpsertProductUpsellConfigurationDto.Type

export const InlineProductCreateDto = /* @__PURE__ */ (() =>
  Schema.Struct({
    slug: Schema.optionalKey(Schema.Union([Schema.Null, Schema.String])),
    name: Schema.optionalKey(Schema.Union([Schema.Null, Schema.String])),
    description: Schema.optionalKey(Schema.Union([Schema.Null, Schema.String])),
    label: Schema.optionalKey(Schema.Union([Schema.Null, Schema.String])),
    price: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Int]).annotate({ format: "int64" })),
    single_game_server_only: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Boolean])),
    allow_one_time_purchase: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Boolean])),
    allow_subscription: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Boolean])),
    subscription_interval_value: Schema.optionalKey(
      Schema.Union([
        Schema.Null,
        Schema.Int.check(Schema.isGreaterThanOrEqualTo(-2147483648)).check(
          Schema.isLessThanOrEqualTo(2147483647),
        ),
      ]).annotate({ format: "int32" }),
    ),
    subscription_interval_scale: Schema.optionalKey(ProductSubscriptionIntervalScale),
    trial: Schema.optionalKey(UpsertProductTrialConfigurationDto),
    upselling: Schema.optionalKey(UpsertProductUpsellConfigurationDto),
    remove_after_enabled: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Boolean])),
    remove_after_time_value: Schema.optionalKey(
      Schema.Union([
        Schema.Null,
        Schema.Int.check(Schema.isGreaterThanOrEqualTo(-2147483648)).check(
          Schema.isLessThanOrEqualTo(2147483647),
        ),
      ]).annotate({ format: "int32" }),
    ),
    remove_after_time_scale: Schema.optionalKey(ProductRemoveAfterIntervalScale),
    store_stock_limit: Schema.optionalKey(ProductStockLimitDto),
    customer_stock_limit: Schema.optionalKey(ProductStockLimitDto),
    stock_limit_do_not_include_removed: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Boolean])),
    tags: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Array(FlakeId)])),
    gameservers: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Array(FlakeId)])),
    commands: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Array(ProductCommandDto)])),
    deliverable_actions: Schema.optionalKey(ProductDeliverableActionsDto),
    metadata: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Record(Schema.String, Schema.String)])),
    payout_splits: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Array(ProductPayoutSplitDto)])),
    tax_code: Schema.optionalKey(ProductTaxCode),
    allow_concurrent_active_items: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Boolean])),
    is_hidden: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Boolean])),
    is_gifting_disabled: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Boolean])),
    enabled_at: Schema.optionalKey(
      Schema.Union([
        Schema.Null,
        Schema.String.check(
          Schema.isPattern(
            /^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$/u,
          ),
        ),
      ]).annotate({ format: "date-time" }),
    ),
    enabled_until: Schema.optionalKey(
      Schema.Union([
        Schema.Null,
        Schema.String.check(
          Schema.isPattern(
            /^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$/u,
          ),
        ),
      ]).annotate({ format: "date-time" }),
    ),
    required_product_ids: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Array(FlakeId)])),
    required_product_all: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Boolean])),
    custom_variable_ids: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Array(FlakeId)])),
    is_gift_cards_disabled: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Boolean])),
    is_coupons_disabled: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Boolean])),
    is_affiliate_links_disabled: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Boolean])),
    tier_group_id: Schema.optionalKey(FlakeId),
  }).annotate({ identifier: "InlineProductCreateDto" }))()
export type InlineProductCreateDto = typeof InlineProductCreateDto.Type

export const CreateCheckoutSessionLineManagementDto = /* @__PURE__ */ (() =>
  Schema.Struct({
    subscription: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Boolean])),
    trial: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Boolean])),
    gift_to: Schema.optionalKey(CustomerPlatformAccountDto),
    gift_to_customer_id: Schema.optionalKey(FlakeId),
    quantity: Schema.Number.annotate({ format: "int32" })
      .check(Schema.isInt())
      .check(Schema.isGreaterThanOrEqualTo(-2147483648))
      .check(Schema.isLessThanOrEqualTo(2147483647)),
    selected_gameserver_id: Schema.optionalKey(FlakeId),
    custom_variables: Schema.optionalKey(
      Schema.Union([Schema.Null, Schema.Record(Schema.String, Schema.String)]),
    ),
    product_id: Schema.optionalKey(FlakeId),
    inline_product: Schema.optionalKey(InlineProductCreateDto),
    payout_splits: Schema.optionalKey(
      Schema.Union([Schema.Null, Schema.Array(CreateCheckoutSessionLineManagementPayoutSplitDto)]),
    ),
    metadata: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Record(Schema.String, Schema.String)])),
  }).annotate({ identifier: "CreateCheckoutSessionLineManagementDto" }))()
export type CreateCheckoutSessionLineManagementDto = typeof CreateCheckoutSessionLineManagementDto.Type

export const CreateCheckoutSessionManagementDto = /* @__PURE__ */ (() =>
  Schema.Struct({
    lines: Schema.Array(CreateCheckoutSessionLineManagementDto),
    subscription: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Boolean])),
    coupon_id: Schema.optionalKey(FlakeId),
    affiliate_code: Schema.optionalKey(Schema.Union([Schema.Null, Schema.String])),
    return_url: Schema.optionalKey(Schema.Union([Schema.Null, Schema.String])),
    cancel_url: Schema.optionalKey(Schema.Union([Schema.Null, Schema.String])),
    auto_redirect: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Boolean])),
    customer_id: FlakeId,
    metadata: Schema.optionalKey(Schema.Union([Schema.Null, Schema.Record(Schema.String, Schema.String)])),
  }).annotate({ identifier: "CreateCheckoutSessionManagementDto" }))()
export type CreateCheckoutSessionManagementDto = typeof CreateCheckoutSessionManagementDto.Type
