// Generated from paywint-platform-checkout-token.yaml and paywint-platform-payment-link.yaml by `npm run generate`. Do not edit.

export interface paths {
  readonly "/api/checkout/token/platform": {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Generate Checkout Token (Platform)
     * @description Generates a short-lived, tamper-proof checkout token for initializing Paywint Inline Checkout.
     *
     *     This endpoint performs the following actions:
     *     - Authenticates the platform using `X-Platform-ID` and `X-Signature`
     *     - Resolves or creates a per-initiator signing secret
     *     - Issues a signed checkout token embedding initiator and payer context
     *     - Returns the token and its expiry for use by the frontend SDK
     */
    readonly post: operations["create_platform_checkout_token_api_checkout_token_platform_post"]
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly "/api/platform/payment/create-payment-link/{user_id}": {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Create a Payment Link
     * @description Generates a secure payment link to collect wallet-based payments from others.
     *
     *     This endpoint allows platforms to:
     *     - Create a new payment link for a verified user
     *     - Provides a shareable URL that can be sent to others for payment collection
     *     - Returns the generated payment ID and link
     */
    readonly post: operations["create_payment_link_api_platform_payment_create_payment_link__user_id__post"]
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
     * CheckoutTokenCreateRequest
     * @description Token generation request for Inline Checkout.
     *
     *     Notes
     *     Amount and currency are merchant-controlled for Inline Checkout. They are provided by the initiator backend
     *     when requesting the token and stored server-side keyed by the checkout nonce.
     */
    readonly CheckoutTokenCreateRequest: {
      /**
       * User Id
       * Format: uuid
       * @description Payer (end-user) UUID.
       */
      readonly user_id: string
      /**
       * Amount
       * @description Payment amount (canonical).
       */
      readonly amount: number
      /**
       * Currency
       * @description Payment currency code (canonical).
       * @default USD
       */
      readonly currency?: string
    }
    /** CommonResponse[CheckoutTokenResponse] */
    readonly CommonResponse_CheckoutTokenResponse_: {
      /**
       * Success
       * @description Indicates whether the request was processed successfully.
       * @default true
       * @example true
       */
      readonly success?: boolean
      /**
       * Message
       * @description A short, human-readable message describing the result of the request.
       * @default Success
       * @example Operation completed.
       */
      readonly message?: string
      /** @description The main response payload, if applicable */
      readonly data?: components["schemas"]["CheckoutTokenResponse"] | null
      /**
       * Querygeneratedtime
       * @description The Unix timestamp (in seconds) indicating when the response was generated.
       * @default 1782303609.673092
       * @example 1718006400
       */
      readonly queryGeneratedTime?: number | null
    }
    /** HTTPValidationError */
    readonly HTTPValidationError: {
      /** Detail */
      readonly detail?: readonly components["schemas"]["ValidationError"][]
    }
    /**
     * CheckoutTokenResponse
     * @description Checkout token response.
     */
    readonly CheckoutTokenResponse: {
      /**
       * Checkout Token
       * @description Signed Inline Checkout token.
       */
      readonly checkout_token: string
      /**
       * Expires At
       * Format: date-time
       * @description Token expiration timestamp (UTC).
       */
      readonly expires_at: string
    }
    /** ValidationError */
    readonly ValidationError: {
      /** Location */
      readonly loc: readonly (string | number)[]
      /** Message */
      readonly msg: string
      /** Error Type */
      readonly type: string
    }
    /** ExternalApiPaymentLinkCreateRequest */
    readonly ExternalApiPaymentLinkCreateRequest: {
      /**
       * Amount
       * @description Amount to be collected via the payment link.
       * @example 150.75
       */
      readonly amount: number
      /**
       * Description
       * @description Optional note or context about the payment (e.g., product name, service details).
       * @example Payment for June invoice
       */
      readonly description?: string | null
      /**
       * Invoice Number
       * @description Optional invoice reference tied to this payment request.
       * @example INV-2025-0012
       */
      readonly invoice_number?: string | null
    }
    /** CommonResponse[ExternalApiPaymentLinkRead] */
    readonly CommonResponse_ExternalApiPaymentLinkRead_: {
      /**
       * Success
       * @description Indicates whether the request was processed successfully.
       * @default true
       * @example true
       */
      readonly success?: boolean
      /**
       * Message
       * @description A short, human-readable message describing the result of the request.
       * @default Success
       * @example Operation completed.
       */
      readonly message?: string
      /** @description The main response payload, if applicable */
      readonly data?: components["schemas"]["ExternalApiPaymentLinkRead"] | null
      /**
       * Querygeneratedtime
       * @description The Unix timestamp (in seconds) indicating when the response was generated.
       * @default 1782303609.673092
       * @example 1718006400
       */
      readonly queryGeneratedTime?: number | null
    }
    /** ExternalApiPaymentLinkRead */
    readonly ExternalApiPaymentLinkRead: {
      /**
       * Payment Id
       * Format: uuid
       * @description Unique ID of the created payment request
       */
      readonly payment_id?: string
      /**
       * Payment Link
       * @description Full URL for the payment page
       */
      readonly payment_link?: string
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
  readonly create_platform_checkout_token_api_checkout_token_platform_post: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /** @description Unique platform identifier (UUID). You receive this during onboarding. Must be sent with every API request. */
        readonly "X-Platform-ID": string
        /** @description HMAC-SHA256 request signature for authentication. Use your platform secret key to compute it as: `METHOD + PATH + QUERY + BODY_HASH`. */
        readonly "X-Signature": string
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["CheckoutTokenCreateRequest"]
      }
    }
    readonly responses: {
      /** @description Successful Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly "application/json": components["schemas"]["CommonResponse_CheckoutTokenResponse_"]
        }
      }
      /** @description Validation Error */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly "application/json": components["schemas"]["HTTPValidationError"]
        }
      }
    }
  }
  readonly create_payment_link_api_platform_payment_create_payment_link__user_id__post: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /** @description Unique platform identifier (UUID). You receive this during onboarding. Must be sent with every API request. */
        readonly "X-Platform-ID": string
        /** @description HMAC-SHA256 request signature for authentication. Use your platform secret key to compute it as: `METHOD + PATH + QUERY + BODY_HASH`. */
        readonly "X-Signature": string
      }
      readonly path: {
        /** @description Unique identifier (UUID) of the user whose payment records are being retrieved. */
        readonly user_id: string
      }
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["ExternalApiPaymentLinkCreateRequest"]
      }
    }
    readonly responses: {
      /** @description Successful Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly "application/json": components["schemas"]["CommonResponse_ExternalApiPaymentLinkRead_"]
        }
      }
      /** @description Validation Error */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly "application/json": components["schemas"]["HTTPValidationError"]
        }
      }
    }
  }
}
