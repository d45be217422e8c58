// Generated from paywint-developer-checkout-token.yaml by `npm run generate`. Do not edit.

export interface paths {
  readonly "/api/checkout/token/developer": {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Generate Checkout Token (Developer)
     * @description Generates a short-lived, tamper-proof checkout token for initializing Paywint Inline Checkout.
     *
     *     This endpoint performs the following actions:
     *     - Authenticates the developer using `X-Api-Key` and `X-Api-Secret`
     *     - Resolves or creates a per-initiator signing secret
     *     - Issues a signed checkout token embedding initiator and payer context
     *     - Returns the token and its expiry for use by the frontend SDK
     *
     *     The returned token must be supplied on all SDK-facing calls as:
     */
    readonly post: operations["create_developer_checkout_token_api_checkout_token_developer_post"]
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
     * CheckoutDeveloperTokenCreateRequest
     * @description Token generation request for Inline Checkout (developer initiator).
     *
     *     Notes
     *     The developer passes the payer's email OR phone+phone_country_code.
     *     The backend resolves or creates the payer user (platform_id=1) and issues the token.
     */
    readonly CheckoutDeveloperTokenCreateRequest: {
      /**
       * Email
       * @description Payer email address. Provide this OR phone+phone_country_code.
       * @example jane@example.com
       */
      readonly email?: string | null
      /**
       * Phone
       * @description Payer phone number (digits only, no country code). Required if email is not provided.
       * @example 5550001234
       */
      readonly phone?: string | null
      /**
       * Phone Country Code
       * @description Phone country code (e.g. +1). Required if phone is provided.
       * @example +1
       */
      readonly phone_country_code?: string | null
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
       * @default 1778161546.973489
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
  }
  responses: never
  parameters: never
  requestBodies: never
  headers: never
  pathItems: never
}
export type $defs = Record<string, never>
export interface operations {
  readonly create_developer_checkout_token_api_checkout_token_developer_post: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /** @description Your API Key (UUID format). Required to identify and authorize each request */
        readonly "X-Api-Key": string
        /** @description Secret associated with your API Key. Used for authenticating requests. Keep this secure. */
        readonly "X-Api-Secret": string
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["CheckoutDeveloperTokenCreateRequest"]
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
}
