// Generated from the routes and schemas in src/ by `npm run generate`. Do not edit.

import type { More } from "../../src/gateway/openapi.ts"

export const more: More = {
  paths: {
    "/v1/contracts": {
      get: {
        tags: ["contracts"],
        operationId: "contracts.history",
        parameters: [
          {
            description: "Sent back and logged, where it is up to 64 letters, digits, `.`, `_` or `-`.",
            in: "header",
            name: "x-request-id",
            required: false,
            schema: { type: "string" },
          },
        ],
        security: [{ caller_key: [] }],
        responses: {
          "200": {
            description: "Success",
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  properties: {
                    runs: {
                      type: "array",
                      items: {
                        type: "object",
                        properties: {
                          started: { type: "string" },
                          finished: { type: "string" },
                          target: { type: "string" },
                          operations: {
                            type: "array",
                            items: {
                              type: "object",
                              properties: {
                                operation: { type: "string" },
                                api: { type: "string" },
                                verdict: {
                                  type: "string",
                                  enum: ["pass", "drift", "credentials", "outage", "throttled", "skipped"],
                                },
                                note: { type: "string" },
                                scenarios: {
                                  type: "array",
                                  items: {
                                    type: "object",
                                    properties: {
                                      scenario: { type: "string" },
                                      verdict: {
                                        type: "string",
                                        enum: [
                                          "pass",
                                          "drift",
                                          "credentials",
                                          "outage",
                                          "throttled",
                                          "skipped",
                                        ],
                                      },
                                      flaky: { type: "boolean" },
                                      drift: {
                                        type: "array",
                                        items: {
                                          type: "object",
                                          properties: {
                                            severity: {
                                              type: "string",
                                              enum: ["info", "warning", "breaking"],
                                            },
                                            pointer: { type: "string" },
                                            expected: { type: "string" },
                                            got: { type: "string" },
                                            meaning: { type: "string" },
                                          },
                                          required: ["severity", "pointer", "expected", "got", "meaning"],
                                          additionalProperties: false,
                                        },
                                      },
                                      note: { type: "string" },
                                    },
                                    required: ["scenario", "verdict", "flaky", "drift"],
                                    additionalProperties: false,
                                  },
                                },
                              },
                              required: ["operation", "api", "verdict", "scenarios"],
                              additionalProperties: false,
                            },
                          },
                          note: { type: "string" },
                        },
                        required: ["started", "finished", "target", "operations"],
                        additionalProperties: false,
                      },
                    },
                    under_way: { anyOf: [{ type: "string" }, { type: "null" }] },
                  },
                  required: ["runs", "under_way"],
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
            },
          },
        },
        summary: "The last contract runs",
      },
    },
    "/v1/contracts/runs": {
      post: {
        tags: ["contracts"],
        operationId: "contracts.run",
        parameters: [
          {
            description: "Sent back and logged, where it is up to 64 letters, digits, `.`, `_` or `-`.",
            in: "header",
            name: "x-request-id",
            required: false,
            schema: { type: "string" },
          },
        ],
        security: [{ caller_key: [] }],
        responses: {
          "202": {
            description: "Success",
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  properties: { started: { type: "boolean", enum: [true] } },
                  required: ["started"],
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
            },
          },
        },
        summary: "Starts a contract run against the sandboxes; one at a time",
      },
    },
  },
  schemas: {},
  tags: [{ name: "contracts" }],
}
