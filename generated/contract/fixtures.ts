// Generated from contract-tests/fixtures by `npm run generate`. Do not edit.

import type { Fixture } from "../../src/contract/fixture.ts"

export const fixtures: ReadonlyArray<Fixture> = [
  {
    operation: "PayNow.createCheckoutSession",
    scenario: "invalid",
    provenance: {
      source: "emulator",
      recorded: "2026-11-21",
      host: "none",
      spec: "e492e3204c44bee5ecebbfc7ba5c8ab5f42a493ee6be970d24ccb9efebccd122",
      recorder: 1,
    },
    exchange: null,
    ending: {
      outcome: "not-applied",
      reason: {
        _tag: "InvalidRequest",
        issues: [{ path: ["lines", 0, "quantity"], message: "Expected an integer" }],
      },
    },
    departures: [],
  },
  {
    operation: "PayNow.createCheckoutSession",
    scenario: "rejected",
    provenance: {
      source: "emulator",
      recorded: "2026-11-21",
      host: "127.0.0.1",
      spec: "e492e3204c44bee5ecebbfc7ba5c8ab5f42a493ee6be970d24ccb9efebccd122",
      recorder: 1,
    },
    exchange: {
      request: {
        method: "POST",
        target: "/v1/stores/411486491630370816/checkouts",
        headers: { authorization: "APIKey placeholder", "content-type": "application/json" },
        body: '{"auto_redirect":false,"customer_id":"411486491630370817","lines":[{"product_id":"411486491630370818","quantity":1.5}],"metadata":{"reference":"0"},"return_url":"https://shop.example/thanks?order=1&lang=日本語"}',
      },
      response: {
        status: 400,
        headers: { "content-type": "application/json" },
        body: '{"status":400,"code":"redacted-1","message":"redacted-2","trace_id":"redacted-3","errors":[{"code":"redacted-4","message":"redacted-5","path":"redacted-6","validation":"redacted-4"},{"code":"redacted-7","message":"redacted-8","path":"redacted-6","validation":"redacted-7"}]}',
      },
    },
    ending: {
      outcome: "not-applied",
      reason: {
        _tag: "Rejected",
        status: 400,
        code: "redacted-1",
        message: "redacted-2",
        traceId: "redacted-3",
        issues: [
          { path: ["redacted-6"], message: "redacted-5" },
          { path: ["redacted-6"], message: "redacted-8" },
        ],
      },
    },
    departures: [
      { pointer: "/request/body/lines/0/quantity", rule: "type", expected: "integer", got: "number" },
    ],
  },
  {
    operation: "PayNow.createCheckoutSession",
    scenario: "success",
    provenance: {
      source: "emulator",
      recorded: "2026-11-21",
      host: "127.0.0.1",
      spec: "e492e3204c44bee5ecebbfc7ba5c8ab5f42a493ee6be970d24ccb9efebccd122",
      recorder: 1,
    },
    exchange: {
      request: {
        method: "POST",
        target: "/v1/stores/411486491630370816/checkouts",
        headers: { authorization: "APIKey placeholder", "content-type": "application/json" },
        body: '{"lines":[{"quantity":1,"product_id":"411486491630370818"}],"return_url":"https://shop.example/thanks?order=1&lang=日本語","auto_redirect":false,"customer_id":"411486491630370817","metadata":{"reference":"0"}}',
      },
      response: {
        status: 200,
        headers: { "content-type": "application/json" },
        body: '{"id":"100000000000000001","token":"redacted-2","url":"https://redacted.example/3"}',
      },
    },
    ending: { success: { id: "100000000000000001", token: "redacted-2", url: "https://redacted.example/3" } },
    departures: [],
  },
  {
    operation: "PayNow.createCheckoutSession",
    scenario: "unauthorized",
    provenance: {
      source: "emulator",
      recorded: "2026-11-21",
      host: "127.0.0.1",
      spec: "e492e3204c44bee5ecebbfc7ba5c8ab5f42a493ee6be970d24ccb9efebccd122",
      recorder: 1,
    },
    exchange: {
      request: {
        method: "POST",
        target: "/v1/stores/411486491630370816/checkouts",
        headers: { authorization: "APIKey pnapi_v1_no_such_key", "content-type": "application/json" },
        body: '{"lines":[{"quantity":1,"product_id":"411486491630370818"}],"return_url":"https://shop.example/thanks?order=1&lang=日本語","auto_redirect":false,"customer_id":"411486491630370817","metadata":{"reference":"0"}}',
      },
      response: {
        status: 401,
        headers: { "content-type": "application/json" },
        body: '{"status":401,"code":"redacted-1","message":"redacted-2","trace_id":"redacted-3","errors":[]}',
      },
    },
    ending: { outcome: "not-applied", reason: { _tag: "Unauthorized", status: 401, message: "redacted-2" } },
    departures: [],
  },
  {
    operation: "PaywintDeveloper.createCheckoutToken",
    scenario: "invalid",
    provenance: {
      source: "emulator",
      recorded: "2026-11-21",
      host: "none",
      spec: "2c6126f1c6f88c9954f4c32079f7e8377b831a07b787fd0038f5f6d93a8a311f",
      recorder: 1,
    },
    exchange: null,
    ending: {
      outcome: "not-applied",
      reason: {
        _tag: "InvalidRequest",
        issues: [{ path: ["amount"], message: "Expected a value greater than 0" }],
      },
    },
    departures: [],
  },
  {
    operation: "PaywintDeveloper.createCheckoutToken",
    scenario: "rejected",
    provenance: {
      source: "emulator",
      recorded: "2026-11-21",
      host: "127.0.0.1",
      spec: "2c6126f1c6f88c9954f4c32079f7e8377b831a07b787fd0038f5f6d93a8a311f",
      recorder: 1,
    },
    exchange: {
      request: {
        method: "POST",
        target: "/api/checkout/token/developer",
        headers: {
          "content-type": "application/json",
          "x-api-key": "00000000-0000-4000-8000-0000000000bb",
          "x-api-secret": "placeholder",
        },
        body: '{"amount":-1,"email":"payer@example.com"}',
      },
      response: {
        status: 422,
        headers: { "content-type": "application/json" },
        body: '{"detail":[{"loc":["redacted-1","redacted-2"],"msg":"redacted-3","type":"redacted-4"}]}',
      },
    },
    ending: {
      outcome: "not-applied",
      reason: {
        _tag: "Rejected",
        status: 422,
        message: "The request is not valid",
        issues: [{ path: ["redacted-1", "redacted-2"], message: "redacted-3" }],
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
  },
  {
    operation: "PaywintDeveloper.createCheckoutToken",
    scenario: "success",
    provenance: {
      source: "emulator",
      recorded: "2026-11-21",
      host: "127.0.0.1",
      spec: "2c6126f1c6f88c9954f4c32079f7e8377b831a07b787fd0038f5f6d93a8a311f",
      recorder: 1,
    },
    exchange: {
      request: {
        method: "POST",
        target: "/api/checkout/token/developer",
        headers: {
          "content-type": "application/json",
          "x-api-key": "00000000-0000-4000-8000-0000000000bb",
          "x-api-secret": "placeholder",
        },
        body: '{"email":"payer@example.com","amount":42.5,"currency":"USD"}',
      },
      response: {
        status: 200,
        headers: { "content-type": "application/json" },
        body: '{"success":true,"message":"redacted-1","data":{"checkout_token":"redacted-2","expires_at":"2026-01-01T00:00:00Z"},"queryGeneratedTime":4}',
      },
    },
    ending: { success: { checkout_token: "redacted-2", expires_at: "2026-01-01T00:00:00Z" } },
    departures: [],
  },
  {
    operation: "PaywintDeveloper.createCheckoutToken",
    scenario: "unauthorized",
    provenance: {
      source: "emulator",
      recorded: "2026-11-21",
      host: "127.0.0.1",
      spec: "2c6126f1c6f88c9954f4c32079f7e8377b831a07b787fd0038f5f6d93a8a311f",
      recorder: 1,
    },
    exchange: {
      request: {
        method: "POST",
        target: "/api/checkout/token/developer",
        headers: {
          "content-type": "application/json",
          "x-api-key": "00000000-0000-4000-8000-0000000000bb",
          "x-api-secret": "no-such-secret",
        },
        body: '{"email":"payer@example.com","amount":42.5,"currency":"USD"}',
      },
      response: {
        status: 401,
        headers: { "content-type": "application/json" },
        body: '{"detail":"redacted-1"}',
      },
    },
    ending: { outcome: "not-applied", reason: { _tag: "Unauthorized", status: 401, message: "redacted-1" } },
    departures: [{ pointer: "/response/status", rule: "status", expected: "status 200 or 422", got: "401" }],
  },
  {
    operation: "PaywintPlatform.createCheckoutToken",
    scenario: "invalid",
    provenance: {
      source: "emulator",
      recorded: "2026-11-21",
      host: "none",
      spec: "0b38d62be2473ebc0c0f16c302b7b5fd50b303364a5765b6025045e09b9c00ab",
      recorder: 1,
    },
    exchange: null,
    ending: {
      outcome: "not-applied",
      reason: {
        _tag: "InvalidRequest",
        issues: [{ path: ["amount"], message: "Expected a value greater than 0" }],
      },
    },
    departures: [],
  },
  {
    operation: "PaywintPlatform.createCheckoutToken",
    scenario: "rejected",
    provenance: {
      source: "emulator",
      recorded: "2026-11-21",
      host: "127.0.0.1",
      spec: "0b38d62be2473ebc0c0f16c302b7b5fd50b303364a5765b6025045e09b9c00ab",
      recorder: 1,
    },
    exchange: {
      request: {
        method: "POST",
        target: "/api/checkout/token/platform",
        headers: {
          "content-type": "application/json",
          "x-platform-id": "00000000-0000-4000-8000-0000000000aa",
          "x-signature": "deec10971d5e3d900b24f135ce3590285ebf9ee846168dd861a5173d52265a54",
        },
        body: '{"amount":-1,"user_id":"3c90c3cc-0d44-4b50-8888-8dd25736052a"}',
      },
      response: {
        status: 422,
        headers: { "content-type": "application/json" },
        body: '{"detail":[{"loc":["redacted-1","redacted-2"],"msg":"redacted-3","type":"redacted-4"}]}',
      },
    },
    ending: {
      outcome: "not-applied",
      reason: {
        _tag: "Rejected",
        status: 422,
        message: "The request is not valid",
        issues: [{ path: ["redacted-1", "redacted-2"], message: "redacted-3" }],
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
  },
  {
    operation: "PaywintPlatform.createCheckoutToken",
    scenario: "success",
    provenance: {
      source: "emulator",
      recorded: "2026-11-21",
      host: "127.0.0.1",
      spec: "0b38d62be2473ebc0c0f16c302b7b5fd50b303364a5765b6025045e09b9c00ab",
      recorder: 1,
    },
    exchange: {
      request: {
        method: "POST",
        target: "/api/checkout/token/platform",
        headers: {
          "content-type": "application/json",
          "x-platform-id": "00000000-0000-4000-8000-0000000000aa",
          "x-signature": "37e2a17f697f2e4aa86e89c601707efeccc9e2a53335bf4408439c67ff1d50a9",
        },
        body: '{"user_id":"3c90c3cc-0d44-4b50-8888-8dd25736052a","amount":42.5,"currency":"USD"}',
      },
      response: {
        status: 200,
        headers: { "content-type": "application/json" },
        body: '{"success":true,"message":"redacted-1","data":{"checkout_token":"redacted-2","expires_at":"2026-01-01T00:00:00Z"},"queryGeneratedTime":4}',
      },
    },
    ending: { success: { checkout_token: "redacted-2", expires_at: "2026-01-01T00:00:00Z" } },
    departures: [],
  },
  {
    operation: "PaywintPlatform.createCheckoutToken",
    scenario: "unauthorized",
    provenance: {
      source: "emulator",
      recorded: "2026-11-21",
      host: "127.0.0.1",
      spec: "0b38d62be2473ebc0c0f16c302b7b5fd50b303364a5765b6025045e09b9c00ab",
      recorder: 1,
    },
    exchange: {
      request: {
        method: "POST",
        target: "/api/checkout/token/platform",
        headers: {
          "content-type": "application/json",
          "x-platform-id": "00000000-0000-4000-8000-0000000000aa",
          "x-signature": "85665da41265daa5f61fc84f33981a5afd6045043a92ac8f19e29352eafccea8",
        },
        body: '{"user_id":"3c90c3cc-0d44-4b50-8888-8dd25736052a","amount":42.5,"currency":"USD"}',
      },
      response: {
        status: 401,
        headers: { "content-type": "application/json" },
        body: '{"detail":"redacted-1"}',
      },
    },
    ending: { outcome: "not-applied", reason: { _tag: "Unauthorized", status: 401, message: "redacted-1" } },
    departures: [{ pointer: "/response/status", rule: "status", expected: "status 200 or 422", got: "401" }],
  },
  {
    operation: "PaywintPlatform.createPaymentLink",
    scenario: "invalid",
    provenance: {
      source: "emulator",
      recorded: "2026-11-21",
      host: "none",
      spec: "38602d5ec800599f75d8dc27caacc70a0bbbf42fe7dbc5b22a3b89cd6deb789e",
      recorder: 1,
    },
    exchange: null,
    ending: {
      outcome: "not-applied",
      reason: {
        _tag: "InvalidRequest",
        issues: [{ path: ["amount"], message: "Expected a value greater than 0" }],
      },
    },
    departures: [],
  },
  {
    operation: "PaywintPlatform.createPaymentLink",
    scenario: "rejected",
    provenance: {
      source: "emulator",
      recorded: "2026-11-21",
      host: "127.0.0.1",
      spec: "38602d5ec800599f75d8dc27caacc70a0bbbf42fe7dbc5b22a3b89cd6deb789e",
      recorder: 1,
    },
    exchange: {
      request: {
        method: "POST",
        target: "/api/platform/payment/create-payment-link/3c90c3cc-0d44-4b50-8888-8dd25736052a",
        headers: {
          "content-type": "application/json",
          "x-platform-id": "00000000-0000-4000-8000-0000000000aa",
          "x-signature": "0d5b87a7502d02d59d8da5a42686d5cb56d7a6bb40ee907983685f9461fcf9ae",
        },
        body: '{"amount":-1}',
      },
      response: {
        status: 422,
        headers: { "content-type": "application/json" },
        body: '{"detail":[{"loc":["redacted-1","redacted-2"],"msg":"redacted-3","type":"redacted-4"}]}',
      },
    },
    ending: {
      outcome: "not-applied",
      reason: {
        _tag: "Rejected",
        status: 422,
        message: "The request is not valid",
        issues: [{ path: ["redacted-1", "redacted-2"], message: "redacted-3" }],
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
  },
  {
    operation: "PaywintPlatform.createPaymentLink",
    scenario: "success",
    provenance: {
      source: "emulator",
      recorded: "2026-11-21",
      host: "127.0.0.1",
      spec: "38602d5ec800599f75d8dc27caacc70a0bbbf42fe7dbc5b22a3b89cd6deb789e",
      recorder: 1,
    },
    exchange: {
      request: {
        method: "POST",
        target: "/api/platform/payment/create-payment-link/3c90c3cc-0d44-4b50-8888-8dd25736052a",
        headers: {
          "content-type": "application/json",
          "x-platform-id": "00000000-0000-4000-8000-0000000000aa",
          "x-signature": "2b7961a7874f910f317d31396e10a1e2252c855caebc50d8b5654160644e7b1e",
        },
        body: '{"amount":150.75,"description":"Café – 日本語 🧾","invoice_number":"CT-0"}',
      },
      response: {
        status: 200,
        headers: { "content-type": "application/json" },
        body: '{"success":true,"message":"redacted-1","data":{"payment_id":"00000000-0000-4000-8000-000000000002","payment_link":"https://redacted.example/3"},"queryGeneratedTime":4}',
      },
    },
    ending: {
      success: {
        payment_id: "00000000-0000-4000-8000-000000000002",
        payment_link: "https://redacted.example/3",
      },
    },
    departures: [],
  },
  {
    operation: "PaywintPlatform.createPaymentLink",
    scenario: "unauthorized",
    provenance: {
      source: "emulator",
      recorded: "2026-11-21",
      host: "127.0.0.1",
      spec: "38602d5ec800599f75d8dc27caacc70a0bbbf42fe7dbc5b22a3b89cd6deb789e",
      recorder: 1,
    },
    exchange: {
      request: {
        method: "POST",
        target: "/api/platform/payment/create-payment-link/3c90c3cc-0d44-4b50-8888-8dd25736052a",
        headers: {
          "content-type": "application/json",
          "x-platform-id": "00000000-0000-4000-8000-0000000000aa",
          "x-signature": "fe86beb489613ab2cabf3e8f2e09e3a1c66db88323c6421a659c45ac49956c0c",
        },
        body: '{"amount":150.75,"description":"Café – 日本語 🧾","invoice_number":"CT-0"}',
      },
      response: {
        status: 401,
        headers: { "content-type": "application/json" },
        body: '{"detail":"redacted-1"}',
      },
    },
    ending: { outcome: "not-applied", reason: { _tag: "Unauthorized", status: 401, message: "redacted-1" } },
    departures: [{ pointer: "/response/status", rule: "status", expected: "status 200 or 422", got: "401" }],
  },
]
