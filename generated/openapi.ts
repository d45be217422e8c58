// Generated from the routes and schemas in src/ by `npm run generate`. Do not edit.

import type { Document } from "../src/gateway/openapi.ts"

export const document: Document = {
  openapi: "3.1.0",
  info: { title: "edge-checkout", version: "1", description: "Opens checkouts with payment providers." },
  servers: [{ url: "." }],
  paths: {
    "/v1/paywint/platform/checkout-tokens": {
      post: {
        tags: ["checkouts"],
        operationId: "checkouts.PaywintPlatform.createCheckoutToken",
        parameters: [
          {
            description:
              "A string in double quotes of up to 255 characters: fresh for every new request, and the same when it is repeated.",
            in: "header",
            name: "Idempotency-Key",
            schema: { type: "string", examples: ['"8e03978e-40d5-43dd-bc93-6894a57f9324"'], minLength: 1 },
            required: false,
          },
          {
            description: "Sent back and logged, where it is up to 64 letters, digits, `.`, `_` or `-`.",
            in: "header",
            name: "x-request-id",
            required: false,
            schema: { type: "string" },
          },
        ],
        security: [{ caller_key: [] }],
        requestBody: {
          content: {
            "application/json": { schema: { $ref: "#/components/schemas/CheckoutTokenCreateRequest" } },
          },
          required: true,
        },
        responses: {
          "201": {
            description: "Success",
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  properties: {
                    checkout_token: { type: "string" },
                    expires_at: {
                      type: "string",
                      format: "date-time",
                      pattern:
                        "^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]+)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$",
                    },
                  },
                  required: ["checkout_token", "expires_at"],
                  additionalProperties: false,
                },
              },
            },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "400": {
            description: "No usable Idempotency-Key. Or: The body is not JSON. Or: The method is overridden.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "401": {
            description: "No known caller key.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "www-authenticate": {
                description: "The scheme by which a caller authenticates.",
                required: true,
                schema: { type: "string", const: "Bearer" },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "404": {
            description: "No such route.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "405": {
            description: "Method not allowed.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              allow: {
                description: "The methods of the path, joined by commas.",
                required: true,
                schema: { type: "string" },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "408": {
            description: "The body took too long.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "409": {
            description:
              "The call broke off. Or: A contract run is under way. Or: A request with this Idempotency-Key is under way.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "413": {
            description: "The body is too large.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "415": {
            description: "The body has to be application/json.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "422": {
            description:
              "The Idempotency-Key was used for another request. Or: The request is not valid. Or: The provider rejected the request.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "429": {
            description: "The caller asks too often.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "431": {
            description: "The headers are too large.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "500": {
            description: "The gateway failed.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "502": {
            description:
              "The provider broke its contract. Or: The provider declined. Or: The provider refused the gateway's credentials. Or: The provider is unavailable. Or: The provider can't be reached.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "503": {
            description:
              "The provider is given a rest. Or: The Idempotency-Key's state can't be read. Or: The API is not configured. Or: The gateway is at its limit. Or: The provider limits the rate of requests.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "504": {
            description: "The provider took too long.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
        },
        summary: "Paywint, platform: create a checkout token",
      },
    },
    "/v1/paywint/platform/users/{user_id}/payment-links": {
      post: {
        tags: ["checkouts"],
        operationId: "checkouts.PaywintPlatform.createPaymentLink",
        parameters: [
          {
            name: "user_id",
            in: "path",
            schema: {
              type: "string",
              format: "uuid",
              pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",
            },
            required: true,
          },
          {
            description:
              "A string in double quotes of up to 255 characters: fresh for every new request, and the same when it is repeated.",
            in: "header",
            name: "Idempotency-Key",
            schema: { type: "string", examples: ['"8e03978e-40d5-43dd-bc93-6894a57f9324"'], minLength: 1 },
            required: true,
          },
          {
            description: "Sent back and logged, where it is up to 64 letters, digits, `.`, `_` or `-`.",
            in: "header",
            name: "x-request-id",
            required: false,
            schema: { type: "string" },
          },
        ],
        security: [{ caller_key: [] }],
        requestBody: {
          content: {
            "application/json": {
              schema: { $ref: "#/components/schemas/ExternalApiPaymentLinkCreateRequest" },
              examples: {
                example: {
                  value: {
                    amount: 150.75,
                    description: "Payment for June invoice",
                    invoice_number: "INV-2025-0012",
                  },
                },
              },
            },
          },
          required: true,
        },
        responses: {
          "201": {
            description: "Success",
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  properties: {
                    payment_id: {
                      type: "string",
                      format: "uuid",
                      pattern:
                        "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",
                    },
                    payment_link: { type: "string" },
                  },
                  required: ["payment_id", "payment_link"],
                  additionalProperties: false,
                },
              },
            },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "400": {
            description: "No usable Idempotency-Key. Or: The body is not JSON. Or: The method is overridden.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "401": {
            description: "No known caller key.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "www-authenticate": {
                description: "The scheme by which a caller authenticates.",
                required: true,
                schema: { type: "string", const: "Bearer" },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "404": {
            description: "No such route.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "405": {
            description: "Method not allowed.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              allow: {
                description: "The methods of the path, joined by commas.",
                required: true,
                schema: { type: "string" },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "408": {
            description: "The body took too long.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "409": {
            description:
              "The call broke off. Or: A contract run is under way. Or: A request with this Idempotency-Key is under way.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "413": {
            description: "The body is too large.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "415": {
            description: "The body has to be application/json.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "422": {
            description:
              "The Idempotency-Key was used for another request. Or: The request is not valid. Or: The provider rejected the request.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "429": {
            description: "The caller asks too often.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "431": {
            description: "The headers are too large.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "500": {
            description: "The gateway failed.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "502": {
            description:
              "The provider broke its contract. Or: The provider declined. Or: The provider refused the gateway's credentials. Or: The provider is unavailable. Or: The provider can't be reached.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "503": {
            description:
              "The provider is given a rest. Or: The Idempotency-Key's state can't be read. Or: The API is not configured. Or: The gateway is at its limit. Or: The provider limits the rate of requests.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "504": {
            description: "The provider took too long.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
        },
        summary: "Paywint, platform: create a payment link",
      },
    },
    "/v1/paywint/developer/checkout-tokens": {
      post: {
        tags: ["checkouts"],
        operationId: "checkouts.PaywintDeveloper.createCheckoutToken",
        parameters: [
          {
            description:
              "A string in double quotes of up to 255 characters: fresh for every new request, and the same when it is repeated.",
            in: "header",
            name: "Idempotency-Key",
            schema: { type: "string", examples: ['"8e03978e-40d5-43dd-bc93-6894a57f9324"'], minLength: 1 },
            required: false,
          },
          {
            description: "Sent back and logged, where it is up to 64 letters, digits, `.`, `_` or `-`.",
            in: "header",
            name: "x-request-id",
            required: false,
            schema: { type: "string" },
          },
        ],
        security: [{ caller_key: [] }],
        requestBody: {
          content: {
            "application/json": {
              schema: {
                type: "object",
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
                    examples: ["jane@example.com"],
                  },
                  phone: {
                    anyOf: [{ type: "string", minLength: 5, maxLength: 20 }, { type: "null" }],
                    examples: ["5550001234"],
                  },
                  phone_country_code: {
                    anyOf: [{ type: "string", minLength: 1, maxLength: 10 }, { type: "null" }],
                    examples: ["+1"],
                  },
                  amount: { type: "number", maximum: 100000, exclusiveMinimum: 0 },
                  currency: { type: "string", minLength: 3, maxLength: 10 },
                },
                required: ["amount"],
                additionalProperties: false,
              },
            },
          },
          required: true,
        },
        responses: {
          "201": {
            description: "Success",
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  properties: {
                    checkout_token: { type: "string" },
                    expires_at: {
                      type: "string",
                      format: "date-time",
                      pattern:
                        "^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]+)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$",
                    },
                  },
                  required: ["checkout_token", "expires_at"],
                  additionalProperties: false,
                },
              },
            },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "400": {
            description: "No usable Idempotency-Key. Or: The body is not JSON. Or: The method is overridden.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "401": {
            description: "No known caller key.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "www-authenticate": {
                description: "The scheme by which a caller authenticates.",
                required: true,
                schema: { type: "string", const: "Bearer" },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "404": {
            description: "No such route.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "405": {
            description: "Method not allowed.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              allow: {
                description: "The methods of the path, joined by commas.",
                required: true,
                schema: { type: "string" },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "408": {
            description: "The body took too long.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "409": {
            description:
              "The call broke off. Or: A contract run is under way. Or: A request with this Idempotency-Key is under way.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "413": {
            description: "The body is too large.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "415": {
            description: "The body has to be application/json.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "422": {
            description:
              "The Idempotency-Key was used for another request. Or: The request is not valid. Or: The provider rejected the request.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "429": {
            description: "The caller asks too often.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "431": {
            description: "The headers are too large.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "500": {
            description: "The gateway failed.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "502": {
            description:
              "The provider broke its contract. Or: The provider declined. Or: The provider refused the gateway's credentials. Or: The provider is unavailable. Or: The provider can't be reached.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "503": {
            description:
              "The provider is given a rest. Or: The Idempotency-Key's state can't be read. Or: The API is not configured. Or: The gateway is at its limit. Or: The provider limits the rate of requests.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "504": {
            description: "The provider took too long.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
        },
        summary: "Paywint, developer: create a checkout token",
      },
    },
    "/v1/paynow/stores/{store_id}/checkouts": {
      post: {
        tags: ["checkouts"],
        operationId: "checkouts.PayNow.createCheckoutSession",
        parameters: [
          {
            name: "store_id",
            in: "path",
            schema: {
              type: "string",
              pattern:
                "^(?!\\.{1,2}$)(?!.*%(?:00|25|2[eEfF]|5[cC]))[^\\/\\\\\\x00-\\x1f\\x7f\\ud800-\\udfff]{1,255}$",
            },
            required: true,
          },
          {
            description:
              "A string in double quotes of up to 255 characters: fresh for every new request, and the same when it is repeated.",
            in: "header",
            name: "Idempotency-Key",
            schema: { type: "string", examples: ['"8e03978e-40d5-43dd-bc93-6894a57f9324"'], minLength: 1 },
            required: true,
          },
          {
            description: "Sent back and logged, where it is up to 64 letters, digits, `.`, `_` or `-`.",
            in: "header",
            name: "x-request-id",
            required: false,
            schema: { type: "string" },
          },
        ],
        security: [{ caller_key: [] }],
        requestBody: {
          content: {
            "application/json": {
              schema: {
                type: "object",
                properties: {
                  lines: {
                    type: "array",
                    items: { $ref: "#/components/schemas/CreateCheckoutSessionLineManagementDto" },
                  },
                  subscription: { anyOf: [{ type: "null" }, { type: "boolean" }] },
                  coupon_id: {
                    type: "string",
                    format: "flake-id",
                    pattern:
                      "^(?:0|[1-9][0-9]{0,18}|1[0-7][0-9]{18}|18[0-3][0-9]{17}|184[0-3][0-9]{16}|1844[0-5][0-9]{15}|18446[0-6][0-9]{14}|184467[0-3][0-9]{13}|1844674[0-3][0-9]{12}|184467440[0-6][0-9]{10}|1844674407[0-2][0-9]{9}|18446744073[0-6][0-9]{8}|1844674407370[0-8][0-9]{6}|18446744073709[0-4][0-9]{5}|184467440737095[0-4][0-9]{4}|18446744073709550[0-9]{3}|18446744073709551[0-5][0-9]{2}|1844674407370955160[0-9]|1844674407370955161[0-5])$",
                  },
                  affiliate_code: { anyOf: [{ type: "null" }, { type: "string" }] },
                  return_url: { anyOf: [{ type: "string" }, { type: "null" }] },
                  cancel_url: { anyOf: [{ type: "string" }, { type: "null" }] },
                  auto_redirect: { anyOf: [{ type: "null" }, { type: "boolean" }] },
                  customer_id: {
                    type: "string",
                    format: "flake-id",
                    pattern:
                      "^(?:0|[1-9][0-9]{0,18}|1[0-7][0-9]{18}|18[0-3][0-9]{17}|184[0-3][0-9]{16}|1844[0-5][0-9]{15}|18446[0-6][0-9]{14}|184467[0-3][0-9]{13}|1844674[0-3][0-9]{12}|184467440[0-6][0-9]{10}|1844674407[0-2][0-9]{9}|18446744073[0-6][0-9]{8}|1844674407370[0-8][0-9]{6}|18446744073709[0-4][0-9]{5}|184467440737095[0-4][0-9]{4}|18446744073709550[0-9]{3}|18446744073709551[0-5][0-9]{2}|1844674407370955160[0-9]|1844674407370955161[0-5])$",
                  },
                  metadata: {
                    anyOf: [{ type: "null" }, { type: "object", additionalProperties: { type: "string" } }],
                  },
                },
                required: ["lines", "customer_id"],
                additionalProperties: false,
              },
            },
          },
          required: true,
        },
        responses: {
          "201": {
            description: "Success",
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  properties: {
                    id: {
                      type: "string",
                      format: "flake-id",
                      pattern:
                        "^(?:0|[1-9][0-9]{0,18}|1[0-7][0-9]{18}|18[0-3][0-9]{17}|184[0-3][0-9]{16}|1844[0-5][0-9]{15}|18446[0-6][0-9]{14}|184467[0-3][0-9]{13}|1844674[0-3][0-9]{12}|184467440[0-6][0-9]{10}|1844674407[0-2][0-9]{9}|18446744073[0-6][0-9]{8}|1844674407370[0-8][0-9]{6}|18446744073709[0-4][0-9]{5}|184467440737095[0-4][0-9]{4}|18446744073709550[0-9]{3}|18446744073709551[0-5][0-9]{2}|1844674407370955160[0-9]|1844674407370955161[0-5])$",
                    },
                    token: { type: "string" },
                    url: { type: "string" },
                  },
                  required: ["id", "token", "url"],
                  additionalProperties: false,
                },
              },
            },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "400": {
            description: "No usable Idempotency-Key. Or: The body is not JSON. Or: The method is overridden.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "401": {
            description: "No known caller key.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "www-authenticate": {
                description: "The scheme by which a caller authenticates.",
                required: true,
                schema: { type: "string", const: "Bearer" },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "404": {
            description: "No such route.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "405": {
            description: "Method not allowed.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              allow: {
                description: "The methods of the path, joined by commas.",
                required: true,
                schema: { type: "string" },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "408": {
            description: "The body took too long.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "409": {
            description:
              "The call broke off. Or: A contract run is under way. Or: A request with this Idempotency-Key is under way.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "413": {
            description: "The body is too large.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "415": {
            description: "The body has to be application/json.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "422": {
            description:
              "The Idempotency-Key was used for another request. Or: The request is not valid. Or: The provider rejected the request.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "429": {
            description: "The caller asks too often.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "431": {
            description: "The headers are too large.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "500": {
            description: "The gateway failed.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "502": {
            description:
              "The provider broke its contract. Or: The provider declined. Or: The provider refused the gateway's credentials. Or: The provider is unavailable. Or: The provider can't be reached.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "503": {
            description:
              "The provider is given a rest. Or: The Idempotency-Key's state can't be read. Or: The API is not configured. Or: The gateway is at its limit. Or: The provider limits the rate of requests.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
          "504": {
            description: "The provider took too long.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
              "idempotent-replayed": {
                description: "Sent with the kept answer to an earlier request of the same `Idempotency-Key`.",
                required: false,
                schema: { type: "string", const: "true" },
              },
            },
          },
        },
        summary: "PayNow: create a checkout session",
      },
    },
    "/health": {
      get: {
        tags: ["service"],
        operationId: "service.health",
        parameters: [
          {
            description: "Sent back and logged, where it is up to 64 letters, digits, `.`, `_` or `-`.",
            in: "header",
            name: "x-request-id",
            required: false,
            schema: { type: "string" },
          },
        ],
        security: [],
        responses: {
          "200": {
            description: "Success",
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  properties: { status: { type: "string", enum: ["ok"] } },
                  required: ["status"],
                  additionalProperties: false,
                },
              },
            },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
            },
          },
          "400": {
            description: "No usable Idempotency-Key. Or: The body is not JSON. Or: The method is overridden.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
            },
          },
          "431": {
            description: "The headers are too large.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
            },
          },
          "500": {
            description: "The gateway failed.",
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            headers: {
              "x-request-id": {
                description: "Names the request in the gateway's log.",
                required: true,
                schema: { type: "string" },
              },
              "retry-after": {
                description: "Seconds to wait before the next request, where that is known.",
                required: false,
                schema: { type: "integer", minimum: 1 },
              },
            },
          },
        },
        summary: "Whether the gateway answers; asks no provider and needs no key",
      },
    },
  },
  components: {
    schemas: {
      Problem: {
        type: "object",
        properties: {
          type: { type: "string" },
          title: { type: "string" },
          status: {
            type: "number",
            enum: [400, 401, 404, 405, 408, 409, 413, 415, 422, 429, 431, 500, 502, 503, 504],
          },
          detail: { type: "string" },
          operation: { type: "string" },
          reason: { type: "string" },
          outcome: { type: "string", enum: ["not-applied", "unknown"] },
          attempts: { type: "integer", minimum: -9007199254740991, maximum: 9007199254740991 },
          issues: {
            type: "array",
            items: {
              type: "object",
              properties: {
                path: {
                  type: "array",
                  items: {
                    anyOf: [
                      { type: "string" },
                      { type: "integer", minimum: -9007199254740991, maximum: 9007199254740991 },
                    ],
                  },
                },
                message: { type: "string" },
              },
              required: ["path", "message"],
              additionalProperties: false,
            },
          },
          provider_status: { type: "integer", minimum: -9007199254740991, maximum: 9007199254740991 },
          provider_code: { type: "string" },
          trace_id: { type: "string" },
        },
        required: ["type", "title", "status", "detail"],
      },
      CheckoutTokenCreateRequest: {
        type: "object",
        properties: {
          user_id: {
            type: "string",
            format: "uuid",
            pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",
          },
          amount: { type: "number", maximum: 100000, exclusiveMinimum: 0 },
          currency: { type: "string", minLength: 3, maxLength: 10 },
        },
        required: ["user_id", "amount"],
        additionalProperties: false,
      },
      ExternalApiPaymentLinkCreateRequest: {
        type: "object",
        properties: {
          amount: { examples: [150.75], type: "number", exclusiveMinimum: 0 },
          description: {
            anyOf: [{ type: "string", maxLength: 255 }, { type: "null" }],
            examples: ["Payment for June invoice"],
          },
          invoice_number: {
            anyOf: [{ type: "string", maxLength: 20 }, { type: "null" }],
            examples: ["INV-2025-0012"],
          },
        },
        required: ["amount"],
        additionalProperties: false,
      },
      CustomerPlatformAccountDto: {
        type: "object",
        properties: {
          platform: {
            type: "string",
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
          },
          id: { type: "string" },
        },
        required: ["platform", "id"],
        additionalProperties: false,
      },
      UpsertProductTrialConfigurationDto: {
        type: "object",
        properties: {
          enabled: { anyOf: [{ type: "null" }, { type: "boolean" }] },
          period_value: {
            anyOf: [{ type: "null" }, { type: "integer", minimum: -2147483648, maximum: 2147483647 }],
            format: "int32",
          },
          period_scale: { type: "string", enum: ["invalid", "day", "week", "month", "year"] },
          revoke_immediately_when_canceled: { anyOf: [{ type: "null" }, { type: "boolean" }] },
          new_customers_only: { anyOf: [{ type: "null" }, { type: "boolean" }] },
          new_customer_order_lookback_value: {
            anyOf: [{ type: "null" }, { type: "integer", minimum: -2147483648, maximum: 2147483647 }],
            format: "int32",
          },
          new_customer_order_lookback_scale: {
            type: "string",
            enum: ["invalid", "day", "week", "month", "year"],
          },
          allow_repeat_trials: { anyOf: [{ type: "null" }, { type: "boolean" }] },
          repeat_trial_cooldown_value: {
            anyOf: [{ type: "null" }, { type: "integer", minimum: -2147483648, maximum: 2147483647 }],
            format: "int32",
          },
          repeat_trial_cooldown_scale: { type: "string", enum: ["invalid", "day", "week", "month", "year"] },
        },
        additionalProperties: false,
      },
      UpsertProductUpsellRecommendationDto: {
        type: "object",
        properties: {
          recommended_product_id: {
            type: "string",
            format: "flake-id",
            pattern:
              "^(?:0|[1-9][0-9]{0,18}|1[0-7][0-9]{18}|18[0-3][0-9]{17}|184[0-3][0-9]{16}|1844[0-5][0-9]{15}|18446[0-6][0-9]{14}|184467[0-3][0-9]{13}|1844674[0-3][0-9]{12}|184467440[0-6][0-9]{10}|1844674407[0-2][0-9]{9}|18446744073[0-6][0-9]{8}|1844674407370[0-8][0-9]{6}|18446744073709[0-4][0-9]{5}|184467440737095[0-4][0-9]{4}|18446744073709550[0-9]{3}|18446744073709551[0-5][0-9]{2}|1844674407370955160[0-9]|1844674407370955161[0-5])$",
          },
          type: { type: "string", enum: ["unknown", "additional", "alternative", "increase_quantity"] },
          discount_type: { type: "string", enum: ["unknown", "none", "fixed", "percentage"] },
          discount_amount: {
            format: "int64",
            type: "integer",
            minimum: -9007199254740991,
            maximum: 9007199254740991,
          },
          minimum_base_product_quantity: {
            anyOf: [{ type: "null" }, { type: "integer", minimum: -2147483648, maximum: 2147483647 }],
            format: "int32",
          },
          minimum_recommended_product_quantity: {
            anyOf: [{ type: "null" }, { type: "integer", minimum: -2147483648, maximum: 2147483647 }],
            format: "int32",
          },
          quantity_to_add: {
            anyOf: [{ type: "null" }, { type: "integer", minimum: -2147483648, maximum: 2147483647 }],
            format: "int32",
          },
          prefer_as_subscription: { type: "boolean" },
        },
        required: [
          "recommended_product_id",
          "type",
          "discount_type",
          "discount_amount",
          "prefer_as_subscription",
        ],
        additionalProperties: false,
      },
      UpsertProductUpsellConfigurationDto: {
        type: "object",
        properties: {
          enabled: { anyOf: [{ type: "null" }, { type: "boolean" }] },
          recommendations: {
            anyOf: [
              { type: "null" },
              { type: "array", items: { $ref: "#/components/schemas/UpsertProductUpsellRecommendationDto" } },
            ],
          },
        },
        additionalProperties: false,
      },
      ProductStockLimitDto: {
        type: "object",
        properties: {
          enabled: { type: "boolean" },
          quantity: {
            anyOf: [{ type: "null" }, { type: "integer", minimum: -2147483648, maximum: 2147483647 }],
            format: "int32",
          },
          time_value: {
            anyOf: [{ type: "null" }, { type: "integer", minimum: -2147483648, maximum: 2147483647 }],
            format: "int32",
          },
          time_scale: { type: "string", enum: ["invalid", "day", "week", "month", "year"] },
          include_trials: { type: "boolean" },
        },
        required: ["enabled", "time_scale", "include_trials"],
        additionalProperties: false,
      },
      ProductCommandDto: {
        type: "object",
        properties: {
          stage: {
            type: "string",
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
          },
          content: { type: "string" },
          online_only: { type: "boolean" },
          override_execute_on_gameserver_ids: {
            anyOf: [
              { type: "null" },
              {
                type: "array",
                items: {
                  type: "string",
                  format: "flake-id",
                  pattern:
                    "^(?:0|[1-9][0-9]{0,18}|1[0-7][0-9]{18}|18[0-3][0-9]{17}|184[0-3][0-9]{16}|1844[0-5][0-9]{15}|18446[0-6][0-9]{14}|184467[0-3][0-9]{13}|1844674[0-3][0-9]{12}|184467440[0-6][0-9]{10}|1844674407[0-2][0-9]{9}|18446744073[0-6][0-9]{8}|1844674407370[0-8][0-9]{6}|18446744073709[0-4][0-9]{5}|184467440737095[0-4][0-9]{4}|18446744073709550[0-9]{3}|18446744073709551[0-5][0-9]{2}|1844674407370955160[0-9]|1844674407370955161[0-5])$",
                },
              },
            ],
          },
        },
        required: ["stage", "content", "online_only"],
        additionalProperties: false,
      },
      ProductDeliverableActionsDto: {
        type: "object",
        properties: { grant_giftcard: { type: "boolean" } },
        required: ["grant_giftcard"],
        additionalProperties: false,
      },
      ProductPayoutSplitDto: {
        type: "object",
        properties: {
          user_id: {
            type: "string",
            format: "flake-id",
            pattern:
              "^(?:0|[1-9][0-9]{0,18}|1[0-7][0-9]{18}|18[0-3][0-9]{17}|184[0-3][0-9]{16}|1844[0-5][0-9]{15}|18446[0-6][0-9]{14}|184467[0-3][0-9]{13}|1844674[0-3][0-9]{12}|184467440[0-6][0-9]{10}|1844674407[0-2][0-9]{9}|18446744073[0-6][0-9]{8}|1844674407370[0-8][0-9]{6}|18446744073709[0-4][0-9]{5}|184467440737095[0-4][0-9]{4}|18446744073709550[0-9]{3}|18446744073709551[0-5][0-9]{2}|1844674407370955160[0-9]|1844674407370955161[0-5])$",
          },
          percentage: {
            anyOf: [
              { type: "null" },
              { type: "integer", minimum: -9007199254740991, maximum: 9007199254740991 },
            ],
            format: "int64",
          },
          platform_fee: {
            format: "int64",
            type: "integer",
            minimum: -9007199254740991,
            maximum: 9007199254740991,
          },
        },
        required: ["user_id", "platform_fee"],
        additionalProperties: false,
      },
      InlineProductCreateDto: {
        type: "object",
        properties: {
          slug: { anyOf: [{ type: "null" }, { type: "string" }] },
          name: { anyOf: [{ type: "null" }, { type: "string" }] },
          description: { anyOf: [{ type: "null" }, { type: "string" }] },
          label: { anyOf: [{ type: "null" }, { type: "string" }] },
          price: {
            anyOf: [
              { type: "null" },
              { type: "integer", minimum: -9007199254740991, maximum: 9007199254740991 },
            ],
            format: "int64",
          },
          single_game_server_only: { anyOf: [{ type: "null" }, { type: "boolean" }] },
          allow_one_time_purchase: { anyOf: [{ type: "null" }, { type: "boolean" }] },
          allow_subscription: { anyOf: [{ type: "null" }, { type: "boolean" }] },
          subscription_interval_value: {
            anyOf: [{ type: "null" }, { type: "integer", minimum: -2147483648, maximum: 2147483647 }],
            format: "int32",
          },
          subscription_interval_scale: { type: "string", enum: ["invalid", "day", "week", "month", "year"] },
          trial: { $ref: "#/components/schemas/UpsertProductTrialConfigurationDto" },
          upselling: { $ref: "#/components/schemas/UpsertProductUpsellConfigurationDto" },
          remove_after_enabled: { anyOf: [{ type: "null" }, { type: "boolean" }] },
          remove_after_time_value: {
            anyOf: [{ type: "null" }, { type: "integer", minimum: -2147483648, maximum: 2147483647 }],
            format: "int32",
          },
          remove_after_time_scale: { type: "string", enum: ["invalid", "day", "week", "month"] },
          store_stock_limit: { $ref: "#/components/schemas/ProductStockLimitDto" },
          customer_stock_limit: { $ref: "#/components/schemas/ProductStockLimitDto" },
          stock_limit_do_not_include_removed: { anyOf: [{ type: "null" }, { type: "boolean" }] },
          tags: {
            anyOf: [
              { type: "null" },
              {
                type: "array",
                items: {
                  type: "string",
                  format: "flake-id",
                  pattern:
                    "^(?:0|[1-9][0-9]{0,18}|1[0-7][0-9]{18}|18[0-3][0-9]{17}|184[0-3][0-9]{16}|1844[0-5][0-9]{15}|18446[0-6][0-9]{14}|184467[0-3][0-9]{13}|1844674[0-3][0-9]{12}|184467440[0-6][0-9]{10}|1844674407[0-2][0-9]{9}|18446744073[0-6][0-9]{8}|1844674407370[0-8][0-9]{6}|18446744073709[0-4][0-9]{5}|184467440737095[0-4][0-9]{4}|18446744073709550[0-9]{3}|18446744073709551[0-5][0-9]{2}|1844674407370955160[0-9]|1844674407370955161[0-5])$",
                },
              },
            ],
          },
          gameservers: {
            anyOf: [
              { type: "null" },
              {
                type: "array",
                items: {
                  type: "string",
                  format: "flake-id",
                  pattern:
                    "^(?:0|[1-9][0-9]{0,18}|1[0-7][0-9]{18}|18[0-3][0-9]{17}|184[0-3][0-9]{16}|1844[0-5][0-9]{15}|18446[0-6][0-9]{14}|184467[0-3][0-9]{13}|1844674[0-3][0-9]{12}|184467440[0-6][0-9]{10}|1844674407[0-2][0-9]{9}|18446744073[0-6][0-9]{8}|1844674407370[0-8][0-9]{6}|18446744073709[0-4][0-9]{5}|184467440737095[0-4][0-9]{4}|18446744073709550[0-9]{3}|18446744073709551[0-5][0-9]{2}|1844674407370955160[0-9]|1844674407370955161[0-5])$",
                },
              },
            ],
          },
          commands: {
            anyOf: [
              { type: "null" },
              { type: "array", items: { $ref: "#/components/schemas/ProductCommandDto" } },
            ],
          },
          deliverable_actions: { $ref: "#/components/schemas/ProductDeliverableActionsDto" },
          metadata: {
            anyOf: [{ type: "null" }, { type: "object", additionalProperties: { type: "string" } }],
          },
          payout_splits: {
            anyOf: [
              { type: "null" },
              { type: "array", items: { $ref: "#/components/schemas/ProductPayoutSplitDto" } },
            ],
          },
          tax_code: {
            type: "string",
            enum: [
              "unknown",
              "digital_goods_subscription",
              "digital_goods_permanent",
              "saas",
              "downloaded_software",
              "digital_goods_subscription_gaming",
              "digital_goods_permanent_gaming",
            ],
          },
          allow_concurrent_active_items: { anyOf: [{ type: "null" }, { type: "boolean" }] },
          is_hidden: { anyOf: [{ type: "null" }, { type: "boolean" }] },
          is_gifting_disabled: { anyOf: [{ type: "null" }, { type: "boolean" }] },
          enabled_at: {
            anyOf: [
              { type: "null" },
              {
                type: "string",
                pattern:
                  "^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]+)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$",
              },
            ],
            format: "date-time",
          },
          enabled_until: {
            anyOf: [
              { type: "null" },
              {
                type: "string",
                pattern:
                  "^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]+)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$",
              },
            ],
            format: "date-time",
          },
          required_product_ids: {
            anyOf: [
              { type: "null" },
              {
                type: "array",
                items: {
                  type: "string",
                  format: "flake-id",
                  pattern:
                    "^(?:0|[1-9][0-9]{0,18}|1[0-7][0-9]{18}|18[0-3][0-9]{17}|184[0-3][0-9]{16}|1844[0-5][0-9]{15}|18446[0-6][0-9]{14}|184467[0-3][0-9]{13}|1844674[0-3][0-9]{12}|184467440[0-6][0-9]{10}|1844674407[0-2][0-9]{9}|18446744073[0-6][0-9]{8}|1844674407370[0-8][0-9]{6}|18446744073709[0-4][0-9]{5}|184467440737095[0-4][0-9]{4}|18446744073709550[0-9]{3}|18446744073709551[0-5][0-9]{2}|1844674407370955160[0-9]|1844674407370955161[0-5])$",
                },
              },
            ],
          },
          required_product_all: { anyOf: [{ type: "null" }, { type: "boolean" }] },
          custom_variable_ids: {
            anyOf: [
              { type: "null" },
              {
                type: "array",
                items: {
                  type: "string",
                  format: "flake-id",
                  pattern:
                    "^(?:0|[1-9][0-9]{0,18}|1[0-7][0-9]{18}|18[0-3][0-9]{17}|184[0-3][0-9]{16}|1844[0-5][0-9]{15}|18446[0-6][0-9]{14}|184467[0-3][0-9]{13}|1844674[0-3][0-9]{12}|184467440[0-6][0-9]{10}|1844674407[0-2][0-9]{9}|18446744073[0-6][0-9]{8}|1844674407370[0-8][0-9]{6}|18446744073709[0-4][0-9]{5}|184467440737095[0-4][0-9]{4}|18446744073709550[0-9]{3}|18446744073709551[0-5][0-9]{2}|1844674407370955160[0-9]|1844674407370955161[0-5])$",
                },
              },
            ],
          },
          is_gift_cards_disabled: { anyOf: [{ type: "null" }, { type: "boolean" }] },
          is_coupons_disabled: { anyOf: [{ type: "null" }, { type: "boolean" }] },
          is_affiliate_links_disabled: { anyOf: [{ type: "null" }, { type: "boolean" }] },
          tier_group_id: {
            type: "string",
            format: "flake-id",
            pattern:
              "^(?:0|[1-9][0-9]{0,18}|1[0-7][0-9]{18}|18[0-3][0-9]{17}|184[0-3][0-9]{16}|1844[0-5][0-9]{15}|18446[0-6][0-9]{14}|184467[0-3][0-9]{13}|1844674[0-3][0-9]{12}|184467440[0-6][0-9]{10}|1844674407[0-2][0-9]{9}|18446744073[0-6][0-9]{8}|1844674407370[0-8][0-9]{6}|18446744073709[0-4][0-9]{5}|184467440737095[0-4][0-9]{4}|18446744073709550[0-9]{3}|18446744073709551[0-5][0-9]{2}|1844674407370955160[0-9]|1844674407370955161[0-5])$",
          },
        },
        additionalProperties: false,
      },
      CreateCheckoutSessionLineManagementPayoutSplitDto: {
        type: "object",
        properties: {
          payout_id: { type: "string" },
          percentage: {
            anyOf: [
              { type: "null" },
              { type: "integer", minimum: -9007199254740991, maximum: 9007199254740991 },
            ],
            format: "int64",
          },
          platform_fee: {
            anyOf: [
              { type: "null" },
              { type: "integer", minimum: -9007199254740991, maximum: 9007199254740991 },
            ],
            format: "int64",
          },
        },
        required: ["payout_id"],
        additionalProperties: false,
      },
      CreateCheckoutSessionLineManagementDto: {
        type: "object",
        properties: {
          subscription: { anyOf: [{ type: "null" }, { type: "boolean" }] },
          trial: { anyOf: [{ type: "null" }, { type: "boolean" }] },
          gift_to: { $ref: "#/components/schemas/CustomerPlatformAccountDto" },
          gift_to_customer_id: {
            type: "string",
            format: "flake-id",
            pattern:
              "^(?:0|[1-9][0-9]{0,18}|1[0-7][0-9]{18}|18[0-3][0-9]{17}|184[0-3][0-9]{16}|1844[0-5][0-9]{15}|18446[0-6][0-9]{14}|184467[0-3][0-9]{13}|1844674[0-3][0-9]{12}|184467440[0-6][0-9]{10}|1844674407[0-2][0-9]{9}|18446744073[0-6][0-9]{8}|1844674407370[0-8][0-9]{6}|18446744073709[0-4][0-9]{5}|184467440737095[0-4][0-9]{4}|18446744073709550[0-9]{3}|18446744073709551[0-5][0-9]{2}|1844674407370955160[0-9]|1844674407370955161[0-5])$",
          },
          quantity: { format: "int32", type: "integer", minimum: -2147483648, maximum: 2147483647 },
          selected_gameserver_id: {
            type: "string",
            format: "flake-id",
            pattern:
              "^(?:0|[1-9][0-9]{0,18}|1[0-7][0-9]{18}|18[0-3][0-9]{17}|184[0-3][0-9]{16}|1844[0-5][0-9]{15}|18446[0-6][0-9]{14}|184467[0-3][0-9]{13}|1844674[0-3][0-9]{12}|184467440[0-6][0-9]{10}|1844674407[0-2][0-9]{9}|18446744073[0-6][0-9]{8}|1844674407370[0-8][0-9]{6}|18446744073709[0-4][0-9]{5}|184467440737095[0-4][0-9]{4}|18446744073709550[0-9]{3}|18446744073709551[0-5][0-9]{2}|1844674407370955160[0-9]|1844674407370955161[0-5])$",
          },
          custom_variables: {
            anyOf: [{ type: "null" }, { type: "object", additionalProperties: { type: "string" } }],
          },
          product_id: {
            type: "string",
            format: "flake-id",
            pattern:
              "^(?:0|[1-9][0-9]{0,18}|1[0-7][0-9]{18}|18[0-3][0-9]{17}|184[0-3][0-9]{16}|1844[0-5][0-9]{15}|18446[0-6][0-9]{14}|184467[0-3][0-9]{13}|1844674[0-3][0-9]{12}|184467440[0-6][0-9]{10}|1844674407[0-2][0-9]{9}|18446744073[0-6][0-9]{8}|1844674407370[0-8][0-9]{6}|18446744073709[0-4][0-9]{5}|184467440737095[0-4][0-9]{4}|18446744073709550[0-9]{3}|18446744073709551[0-5][0-9]{2}|1844674407370955160[0-9]|1844674407370955161[0-5])$",
          },
          inline_product: { $ref: "#/components/schemas/InlineProductCreateDto" },
          payout_splits: {
            anyOf: [
              { type: "null" },
              {
                type: "array",
                items: { $ref: "#/components/schemas/CreateCheckoutSessionLineManagementPayoutSplitDto" },
              },
            ],
          },
          metadata: {
            anyOf: [{ type: "null" }, { type: "object", additionalProperties: { type: "string" } }],
          },
        },
        required: ["quantity"],
        additionalProperties: false,
      },
    },
    securitySchemes: { caller_key: { type: "http", scheme: "Bearer" } },
  },
  security: [],
  tags: [{ name: "checkouts" }, { name: "service" }],
}
