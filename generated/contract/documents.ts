// Generated from the documents in specs/ by `npm run generate`. Do not edit.

import type { OpenApiDocument } from "../../src/contract/document.ts"

export const documents: Readonly<Record<string, OpenApiDocument>> = {
  "paywint-platform": {
    openapi: "3.1.0",
    info: { version: "0.1.0" },
    servers: [{ url: "https://api.sandbox.paywint.com" }, { url: "https://api.pw.wintpay.com" }],
    security: [],
    paths: {
      "/api/checkout/token/platform": {
        post: {
          parameters: [
            {
              name: "X-Platform-ID",
              in: "header",
              required: true,
              schema: {
                type: "string",
                format: "uuid",
                pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",
              },
            },
            { name: "X-Signature", in: "header", required: true, schema: { type: "string" } },
          ],
          requestBody: {
            required: true,
            content: {
              "application/json": { schema: { $ref: "#/components/schemas/CheckoutTokenCreateRequest" } },
            },
          },
          responses: {
            "200": {
              content: {
                "application/json": {
                  schema: { $ref: "#/components/schemas/CommonResponse_CheckoutTokenResponse_" },
                },
              },
            },
            "422": {
              content: {
                "application/json": { schema: { $ref: "#/components/schemas/HTTPValidationError" } },
              },
            },
          },
        },
      },
      "/api/platform/payment/create-payment-link/{user_id}": {
        post: {
          parameters: [
            {
              name: "user_id",
              in: "path",
              required: true,
              schema: {
                type: "string",
                format: "uuid",
                pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",
              },
            },
            {
              name: "X-Platform-ID",
              in: "header",
              required: true,
              schema: {
                type: "string",
                format: "uuid",
                pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",
              },
            },
            { name: "X-Signature", in: "header", required: true, schema: { type: "string" } },
          ],
          requestBody: {
            required: true,
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/ExternalApiPaymentLinkCreateRequest" },
              },
            },
          },
          responses: {
            "200": {
              content: {
                "application/json": {
                  schema: { $ref: "#/components/schemas/CommonResponse_ExternalApiPaymentLinkRead_" },
                },
              },
            },
            "422": {
              content: {
                "application/json": { schema: { $ref: "#/components/schemas/HTTPValidationError" } },
              },
            },
          },
        },
      },
    },
    components: {
      schemas: {
        CheckoutTokenCreateRequest: {
          properties: {
            user_id: {
              type: "string",
              format: "uuid",
              pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",
            },
            amount: { type: "number", maximum: 100000, exclusiveMinimum: 0 },
            currency: { type: "string", maxLength: 10, minLength: 3 },
          },
          type: "object",
          required: ["user_id", "amount"],
        },
        CommonResponse_CheckoutTokenResponse_: {
          properties: {
            success: { type: "boolean" },
            message: { type: "string" },
            data: { anyOf: [{ $ref: "#/components/schemas/CheckoutTokenResponse" }, { type: "null" }] },
            queryGeneratedTime: { anyOf: [{ type: "number" }, { type: "null" }] },
          },
          type: "object",
        },
        HTTPValidationError: {
          properties: { detail: { items: { $ref: "#/components/schemas/ValidationError" }, type: "array" } },
          type: "object",
        },
        CheckoutTokenResponse: {
          properties: {
            checkout_token: { type: "string" },
            expires_at: {
              type: "string",
              format: "date-time",
              pattern:
                "^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]+)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$",
            },
          },
          type: "object",
          required: ["checkout_token", "expires_at"],
        },
        ValidationError: {
          properties: {
            loc: { items: { anyOf: [{ type: "string" }, { type: "integer" }] }, type: "array" },
            msg: { type: "string" },
            type: { type: "string" },
          },
          type: "object",
          required: ["loc", "msg", "type"],
        },
        ExternalApiPaymentLinkCreateRequest: {
          properties: {
            amount: { type: "number", exclusiveMinimum: 0 },
            description: { anyOf: [{ type: "string", maxLength: 255 }, { type: "null" }] },
            invoice_number: { anyOf: [{ type: "string", maxLength: 20 }, { type: "null" }] },
          },
          type: "object",
          required: ["amount"],
        },
        CommonResponse_ExternalApiPaymentLinkRead_: {
          properties: {
            success: { type: "boolean" },
            message: { type: "string" },
            data: { anyOf: [{ $ref: "#/components/schemas/ExternalApiPaymentLinkRead" }, { type: "null" }] },
            queryGeneratedTime: { anyOf: [{ type: "number" }, { type: "null" }] },
          },
          type: "object",
        },
        ExternalApiPaymentLinkRead: {
          properties: {
            payment_id: {
              type: "string",
              format: "uuid",
              pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",
            },
            payment_link: { type: "string" },
          },
          type: "object",
        },
      },
    },
  },
  "paywint-developer": {
    openapi: "3.1.0",
    info: { version: "0.1.0" },
    servers: [{ url: "https://api.sandbox.paywint.com" }, { url: "https://api.paywint.com" }],
    security: [],
    paths: {
      "/api/checkout/token/developer": {
        post: {
          parameters: [
            { name: "X-Api-Key", in: "header", required: true, schema: { type: "string" } },
            { name: "X-Api-Secret", in: "header", required: true, schema: { type: "string" } },
          ],
          requestBody: {
            required: true,
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/CheckoutDeveloperTokenCreateRequest" },
              },
            },
          },
          responses: {
            "200": {
              content: {
                "application/json": {
                  schema: { $ref: "#/components/schemas/CommonResponse_CheckoutTokenResponse_" },
                },
              },
            },
            "422": {
              content: {
                "application/json": { schema: { $ref: "#/components/schemas/HTTPValidationError" } },
              },
            },
          },
        },
      },
    },
    components: {
      schemas: {
        CheckoutDeveloperTokenCreateRequest: {
          properties: {
            email: {
              anyOf: [
                {
                  type: "string",
                  format: "email",
                  maxLength: 254,
                  pattern:
                    "^[a-zA-Z0-9!#$%&'*+\\/=?^_`{|}~\\-]+(?:\\.[a-zA-Z0-9!#$%&'*+\\/=?^_`{|}~\\-]+)*@(?:[a-zA-Z0-9](?:[a-zA-Z0-9\\-]{0,61}[a-zA-Z0-9])?\\.)+[a-zA-Z0-9](?:[a-zA-Z0-9\\-]{0,61}[a-zA-Z0-9])?$",
                },
                { type: "null" },
              ],
            },
            phone: { anyOf: [{ type: "string", maxLength: 20, minLength: 5 }, { type: "null" }] },
            phone_country_code: {
              anyOf: [{ type: "string", maxLength: 10, minLength: 1 }, { type: "null" }],
            },
            amount: { type: "number", maximum: 100000, exclusiveMinimum: 0 },
            currency: { type: "string", maxLength: 10, minLength: 3 },
          },
          type: "object",
          required: ["amount"],
        },
        CommonResponse_CheckoutTokenResponse_: {
          properties: {
            success: { type: "boolean" },
            message: { type: "string" },
            data: { anyOf: [{ $ref: "#/components/schemas/CheckoutTokenResponse" }, { type: "null" }] },
            queryGeneratedTime: { anyOf: [{ type: "number" }, { type: "null" }] },
          },
          type: "object",
        },
        HTTPValidationError: {
          properties: { detail: { items: { $ref: "#/components/schemas/ValidationError" }, type: "array" } },
          type: "object",
        },
        CheckoutTokenResponse: {
          properties: {
            checkout_token: { type: "string" },
            expires_at: {
              type: "string",
              format: "date-time",
              pattern:
                "^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]+)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$",
            },
          },
          type: "object",
          required: ["checkout_token", "expires_at"],
        },
        ValidationError: {
          properties: {
            loc: { items: { anyOf: [{ type: "string" }, { type: "integer" }] }, type: "array" },
            msg: { type: "string" },
            type: { type: "string" },
          },
          type: "object",
          required: ["loc", "msg", "type"],
        },
      },
    },
  },
  paynow: {
    openapi: "3.1.1",
    info: { version: "v1" },
    security: [{ APIKey: [] }],
    components: {
      securitySchemes: { APIKey: { type: "apiKey", name: "Authorization", in: "header" } },
      schemas: {
        CreateCheckoutSessionManagementDto: {
          required: ["customer_id", "lines"],
          type: "object",
          properties: {
            lines: {
              type: "array",
              items: { $ref: "#/components/schemas/CreateCheckoutSessionLineManagementDto" },
            },
            subscription: { type: ["null", "boolean"], deprecated: true },
            coupon_id: { $ref: "#/components/schemas/FlakeId" },
            affiliate_code: { type: ["null", "string"] },
            return_url: { type: ["null", "string"] },
            cancel_url: { type: ["null", "string"] },
            auto_redirect: { type: ["null", "boolean"] },
            customer_id: { $ref: "#/components/schemas/FlakeId" },
            metadata: { type: ["null", "object"], additionalProperties: { type: "string" } },
          },
          additionalProperties: false,
        },
        CreateCheckoutSessionLineManagementDto: {
          required: ["quantity"],
          type: "object",
          properties: {
            subscription: { type: ["null", "boolean"] },
            trial: { type: ["null", "boolean"] },
            gift_to: { $ref: "#/components/schemas/CustomerPlatformAccountDto" },
            gift_to_customer_id: { $ref: "#/components/schemas/FlakeId" },
            quantity: { type: "integer", format: "int32", minimum: -2147483648, maximum: 2147483647 },
            selected_gameserver_id: { $ref: "#/components/schemas/FlakeId" },
            custom_variables: { type: ["null", "object"], additionalProperties: { type: "string" } },
            product_id: { $ref: "#/components/schemas/FlakeId" },
            inline_product: { $ref: "#/components/schemas/InlineProductCreateDto" },
            payout_splits: {
              type: ["null", "array"],
              items: { $ref: "#/components/schemas/CreateCheckoutSessionLineManagementPayoutSplitDto" },
            },
            metadata: { type: ["null", "object"], additionalProperties: { type: "string" } },
          },
          additionalProperties: false,
        },
        CustomerPlatformAccountDto: {
          required: ["id", "platform"],
          type: "object",
          properties: {
            platform: { $ref: "#/components/schemas/CustomerProfilePlatform" },
            id: { type: "string" },
          },
          additionalProperties: false,
        },
        CustomerProfilePlatform: {
          enum: [
            "invalid",
            "steam",
            "minecraft",
            "paynow_name",
            "paynow",
            "minecraft_java_name",
            "minecraft_bedrock_name",
            "xbox_xuid",
            "minecraft_uuid",
          ],
          type: "string",
        },
        FlakeId: {
          type: "string",
          additionalProperties: false,
          format: "flake-id",
          pattern:
            "^(?:0|[1-9][0-9]{0,18}|1[0-7][0-9]{18}|18[0-3][0-9]{17}|184[0-3][0-9]{16}|1844[0-5][0-9]{15}|18446[0-6][0-9]{14}|184467[0-3][0-9]{13}|1844674[0-3][0-9]{12}|184467440[0-6][0-9]{10}|1844674407[0-2][0-9]{9}|18446744073[0-6][0-9]{8}|1844674407370[0-8][0-9]{6}|18446744073709[0-4][0-9]{5}|184467440737095[0-4][0-9]{4}|18446744073709550[0-9]{3}|18446744073709551[0-5][0-9]{2}|1844674407370955160[0-9]|1844674407370955161[0-5])$",
        },
        InlineProductCreateDto: {
          type: "object",
          properties: {
            slug: { type: ["null", "string"] },
            name: { type: ["null", "string"] },
            description: { type: ["null", "string"] },
            label: { type: ["null", "string"] },
            price: { type: ["null", "integer"], format: "int64" },
            single_game_server_only: { type: ["null", "boolean"] },
            allow_one_time_purchase: { type: ["null", "boolean"] },
            allow_subscription: { type: ["null", "boolean"] },
            subscription_interval_value: {
              type: ["null", "integer"],
              format: "int32",
              minimum: -2147483648,
              maximum: 2147483647,
            },
            subscription_interval_scale: { $ref: "#/components/schemas/ProductSubscriptionIntervalScale" },
            trial: { $ref: "#/components/schemas/UpsertProductTrialConfigurationDto" },
            upselling: { $ref: "#/components/schemas/UpsertProductUpsellConfigurationDto" },
            remove_after_enabled: { type: ["null", "boolean"] },
            remove_after_time_value: {
              type: ["null", "integer"],
              format: "int32",
              minimum: -2147483648,
              maximum: 2147483647,
            },
            remove_after_time_scale: { $ref: "#/components/schemas/ProductRemoveAfterIntervalScale" },
            store_stock_limit: { $ref: "#/components/schemas/ProductStockLimitDto" },
            customer_stock_limit: { $ref: "#/components/schemas/ProductStockLimitDto" },
            stock_limit_do_not_include_removed: { type: ["null", "boolean"] },
            tags: { type: ["null", "array"], items: { $ref: "#/components/schemas/FlakeId" } },
            gameservers: { type: ["null", "array"], items: { $ref: "#/components/schemas/FlakeId" } },
            commands: { type: ["null", "array"], items: { $ref: "#/components/schemas/ProductCommandDto" } },
            deliverable_actions: { $ref: "#/components/schemas/ProductDeliverableActionsDto" },
            metadata: { type: ["null", "object"], additionalProperties: { type: "string" } },
            payout_splits: {
              type: ["null", "array"],
              items: { $ref: "#/components/schemas/ProductPayoutSplitDto" },
            },
            tax_code: { $ref: "#/components/schemas/ProductTaxCode" },
            allow_concurrent_active_items: { type: ["null", "boolean"] },
            is_hidden: { type: ["null", "boolean"] },
            is_gifting_disabled: { type: ["null", "boolean"] },
            enabled_at: {
              type: ["null", "string"],
              format: "date-time",
              pattern:
                "^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]+)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$",
            },
            enabled_until: {
              type: ["null", "string"],
              format: "date-time",
              pattern:
                "^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]+)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$",
            },
            required_product_ids: {
              type: ["null", "array"],
              items: { $ref: "#/components/schemas/FlakeId" },
            },
            required_product_all: { type: ["null", "boolean"] },
            custom_variable_ids: { type: ["null", "array"], items: { $ref: "#/components/schemas/FlakeId" } },
            is_gift_cards_disabled: { type: ["null", "boolean"] },
            is_coupons_disabled: { type: ["null", "boolean"] },
            is_affiliate_links_disabled: { type: ["null", "boolean"] },
            tier_group_id: { $ref: "#/components/schemas/FlakeId" },
          },
          additionalProperties: false,
        },
        ProductSubscriptionIntervalScale: {
          enum: ["invalid", "day", "week", "month", "year"],
          type: "string",
        },
        UpsertProductTrialConfigurationDto: {
          type: "object",
          properties: {
            enabled: { type: ["null", "boolean"] },
            period_value: {
              type: ["null", "integer"],
              format: "int32",
              minimum: -2147483648,
              maximum: 2147483647,
            },
            period_scale: { $ref: "#/components/schemas/ProductSubscriptionIntervalScale" },
            revoke_immediately_when_canceled: { type: ["null", "boolean"] },
            new_customers_only: { type: ["null", "boolean"] },
            new_customer_order_lookback_value: {
              type: ["null", "integer"],
              format: "int32",
              minimum: -2147483648,
              maximum: 2147483647,
            },
            new_customer_order_lookback_scale: {
              $ref: "#/components/schemas/ProductSubscriptionIntervalScale",
            },
            allow_repeat_trials: { type: ["null", "boolean"] },
            repeat_trial_cooldown_value: {
              type: ["null", "integer"],
              format: "int32",
              minimum: -2147483648,
              maximum: 2147483647,
            },
            repeat_trial_cooldown_scale: { $ref: "#/components/schemas/ProductSubscriptionIntervalScale" },
          },
          additionalProperties: false,
        },
        UpsertProductUpsellConfigurationDto: {
          type: "object",
          properties: {
            enabled: { type: ["null", "boolean"] },
            recommendations: {
              type: ["null", "array"],
              items: { $ref: "#/components/schemas/UpsertProductUpsellRecommendationDto" },
            },
          },
          additionalProperties: false,
        },
        UpsertProductUpsellRecommendationDto: {
          required: [
            "discount_amount",
            "discount_type",
            "prefer_as_subscription",
            "recommended_product_id",
            "type",
          ],
          type: "object",
          properties: {
            recommended_product_id: { $ref: "#/components/schemas/FlakeId" },
            type: { $ref: "#/components/schemas/UpsellTypeDto" },
            discount_type: { $ref: "#/components/schemas/UpsellDiscountTypeDto" },
            discount_amount: { type: "integer", format: "int64" },
            minimum_base_product_quantity: {
              type: ["null", "integer"],
              format: "int32",
              minimum: -2147483648,
              maximum: 2147483647,
            },
            minimum_recommended_product_quantity: {
              type: ["null", "integer"],
              format: "int32",
              minimum: -2147483648,
              maximum: 2147483647,
            },
            quantity_to_add: {
              type: ["null", "integer"],
              format: "int32",
              minimum: -2147483648,
              maximum: 2147483647,
            },
            prefer_as_subscription: { type: "boolean" },
          },
          additionalProperties: false,
        },
        UpsellTypeDto: {
          enum: ["unknown", "additional", "alternative", "increase_quantity"],
          type: "string",
        },
        UpsellDiscountTypeDto: { enum: ["unknown", "none", "fixed", "percentage"], type: "string" },
        ProductRemoveAfterIntervalScale: { enum: ["invalid", "day", "week", "month"], type: "string" },
        ProductStockLimitDto: {
          required: ["enabled", "include_trials", "time_scale"],
          type: "object",
          properties: {
            enabled: { type: "boolean" },
            quantity: {
              type: ["null", "integer"],
              format: "int32",
              minimum: -2147483648,
              maximum: 2147483647,
            },
            time_value: {
              type: ["null", "integer"],
              format: "int32",
              minimum: -2147483648,
              maximum: 2147483647,
            },
            time_scale: { $ref: "#/components/schemas/ProductStockTimeScale" },
            include_trials: { type: "boolean" },
          },
          additionalProperties: false,
        },
        ProductStockTimeScale: { enum: ["invalid", "day", "week", "month", "year"], type: "string" },
        ProductCommandDto: {
          required: ["content", "online_only", "stage"],
          type: "object",
          properties: {
            stage: { $ref: "#/components/schemas/ProductCommandStage" },
            content: { type: "string" },
            online_only: { type: "boolean" },
            override_execute_on_gameserver_ids: {
              type: ["null", "array"],
              items: { $ref: "#/components/schemas/FlakeId" },
            },
          },
          additionalProperties: false,
        },
        ProductCommandStage: {
          enum: [
            "invalid",
            "on_purchase",
            "on_expire",
            "on_refund",
            "on_renew",
            "on_chargeback",
            "on_trial_start",
            "on_trial_expire",
          ],
          type: "string",
        },
        ProductDeliverableActionsDto: {
          required: ["grant_giftcard"],
          type: "object",
          properties: { grant_giftcard: { type: "boolean" } },
          additionalProperties: false,
        },
        ProductPayoutSplitDto: {
          required: ["platform_fee", "user_id"],
          type: "object",
          properties: {
            user_id: { $ref: "#/components/schemas/FlakeId" },
            percentage: { type: ["null", "integer"], format: "int64" },
            platform_fee: { type: "integer", format: "int64" },
          },
          additionalProperties: false,
        },
        ProductTaxCode: {
          enum: [
            "unknown",
            "digital_goods_subscription",
            "digital_goods_permanent",
            "saas",
            "downloaded_software",
            "digital_goods_subscription_gaming",
            "digital_goods_permanent_gaming",
          ],
          type: "string",
        },
        CreateCheckoutSessionLineManagementPayoutSplitDto: {
          required: ["payout_id"],
          type: "object",
          properties: {
            payout_id: { type: "string" },
            percentage: { type: ["null", "integer"], format: "int64" },
            platform_fee: { type: ["null", "integer"], format: "int64" },
          },
          additionalProperties: false,
        },
        CreateCheckoutSessionResponseDto: {
          required: ["id", "token", "url"],
          type: "object",
          properties: {
            id: { $ref: "#/components/schemas/FlakeId" },
            token: { type: "string" },
            url: { type: "string" },
          },
          additionalProperties: false,
        },
        PayNowError: {
          required: ["code", "message", "status"],
          type: "object",
          properties: {
            status: { type: "integer", format: "int32", minimum: -2147483648, maximum: 2147483647 },
            code: { type: "string" },
            message: { type: "string" },
            trace_id: { type: ["null", "string"] },
            errors: { type: ["null", "array"], items: { $ref: "#/components/schemas/ValidationError" } },
          },
          additionalProperties: false,
        },
        ValidationError: {
          required: ["code", "message", "path", "validation"],
          type: "object",
          properties: {
            code: { type: "string" },
            message: { type: "string" },
            path: { type: "string" },
            validation: { type: "string" },
          },
          additionalProperties: false,
        },
      },
    },
    paths: {
      "/v1/stores/{storeId}/checkouts": {
        post: {
          parameters: [
            {
              name: "storeId",
              in: "path",
              required: true,
              schema: {
                type: "string",
                pattern:
                  "^(?!\\.{1,2}$)(?!.*%(?:00|25|2[eEfF]|5[cC]))[^\\/\\\\\\x00-\\x1f\\x7f\\ud800-\\udfff]{1,255}$",
              },
            },
          ],
          requestBody: {
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/CreateCheckoutSessionManagementDto" },
              },
              "text/json": { schema: { $ref: "#/components/schemas/CreateCheckoutSessionManagementDto" } },
              "application/*+json": {
                schema: { $ref: "#/components/schemas/CreateCheckoutSessionManagementDto" },
              },
            },
            required: true,
          },
          responses: {
            "200": {
              content: {
                "application/json": {
                  schema: { $ref: "#/components/schemas/CreateCheckoutSessionResponseDto" },
                },
              },
            },
            default: {
              content: { "application/json": { schema: { $ref: "#/components/schemas/PayNowError" } } },
            },
          },
        },
      },
    },
    servers: [{ url: "https://api.paynow.gg" }],
  },
}
