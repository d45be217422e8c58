// Generated from contract-tests/fixtures by `npm run generate`. Do not edit.

import type { Fixture } from "../../src/contract/fixture.ts"

export const fixtures: ReadonlyArray<Fixture> = [
  {
    operation: "PayNow.createCheckoutSession",
    scenario: "invalid",
    provenance: {
      source: "emulator",
      recorded: "2026-11-26",
      host: "none",
      spec: "e492e3204c44bee5ecebbfc7ba5c8ab5f42a493ee6be970d24ccb9efebccd122",
      recorder: 2,
    },
    ending: {
      outcome: "not-applied",
      reason: {
        _tag: "InvalidRequest",
        issues: [{ path: ["lines", 0, "quantity"], message: "Expected an integer" }],
      },
    },
    departures: [],
    exchange: null,
  },
  {
    operation: "PayNow.createCheckoutSession",
    scenario: "rejected",
    provenance: {
      source: "emulator",
      recorded: "2026-11-26",
      host: "127.0.0.1",
      spec: "e492e3204c44bee5ecebbfc7ba5c8ab5f42a493ee6be970d24ccb9efebccd122",
      recorder: 2,
    },
    ending: {
      outcome: "not-applied",
      reason: {
        _tag: "Rejected",
        status: 400,
        code: "redacted-code",
        message: "redacted-message",
        traceId: "redacted-trace_id",
        issues: [
          { path: ["redacted-errors-0-path"], message: "redacted-errors-0-message" },
          { path: ["redacted-errors-0-path"], message: "redacted-errors-1-message" },
        ],
      },
    },
    departures: [
      { pointer: "/request/body/lines/0/quantity", rule: "type", expected: "integer", got: "number" },
    ],
    exchange: {
      request: { body: "", headers: {}, method: "POST", target: "" },
      response: {
        status: 400,
        headers: { "content-type": "application/json" },
        body: '{"status":400,"code":"redacted-code","message":"redacted-message","trace_id":"redacted-trace_id","errors":[{"code":"redacted-errors-0-code","message":"redacted-errors-0-message","path":"redacted-errors-0-path","validation":"redacted-errors-0-validation"},{"code":"redacted-errors-1-code","message":"redacted-errors-1-message","path":"redacted-errors-0-path","validation":"redacted-errors-1-validation"}]}',
      },
    },
  },
  {
    operation: "PayNow.createCheckoutSession",
    scenario: "success",
    provenance: {
      source: "emulator",
      recorded: "2026-11-26",
      host: "127.0.0.1",
      spec: "e492e3204c44bee5ecebbfc7ba5c8ab5f42a493ee6be970d24ccb9efebccd122",
      recorder: 2,
    },
    ending: {
      success: {
        id: "18446744073709551607",
        token: "redacted-token",
        url: "https://redacted.example/redacted-url",
      },
    },
    departures: [],
    exchange: {
      request: { body: "", headers: {}, method: "POST", target: "" },
      response: {
        status: 200,
        headers: { "content-type": "application/json" },
        body: '{"id":"18446744073709551607","token":"redacted-token","url":"https://redacted.example/redacted-url"}',
      },
    },
  },
  {
    operation: "PayNow.createCheckoutSession",
    scenario: "unauthorized",
    provenance: {
      source: "emulator",
      recorded: "2026-11-26",
      host: "127.0.0.1",
      spec: "e492e3204c44bee5ecebbfc7ba5c8ab5f42a493ee6be970d24ccb9efebccd122",
      recorder: 2,
    },
    ending: {
      outcome: "not-applied",
      reason: { _tag: "Unauthorized", status: 401, message: "redacted-message" },
    },
    departures: [],
    exchange: {
      request: { body: "", headers: {}, method: "POST", target: "" },
      response: {
        status: 401,
        headers: { "content-type": "application/json" },
        body: '{"status":401,"code":"redacted-code","message":"redacted-message","trace_id":"redacted-trace_id","errors":[]}',
      },
    },
  },
  {
    operation: "PaywintDeveloper.createCheckoutToken",
    scenario: "invalid",
    provenance: {
      source: "emulator",
      recorded: "2026-11-26",
      host: "none",
      spec: "2c6126f1c6f88c9954f4c32079f7e8377b831a07b787fd0038f5f6d93a8a311f",
      recorder: 2,
    },
    ending: {
      outcome: "not-applied",
      reason: {
        _tag: "InvalidRequest",
        issues: [{ path: ["amount"], message: "Expected a value greater than 0" }],
      },
    },
    departures: [],
    exchange: null,
  },
  {
    operation: "PaywintDeveloper.createCheckoutToken",
    scenario: "rejected",
    provenance: {
      source: "emulator",
      recorded: "2026-11-26",
      host: "127.0.0.1",
      spec: "2c6126f1c6f88c9954f4c32079f7e8377b831a07b787fd0038f5f6d93a8a311f",
      recorder: 2,
    },
    ending: {
      outcome: "not-applied",
      reason: {
        _tag: "Rejected",
        status: 422,
        message: "The request is not valid",
        issues: [
          { path: ["redacted-detail-0-loc-0", "redacted-detail-0-loc-1"], message: "redacted-detail-0-msg" },
        ],
      },
    },
    departures: [
      {
        pointer: "/request/body/amount",
        rule: "exclusiveMinimum",
        expected: "a number within its exclusiveMinimum",
        got: "number",
      },
    ],
    exchange: {
      request: { body: "", headers: {}, method: "POST", target: "" },
      response: {
        status: 422,
        headers: { "content-type": "application/json" },
        body: '{"detail":[{"loc":["redacted-detail-0-loc-0","redacted-detail-0-loc-1"],"msg":"redacted-detail-0-msg","type":"redacted-detail-0-type"}]}',
      },
    },
  },
  {
    operation: "PaywintDeveloper.createCheckoutToken",
    scenario: "success",
    provenance: {
      source: "emulator",
      recorded: "2026-11-26",
      host: "127.0.0.1",
      spec: "2c6126f1c6f88c9954f4c32079f7e8377b831a07b787fd0038f5f6d93a8a311f",
      recorder: 2,
    },
    ending: {
      success: { checkout_token: "redacted-data-checkout_token", expires_at: "2026-01-01T00:00:00Z" },
    },
    departures: [],
    exchange: {
      request: { body: "", headers: {}, method: "POST", target: "" },
      response: {
        status: 200,
        headers: { "content-type": "application/json" },
        body: '{"success":true,"message":"redacted-message","data":{"checkout_token":"redacted-data-checkout_token","expires_at":"2026-01-01T00:00:00Z"},"queryGeneratedTime":1}',
      },
    },
  },
  {
    operation: "PaywintDeveloper.createCheckoutToken",
    scenario: "unauthorized",
    provenance: {
      source: "emulator",
      recorded: "2026-11-26",
      host: "127.0.0.1",
      spec: "2c6126f1c6f88c9954f4c32079f7e8377b831a07b787fd0038f5f6d93a8a311f",
      recorder: 2,
    },
    ending: {
      outcome: "not-applied",
      reason: { _tag: "Unauthorized", status: 401, message: "The request is not valid" },
    },
    departures: [{ pointer: "/response/status", rule: "status", expected: "status 200 or 422", got: "401" }],
    exchange: {
      request: { body: "", headers: {}, method: "POST", target: "" },
      response: {
        status: 401,
        headers: { "content-type": "application/json" },
        body: '{"redacted-1":"redacted-redacted-1"}',
      },
    },
  },
  {
    operation: "PaywintPlatform.createCheckoutToken",
    scenario: "invalid",
    provenance: {
      source: "emulator",
      recorded: "2026-11-26",
      host: "none",
      spec: "0b38d62be2473ebc0c0f16c302b7b5fd50b303364a5765b6025045e09b9c00ab",
      recorder: 2,
    },
    ending: {
      outcome: "not-applied",
      reason: {
        _tag: "InvalidRequest",
        issues: [{ path: ["amount"], message: "Expected a value greater than 0" }],
      },
    },
    departures: [],
    exchange: null,
  },
  {
    operation: "PaywintPlatform.createCheckoutToken",
    scenario: "rejected",
    provenance: {
      source: "emulator",
      recorded: "2026-11-26",
      host: "127.0.0.1",
      spec: "0b38d62be2473ebc0c0f16c302b7b5fd50b303364a5765b6025045e09b9c00ab",
      recorder: 2,
    },
    ending: {
      outcome: "not-applied",
      reason: {
        _tag: "Rejected",
        status: 422,
        message: "The request is not valid",
        issues: [
          { path: ["redacted-detail-0-loc-0", "redacted-detail-0-loc-1"], message: "redacted-detail-0-msg" },
        ],
      },
    },
    departures: [
      {
        pointer: "/request/body/amount",
        rule: "exclusiveMinimum",
        expected: "a number within its exclusiveMinimum",
        got: "number",
      },
    ],
    exchange: {
      request: { body: "", headers: {}, method: "POST", target: "" },
      response: {
        status: 422,
        headers: { "content-type": "application/json" },
        body: '{"detail":[{"loc":["redacted-detail-0-loc-0","redacted-detail-0-loc-1"],"msg":"redacted-detail-0-msg","type":"redacted-detail-0-type"}]}',
      },
    },
  },
  {
    operation: "PaywintPlatform.createCheckoutToken",
    scenario: "success",
    provenance: {
      source: "emulator",
      recorded: "2026-11-26",
      host: "127.0.0.1",
      spec: "0b38d62be2473ebc0c0f16c302b7b5fd50b303364a5765b6025045e09b9c00ab",
      recorder: 2,
    },
    ending: {
      success: { checkout_token: "redacted-data-checkout_token", expires_at: "2026-01-01T00:00:00Z" },
    },
    departures: [],
    exchange: {
      request: { body: "", headers: {}, method: "POST", target: "" },
      response: {
        status: 200,
        headers: { "content-type": "application/json" },
        body: '{"success":true,"message":"redacted-message","data":{"checkout_token":"redacted-data-checkout_token","expires_at":"2026-01-01T00:00:00Z"},"queryGeneratedTime":1}',
      },
    },
  },
  {
    operation: "PaywintPlatform.createCheckoutToken",
    scenario: "unauthorized",
    provenance: {
      source: "emulator",
      recorded: "2026-11-26",
      host: "127.0.0.1",
      spec: "0b38d62be2473ebc0c0f16c302b7b5fd50b303364a5765b6025045e09b9c00ab",
      recorder: 2,
    },
    ending: {
      outcome: "not-applied",
      reason: { _tag: "Unauthorized", status: 401, message: "The request is not valid" },
    },
    departures: [{ pointer: "/response/status", rule: "status", expected: "status 200 or 422", got: "401" }],
    exchange: {
      request: { body: "", headers: {}, method: "POST", target: "" },
      response: {
        status: 401,
        headers: { "content-type": "application/json" },
        body: '{"redacted-1":"redacted-redacted-1"}',
      },
    },
  },
  {
    operation: "PaywintPlatform.createPaymentLink",
    scenario: "invalid",
    provenance: {
      source: "emulator",
      recorded: "2026-11-26",
      host: "none",
      spec: "38602d5ec800599f75d8dc27caacc70a0bbbf42fe7dbc5b22a3b89cd6deb789e",
      recorder: 2,
    },
    ending: {
      outcome: "not-applied",
      reason: {
        _tag: "InvalidRequest",
        issues: [{ path: ["amount"], message: "Expected a value greater than 0" }],
      },
    },
    departures: [],
    exchange: null,
  },
  {
    operation: "PaywintPlatform.createPaymentLink",
    scenario: "rejected",
    provenance: {
      source: "emulator",
      recorded: "2026-11-26",
      host: "127.0.0.1",
      spec: "38602d5ec800599f75d8dc27caacc70a0bbbf42fe7dbc5b22a3b89cd6deb789e",
      recorder: 2,
    },
    ending: {
      outcome: "not-applied",
      reason: {
        _tag: "Rejected",
        status: 422,
        message: "The request is not valid",
        issues: [
          { path: ["redacted-detail-0-loc-0", "redacted-detail-0-loc-1"], message: "redacted-detail-0-msg" },
        ],
      },
    },
    departures: [
      {
        pointer: "/request/body/amount",
        rule: "exclusiveMinimum",
        expected: "a number within its exclusiveMinimum",
        got: "number",
      },
    ],
    exchange: {
      request: { body: "", headers: {}, method: "POST", target: "" },
      response: {
        status: 422,
        headers: { "content-type": "application/json" },
        body: '{"detail":[{"loc":["redacted-detail-0-loc-0","redacted-detail-0-loc-1"],"msg":"redacted-detail-0-msg","type":"redacted-detail-0-type"}]}',
      },
    },
  },
  {
    operation: "PaywintPlatform.createPaymentLink",
    scenario: "success",
    provenance: {
      source: "emulator",
      recorded: "2026-11-26",
      host: "127.0.0.1",
      spec: "38602d5ec800599f75d8dc27caacc70a0bbbf42fe7dbc5b22a3b89cd6deb789e",
      recorder: 2,
    },
    ending: {
      success: {
        payment_id: "00000000-0000-4000-8000-e24fa324782e",
        payment_link: "https://redacted.example/redacted-data-payment_link",
      },
    },
    departures: [],
    exchange: {
      request: { body: "", headers: {}, method: "POST", target: "" },
      response: {
        status: 200,
        headers: { "content-type": "application/json" },
        body: '{"success":true,"message":"redacted-message","data":{"payment_id":"00000000-0000-4000-8000-e24fa324782e","payment_link":"https://redacted.example/redacted-data-payment_link"},"queryGeneratedTime":1}',
      },
    },
  },
  {
    operation: "PaywintPlatform.createPaymentLink",
    scenario: "unauthorized",
    provenance: {
      source: "emulator",
      recorded: "2026-11-26",
      host: "127.0.0.1",
      spec: "38602d5ec800599f75d8dc27caacc70a0bbbf42fe7dbc5b22a3b89cd6deb789e",
      recorder: 2,
    },
    ending: {
      outcome: "not-applied",
      reason: { _tag: "Unauthorized", status: 401, message: "The request is not valid" },
    },
    departures: [{ pointer: "/response/status", rule: "status", expected: "status 200 or 422", got: "401" }],
    exchange: {
      request: { body: "", headers: {}, method: "POST", target: "" },
      response: {
        status: 401,
        headers: { "content-type": "application/json" },
        body: '{"redacted-1":"redacted-redacted-1"}',
      },
    },
  },
]
