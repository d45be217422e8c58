import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { expect, it } from "vitest"
import { connect } from "../api/bind.ts"
import { PayNow, payNow, type PayNowOptions } from "../paynow/paynow.ts"
import { paywintPlatformConfig } from "../paywint/config.ts"
import { paywintDeveloper } from "../paywint/developer.ts"
import { paywintPlatform } from "../paywint/platform.ts"
import { checkedBaseUrl, checkedCredential } from "./options.ts"
import { defaultPolicy } from "./policy.ts"

const secret = Redacted.make("canary")
const apis = [
  ["PaywintPlatform", (options: object) => connect(paywintPlatform, { platformId, secret, ...options })],
  [
    "PaywintDeveloper",
    (options: object) => connect(paywintDeveloper, { apiKey: secret, apiSecret: secret, ...options }),
  ],
  ["PayNow", (options: object) => connect(payNow, { apiKey: secret, ...options })],
] as const
const platformId = "e0000000-0000-4000-8000-000000000001"

it.each([
  ["https://host", "https://host"],
  ["https://host//", "https://host"],
  ["https://host/v2/", "https://host/v2"],
])("takes %j for a base URL, and is at %s", (written, url) => {
  expect(checkedBaseUrl({ baseUrl: written }, "")).toBe(url)
})

it.each(["https://host?", "https://host#", "https://host/? ", "https://host/#", "https://host/ ", ""])(
  "takes %j for no base URL",
  (written) => {
    expect(() => checkedBaseUrl({ baseUrl: written }, "https://host")).toThrow("baseUrl ")
  },
)

it.each([null, 5, false, {}, [], ["https://host"], new URL("https://host")])(
  "takes %o for no base URL, whatever the provider's own is",
  (wrong) => {
    for (const [, operations] of apis) {
      expect(() => operations({ baseUrl: wrong })).toThrow("baseUrl must be a string")
    }
  },
)

it("is at the provider's own where none is named", () => {
  expect(checkedBaseUrl({ baseUrl: undefined }, "https://host")).toBe("https://host")
})

it.each<[string, object]>([
  ["attempts", { attempts: 0 }],
  ["attempts", { attempts: 1.5 }],
  ["attempts", { attempts: NaN }],
  ["attempts", { attempts: Infinity }],
  ["deadline", { deadline: -1 }],
  ["deadline", { deadline: "5000" }],
  ["attemptTimeout", { attemptTimeout: undefined }],
  ["firstDelay", { firstDelay: NaN }],
  ["longestDelay", { longestDelay: null }],
])("refuses a policy by the name of the field: %s of %j", (name, wrong) => {
  for (const [, operations] of apis) {
    expect(() => operations({ policy: { ...defaultPolicy, ...wrong } })).toThrow(
      `policy.${name} is out of its range`,
    )
  }
})

it("takes a policy without limits, and one that allows nothing but an attempt", () => {
  const [least, most] = [0, Infinity].map((time) => ({
    attempts: 1,
    attemptTimeout: time,
    deadline: time,
    firstDelay: time,
    longestDelay: time,
  }))
  for (const [, operations] of apis) {
    for (const policy of [least, most, undefined]) expect(() => operations({ policy })).not.toThrow()
  }
})

it.each<[unknown, string]>([
  ["canary", "key must be Redacted"],
  [undefined, "key must be Redacted"],
  [{}, "key must be Redacted"],
  [Redacted.make(""), "key is empty"],
  [Redacted.make(undefined), "key is empty"],
  [Redacted.make("the canary"), "key must be visible ASCII"],
  [Redacted.make(null), "key is empty"],
  [Redacted.make(5), "key must hold a string"],
  [Redacted.make(["canary"]), "key must hold a string"],
])("refuses %o for a credential by its name, and does not show it", (credential, message) => {
  const take = () => checkedCredential("key", credential as Redacted.Redacted)
  expect(take).toThrow(message)
  expect(take).not.toThrow("canary")
})

it.each(["", "hello", undefined, "e0000000-0000-4000-8000-00000000000g", ` ${platformId}`])(
  "refuses %j for the platform's UUID, among options and in the configuration",
  async (wrong) => {
    expect(() => connect(paywintPlatform, { platformId: wrong as string, secret })).toThrow(
      "platformId must be a UUID",
    )
    const variables = { PAYWINT_PLATFORM_ID: wrong, PAYWINT_PLATFORM_SECRET: "a-secret" }
    const parsed = Effect.flip(paywintPlatformConfig.parse(ConfigProvider.fromUnknown(variables)))
    expect(String(await Effect.runPromise(parsed))).toContain("PAYWINT_PLATFORM_ID")
  },
)

it("says of a layer what can't be used", async () => {
  const layer = PayNow.layer({ apiKey: "canary" } as unknown as PayNowOptions)
  const made = Effect.runPromise(Effect.provide(PayNow, layer))
  await expect(made).rejects.toThrow("apiKey must be Redacted")
})
