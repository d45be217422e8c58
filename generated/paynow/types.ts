// Generated from paynow-management-checkout.json by `npm run generate`. Do not edit.

export interface paths {
  readonly "/v1/stores/{storeId}/checkouts": {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Create a checkout session
     * @description Creates a checkout session from a secure server using an API Key.
     *     If you have a Customer token, see the Storefront API Create Checkout endpoint.
     */
    readonly post: operations["StoreCheckouts_CreateCheckoutSession"]
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
}
export type webhooks = Record<string, never>
export interface components {
  schemas: {
    /**
     * @description Request to create a new checkout session from your back-end server using the management API.
     *     `customer_id` needs to be specified explicitly here instead of using a Customer token.
     */
    readonly CreateCheckoutSessionManagementDto: {
      /** @description The line items to include in the checkout */
      readonly lines: readonly components["schemas"]["CreateCheckoutSessionLineManagementDto"][]
      /**
       * @deprecated
       * @description Whether this checkout creates a subscription.
       *     DEPRECATED: Use 'subscription' field in 'lines' array objects instead.
       */
      readonly subscription?: null | boolean
      readonly coupon_id?: components["schemas"]["FlakeId"]
      /** @description Optional affiliate code to track referrals */
      readonly affiliate_code?: null | string
      /** @description Optional URL to redirect to after successful checkout */
      readonly return_url?: null | string
      /** @description Optional URL to redirect to if checkout is canceled */
      readonly cancel_url?: null | string
      /** @description Whether to automatically redirect the customer (return_url must be set) */
      readonly auto_redirect?: null | boolean
      readonly customer_id: components["schemas"]["FlakeId"]
      /**
       * @description Optional metadata to associate with the checkout session.
       *     Do not store any sensitive information here.
       */
      readonly metadata?: null | {
        readonly [key: string]: string
      }
    }
    /**
     * @description Represents a line item in a checkout session request.
     *     Opposed to CreateCheckoutSessionLineDto, this is used while creating a checkout session using the Management API,
     *     and allows for creating inline products and payout splits (subject to special approval)
     */
    readonly CreateCheckoutSessionLineManagementDto: {
      /** @description Determines whether this line should create a subscription */
      readonly subscription?: null | boolean
      /** @description Indicates whether the product should be trialed */
      readonly trial?: null | boolean
      readonly gift_to?: components["schemas"]["CustomerPlatformAccountDto"]
      readonly gift_to_customer_id?: components["schemas"]["FlakeId"]
      /**
       * Format: int32
       * @description The quantity of this product to purchase
       */
      readonly quantity: number
      readonly selected_gameserver_id?: components["schemas"]["FlakeId"]
      /**
       * @description Key-value pair mapping custom variable identifiers to their selected values.
       *     Required only when the product includes custom variables.
       */
      readonly custom_variables?: null | {
        readonly [key: string]: string
      }
      readonly product_id?: components["schemas"]["FlakeId"]
      readonly inline_product?: components["schemas"]["InlineProductCreateDto"]
      /** @description Optional payout splits for line items (requires approval) */
      readonly payout_splits?:
        null | readonly components["schemas"]["CreateCheckoutSessionLineManagementPayoutSplitDto"][]
      /**
       * @description Optional metadata to associate with the checkout session line.
       *     Do not store any sensitive information here.
       */
      readonly metadata?: null | {
        readonly [key: string]: string
      }
    }
    /** @description Represents a customer platform association, used for gifting */
    readonly CustomerPlatformAccountDto: {
      readonly platform: components["schemas"]["CustomerProfilePlatform"]
      /** @description The account ID on the platform */
      readonly id: string
    }
    /** @enum {string} */
    readonly CustomerProfilePlatform:
      | "invalid"
      | "steam"
      | "minecraft"
      | "paynow_name"
      | "paynow"
      | "minecraft_java_name"
      | "minecraft_bedrock_name"
      | "xbox_xuid"
      | "minecraft_uuid"
    /** Format: flake-id */
    readonly FlakeId: string
    /**
     * @description Optional inline product definition for dynamic products.
     *     Requires special approval, use `product_id` instead.
     */
    readonly InlineProductCreateDto: {
      /** @description The unique URL-safe identifier (slug) for the product. */
      readonly slug?: null | string
      /** @description The display name of the product. */
      readonly name?: null | string
      /** @description The detailed description of the product. */
      readonly description?: null | string
      /** @description The display label for the product. */
      readonly label?: null | string
      /**
       * Format: int64
       * @description The price of the product in the lowest denominator (e.g. cents).
       */
      readonly price?: null | number
      /** @description Indicates whether the customer is prompted to select a game server before purchasing. */
      readonly single_game_server_only?: null | boolean
      /** @description Indicates whether one-time purchases are allowed. */
      readonly allow_one_time_purchase?: null | boolean
      /** @description Indicates whether subscription purchases are allowed. */
      readonly allow_subscription?: null | boolean
      /**
       * Format: int32
       * @description The subscription interval value.
       */
      readonly subscription_interval_value?: null | number
      readonly subscription_interval_scale?: components["schemas"]["ProductSubscriptionIntervalScale"]
      readonly trial?: components["schemas"]["UpsertProductTrialConfigurationDto"]
      readonly upselling?: components["schemas"]["UpsertProductUpsellConfigurationDto"]
      /** @description Indicates whether automatic removal is enabled. */
      readonly remove_after_enabled?: null | boolean
      /**
       * Format: int32
       * @description The time value for automatic removal.
       */
      readonly remove_after_time_value?: null | number
      readonly remove_after_time_scale?: components["schemas"]["ProductRemoveAfterIntervalScale"]
      readonly store_stock_limit?: components["schemas"]["ProductStockLimitDto"]
      readonly customer_stock_limit?: components["schemas"]["ProductStockLimitDto"]
      /** @description Indicates whether removed items should be excluded from stock limits. */
      readonly stock_limit_do_not_include_removed?: null | boolean
      /** @description The tag IDs associated with the product. */
      readonly tags?: null | readonly components["schemas"]["FlakeId"][]
      /** @description The gameserver IDs associated with the product. */
      readonly gameservers?: null | readonly components["schemas"]["FlakeId"][]
      /** @description The commands to be executed at different stages. */
      readonly commands?: null | readonly components["schemas"]["ProductCommandDto"][]
      readonly deliverable_actions?: components["schemas"]["ProductDeliverableActionsDto"]
      /** @description Additional metadata for the product. */
      readonly metadata?: null | {
        readonly [key: string]: string
      }
      /**
       * @description The payout splits for revenue distribution.
       *     Requires special approval.
       */
      readonly payout_splits?: null | readonly components["schemas"]["ProductPayoutSplitDto"][]
      readonly tax_code?: components["schemas"]["ProductTaxCode"]
      /** @description Indicates whether concurrent active items are allowed. */
      readonly allow_concurrent_active_items?: null | boolean
      /** @description Indicates whether the product is hidden. */
      readonly is_hidden?: null | boolean
      /** @description Indicates whether gifting is disabled. */
      readonly is_gifting_disabled?: null | boolean
      /**
       * Format: date-time
       * @description The date and time when the product becomes enabled.
       *     Set to `null` to keep enabled.
       */
      readonly enabled_at?: null | string
      /**
       * Format: date-time
       * @description The date and time until which the product remains enabled.
       *     Set to `null` to keep enabled.
       */
      readonly enabled_until?: null | string
      /** @description The IDs of products required for purchasing this product. */
      readonly required_product_ids?: null | readonly components["schemas"]["FlakeId"][]
      /** @description Indicates whether all required products are needed. */
      readonly required_product_all?: null | boolean
      /** @description The IDs of associated custom variables. */
      readonly custom_variable_ids?: null | readonly components["schemas"]["FlakeId"][]
      /** @description Indicates if applying gift cards should be disabled on the product. */
      readonly is_gift_cards_disabled?: null | boolean
      /** @description Indicates if applying coupons should be disabled on the product. */
      readonly is_coupons_disabled?: null | boolean
      /** @description Indicates if applying affiliate links should be disabled on the product. */
      readonly is_affiliate_links_disabled?: null | boolean
      readonly tier_group_id?: components["schemas"]["FlakeId"]
    }
    /** @enum {string} */
    readonly ProductSubscriptionIntervalScale: "invalid" | "day" | "week" | "month" | "year"
    /** @description Represents the configuration for trials of a product */
    readonly UpsertProductTrialConfigurationDto: {
      /** @description Indicates if trials should be enabled for the product. */
      readonly enabled?: null | boolean
      /**
       * Format: int32
       * @description The trial period value.
       */
      readonly period_value?: null | number
      readonly period_scale?: components["schemas"]["ProductSubscriptionIntervalScale"]
      /** @description Indicates if the trial should be revoked immediately when canceled or at the end of the trial. */
      readonly revoke_immediately_when_canceled?: null | boolean
      /**
       * @description Restricts trials to customers who have no orders within the lookback period.
       *     When enabled, customers with recent orders will be ineligible for trials.
       */
      readonly new_customers_only?: null | boolean
      /**
       * Format: int32
       * @description The lookback period value for determining if a customer is "new".
       *     Only used when new_customers_only is enabled.
       */
      readonly new_customer_order_lookback_value?: null | number
      readonly new_customer_order_lookback_scale?: components["schemas"]["ProductSubscriptionIntervalScale"]
      /**
       * @description Allows customers to trial again after a cooldown period following their previous trial.
       *     When disabled, customers can only trial once and never become eligible again.
       */
      readonly allow_repeat_trials?: null | boolean
      /**
       * Format: int32
       * @description The cooldown period value before a customer becomes eligible for another trial.
       *     Only used when allow_repeat_trials is enabled.
       */
      readonly repeat_trial_cooldown_value?: null | number
      readonly repeat_trial_cooldown_scale?: components["schemas"]["ProductSubscriptionIntervalScale"]
    }
    readonly UpsertProductUpsellConfigurationDto: {
      readonly enabled?: null | boolean
      readonly recommendations?:
        null | readonly components["schemas"]["UpsertProductUpsellRecommendationDto"][]
    }
    readonly UpsertProductUpsellRecommendationDto: {
      readonly recommended_product_id: components["schemas"]["FlakeId"]
      readonly type: components["schemas"]["UpsellTypeDto"]
      readonly discount_type: components["schemas"]["UpsellDiscountTypeDto"]
      /** Format: int64 */
      readonly discount_amount: number
      /** Format: int32 */
      readonly minimum_base_product_quantity?: null | number
      /** Format: int32 */
      readonly minimum_recommended_product_quantity?: null | number
      /** Format: int32 */
      readonly quantity_to_add?: null | number
      readonly prefer_as_subscription: boolean
    }
    /** @enum {string} */
    readonly UpsellTypeDto: "unknown" | "additional" | "alternative" | "increase_quantity"
    /** @enum {string} */
    readonly UpsellDiscountTypeDto: "unknown" | "none" | "fixed" | "percentage"
    /** @enum {string} */
    readonly ProductRemoveAfterIntervalScale: "invalid" | "day" | "week" | "month"
    readonly ProductStockLimitDto: {
      /** @description Indicates whether stock limit is enabled. */
      readonly enabled: boolean
      /**
       * Format: int32
       * @description The quantity limit.
       */
      readonly quantity?: null | number
      /**
       * Format: int32
       * @description The time value for stock limit period.
       */
      readonly time_value?: null | number
      readonly time_scale: components["schemas"]["ProductStockTimeScale"]
      /** @description Indicates if trials should be included in the active stock limit calculation. */
      readonly include_trials: boolean
    }
    /** @enum {string} */
    readonly ProductStockTimeScale: "invalid" | "day" | "week" | "month" | "year"
    readonly ProductCommandDto: {
      readonly stage: components["schemas"]["ProductCommandStage"]
      /** @description Content of the command. */
      readonly content: string
      /** @description Value indicating whether the command should only execute when the player is online. */
      readonly online_only: boolean
      /**
       * @description Value indicating on which game servers should the command be executed.
       *     If left empty or null, then the default behavior applies
       *     (executing on all game servers or on the selected game server is selection is enabled)
       */
      readonly override_execute_on_gameserver_ids?: null | readonly components["schemas"]["FlakeId"][]
    }
    /**
     * @description Defines the stages at which product commands can be executed.
     * @enum {string}
     */
    readonly ProductCommandStage:
      | "invalid"
      | "on_purchase"
      | "on_expire"
      | "on_refund"
      | "on_renew"
      | "on_chargeback"
      | "on_trial_start"
      | "on_trial_expire"
    readonly ProductDeliverableActionsDto: {
      /** @description Value indicating whether to grant a giftcard with the product with the subtotal amount. */
      readonly grant_giftcard: boolean
    }
    readonly ProductPayoutSplitDto: {
      readonly user_id: components["schemas"]["FlakeId"]
      /**
       * Format: int64
       * @description The percentage of the payment allocated to the user, in basis points (500 = 5%).
       *     The last payout split must have this field set to `null` to receive the remaining portion.
       */
      readonly percentage?: null | number
      /**
       * Format: int64
       * @description The platform fee percentage your platform receives, in basis points (500 = 5%).
       */
      readonly platform_fee: number
    }
    /**
     * @description Determines the category of the product for taxation purposes.
     *     Contact support for help with setting the correct tax code.
     * @enum {string}
     */
    readonly ProductTaxCode:
      | "unknown"
      | "digital_goods_subscription"
      | "digital_goods_permanent"
      | "saas"
      | "downloaded_software"
      | "digital_goods_subscription_gaming"
      | "digital_goods_permanent_gaming"
    readonly CreateCheckoutSessionLineManagementPayoutSplitDto: {
      /** @description The ID of the user's payout balance. */
      readonly payout_id: string
      /**
       * Format: int64
       * @description The percentage of the line amount this user receives (in basis points, e.g., 5000 = 50%)
       *     NOTE: The last payout split needs to have a null percentage set (so the remaining amount gets properly allocated)
       */
      readonly percentage?: null | number
      /**
       * Format: int64
       * @description The platform fee percentage applied to this split (in basis points)
       *     Only applicable to platforms.
       */
      readonly platform_fee?: null | number
    }
    /** @description Response after creating a checkout session */
    readonly CreateCheckoutSessionResponseDto: {
      readonly id: components["schemas"]["FlakeId"]
      /** @description The token for the checkout session */
      readonly token: string
      /** @description The URL to redirect the customer to complete checkout */
      readonly url: string
    }
    /** @description Represents a PayNow error */
    readonly PayNowError: {
      /**
       * Format: int32
       * @description The HTTP status code.
       */
      readonly status: number
      /** @description The PayNow parseable error code. */
      readonly code: string
      /** @description The human-readable error message. */
      readonly message: string
      /** @description A distributed trace ID used for debugging. */
      readonly trace_id?: null | string
      /** @description An array of multiple errors. Only used by some API services. */
      readonly errors?: null | readonly components["schemas"]["ValidationError"][]
    }
    /** @description A validation error. */
    readonly ValidationError: {
      /** @description The parseable error code. */
      readonly code: string
      /** @description The human-readable error message. */
      readonly message: string
      /** @description The path leading to the validation error. */
      readonly path: string
      /** @description Type of the validation that failed. */
      readonly validation: string
    }
  }
  responses: never
  parameters: never
  requestBodies: never
  headers: never
  pathItems: never
}
export type $defs = Record<string, never>
export interface operations {
  readonly StoreCheckouts_CreateCheckoutSession: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        readonly storeId: string
      }
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["CreateCheckoutSessionManagementDto"]
        readonly "text/json": components["schemas"]["CreateCheckoutSessionManagementDto"]
        readonly "application/*+json": components["schemas"]["CreateCheckoutSessionManagementDto"]
      }
    }
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly "application/json": components["schemas"]["CreateCheckoutSessionResponseDto"]
        }
      }
      /** @description Error response */
      readonly default: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly "application/json": components["schemas"]["PayNowError"]
        }
      }
    }
  }
}
