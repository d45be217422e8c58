import type * as Config from "effect/Config"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { describe, expect, it } from "vitest"
import { payNowConfig } from "../paynow/config.ts"
import { connect } from "../api/bind.ts"
import { payNow } from "../paynow/paynow.ts"
import { paywintDeveloperConfig, paywintPlatformConfig } from "../paywint/config.ts"
import { paywintDeveloper } from "../paywint/developer.ts"
import { paywintPlatform } from "../paywint/platform.ts"

const platformId = "e0000000-0000-4000-8000-000000000001"
const secret = Redacted.make("canary")
const variables = {
  PAYNOW_API_KEY: "canary",
  PAYWINT_API_KEY: "canary",
  PAYWINT_API_SECRET: "canary",
  PAYWINT_PLATFORM_ID: platformId,
  PAYWINT_PLATFORM_SECRET: "canary",
}

const plain = ["x", "canary", "!~", "canary=+/?", "c".repeat(10_000)]
const spaced = ["the canary", "a\tcanary", "a  b \t canary"]
const edged = ["canary\n", "canary\r\n", " canary", "canary ", "\tcanary", "canary\t", " ", "\t"]
const unsendable = [
  "can\nary",
  "can\0ary",
  "canary\x7f",
  "canäry",
  "канарейка canary",
  "canary 🔑",
  "canary\u00a0",
]
const broken = ["\ud800canary", "canary\udfff"]

interface Credential {
  readonly config: Config.Config<object>
  readonly fault: string
  readonly good: ReadonlyArray<string>
  readonly name: string
  readonly options: (credential: Redacted.Redacted) => object
  readonly variable: string
  readonly wrong: ReadonlyArray<string>
}

const credentials: ReadonlyArray<Credential> = [
  {
    config: paywintPlatformConfig,
    fault: "well-formed Unicode",
    good: [...plain, ...spaced, ...edged, ...unsendable],
    name: "secret",
    options: (credential: Redacted.Redacted) => connect(paywintPlatform, { platformId, secret: credential }),
    variable: "PAYWINT_PLATFORM_SECRET",
    wrong: broken,
  },
  ...(["apiKey", "apiSecret"] as const).map((name) => ({
    config: paywintDeveloperConfig,
    fault: "visible ASCII characters, with spaces and tabs only between them",
    good: [...plain, ...spaced],
    name,
    options: (credential: Redacted.Redacted) =>
      connect(paywintDeveloper, { apiKey: secret, apiSecret: secret, [name]: credential }),
    variable: name === "apiKey" ? "PAYWINT_API_KEY" : "PAYWINT_API_SECRET",
    wrong: [...edged, ...unsendable, ...broken],
  })),
  {
    config: payNowConfig,
    fault: "visible ASCII characters without spaces",
    good: plain,
    name: "apiKey",
    options: (credential: Redacted.Redacted) => connect(payNow, { apiKey: credential }),
    variable: "PAYNOW_API_KEY",
    wrong: [...spaced, ...edged, ...unsendable, ...broken],
  },
]

describe.each(credentials)("$variable", ({ config, fault, good, name, options, variable, wrong }) => {
  const parsed = (value: unknown) =>
    Effect.runPromise(
      Effect.result(config.parse(ConfigProvider.fromUnknown({ ...variables, [variable]: value }))),
    )

  it.each(good)("can be %j, among options and in the configuration", async (value) => {
    expect(() => options(Redacted.make(value))).not.toThrow()
    const { [name]: read } = Object(Object(await parsed(value)).success)
    expect(Redacted.value(read)).toBe(value)
  })

  it.each(wrong)("can't be %j, which is not shown", async (value) => {
    const make = () => options(Redacted.make(value))
    expect(make).toThrow(`${name} must be ${fault}`)
    expect(make).toThrow("set it again")
    expect(make).not.toThrow("canary")
    const said = String(Object(await parsed(value)).failure)
    expect(said).toContain(variable)
    expect(said).toContain(`must be ${fault}`)
    expect(said).not.toContain("canary")
  })

  it.each([{}, { canary: "canary" }, [], ["canary"], null, undefined, ""])(
    "is missing where it is %o",
    async (value) => {
      expect(await parsed(value)).toMatchObject({ _tag: "Failure" })
    },
  )

  it("is empty also where a source keeps what is empty", async () => {
    const provider = ConfigProvider.fromUnknown(
      { ...variables, [variable]: "" },
      { preserveEmptyStrings: true },
    )
    await expect(Effect.runPromise(Effect.asVoid(config.parse(provider)))).rejects.toThrow()
  })
})
