import type * as Config from "effect/Config"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { payNowConfig } from "../paynow/config.ts"
import { paywintDeveloperConfig, paywintPlatformConfig } from "../paywint/config.ts"
import { baseUrl } from "./config.ts"
import type { Options } from "./options.ts"

const credentials = {
  PAYNOW_API_KEY: "a-key",
  PAYWINT_API_KEY: "a-key",
  PAYWINT_API_SECRET: "a-secret",
  PAYWINT_PLATFORM_ID: "e0000000-0000-4000-8000-000000000001",
  PAYWINT_PLATFORM_SECRET: "a-secret",
}
const apis: ReadonlyArray<readonly [name: string, config: Config.Config<Options>, fallback: string]> = [
  ["PAYNOW_BASE_URL", payNowConfig, "https://api.paynow.gg"],
  ["PAYWINT_PLATFORM_BASE_URL", paywintPlatformConfig, "https://api.sandbox.paywint.com"],
  ["PAYWINT_DEVELOPER_BASE_URL", paywintDeveloperConfig, "https://api.sandbox.paywint.com"],
]

/** The base URL of a configuration, or what is wrong with it. */
const read = (config: Config.Config<Options>, provider: ConfigProvider.ConfigProvider) =>
  Effect.runPromise(
    config.parse(provider).pipe(
      Effect.map(({ baseUrl }) => baseUrl),
      Effect.catch(({ message }) => Effect.succeed(`ConfigError: ${message}`)),
    ),
  )

describe.each(apis)("%s", (name, config, fallback) => {
  const withValue = (value: unknown, preserveEmptyStrings = false) =>
    read(config, ConfigProvider.fromUnknown({ ...credentials, [name]: value }, { preserveEmptyStrings }))

  it("is the provider's own where it is absent or empty", async () => {
    expect(await read(config, ConfigProvider.fromUnknown(credentials))).toBe(fallback)
    for (const preserved of [true, false]) {
      expect(await withValue(undefined, preserved)).toBe(fallback)
      expect(await withValue("", preserved)).toBe(fallback)
    }
  })

  it("is what it says", async () => {
    expect(await withValue("https://canary.example")).toBe("https://canary.example")
  })

  it.each([
    {},
    { canary: "https://canary.example" },
    { canary: { canary: 1 } },
    { 0: "https://canary.example" },
    [],
    ["https://canary.example"],
    [[]],
    new URL("https://canary.example"),
    new Date(0),
    new Map(),
    0,
    5,
    NaN,
    true,
    false,
    7n,
    Symbol("canary"),
    () => "https://canary.example",
    " ",
    "\n",
    "null",
    "canary",
    "http://canary.example",
    "https://canary.example\n",
  ])("is refused where it is %o, by its name and without its value", async (value) => {
    const said = await withValue(value)
    expect(said).toMatch(/^ConfigError: /)
    expect(said).toContain(name)
    expect(said).not.toContain("canary")
  })

  it("is absent where an environment has only variables whose names begin alike", async () => {
    const others = { [`${name}_OLD`]: "x", [`${name}__OLD`]: "x", [`OLD_${name}`]: "x" }
    expect(await read(config, ConfigProvider.fromEnvRecord({ ...credentials, ...others }))).toBe(fallback)
    const both = { ...credentials, ...others, [name]: "https://canary.example" }
    expect(await read(config, ConfigProvider.fromEnvRecord(both))).toBe("https://canary.example")
  })

  it("is found below a prefix", async () => {
    const nested = (value: unknown) =>
      ConfigProvider.nested(ConfigProvider.fromUnknown({ shop: { ...credentials, [name]: value } }), "shop")
    expect(await read(config, nested("https://canary.example"))).toBe("https://canary.example")
    expect(await read(config, nested(undefined))).toBe(fallback)
    expect(await read(config, nested({}))).toContain(name)
  })
})

it("reads a source that knows nothing but values", async () => {
  const provider = ConfigProvider.make((path) =>
    Effect.succeed(path.join() === "A" ? ConfigProvider.makeValue("https://a.example") : undefined),
  )
  const said = (name: string) => Effect.runPromise(baseUrl(name, "https://own.example").parse(provider))
  expect([await said("A"), await said("B")]).toEqual(["https://a.example", "https://own.example"])
})
