import { expect, it } from "@effect/vitest"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import { Apis } from "./apis.ts"

const variables = {
  PAYWINT_PLATFORM_ID: "e0000000-0000-4000-8000-000000000001",
  PAYWINT_PLATFORM_SECRET: "secret",
}

it.effect.each([
  [
    { PAYWINT_PLATFORM_BASE_URL: "http://canary.example" },
    "PAYWINT_PLATFORM_BASE_URL must be https (http is for loopback only).",
  ],
  [{ PAYWINT_PLATFORM_BASE_URL: "canary" }, "PAYWINT_PLATFORM_BASE_URL is not a URL."],
  [
    { PAYWINT_PLATFORM_SECRET: "canary\ud800" },
    "PAYWINT_PLATFORM_SECRET must be well-formed Unicode, because its UTF-8 bytes are the signing key; set it again.",
  ],
  [{ PAYWINT_PLATFORM_BASE_URL: { canary: "canary" } }, "PAYWINT_PLATFORM_BASE_URL must be string."],
  [{ PAYWINT_PLATFORM_BASE_URL: ["canary"] }, "PAYWINT_PLATFORM_BASE_URL must be string."],
  [{ PAYWINT_PLATFORM_ID: "canary" }, "PAYWINT_PLATFORM_ID must be a UUID."],
  [{ PAYWINT_PLATFORM_SECRET: "" }, "Missing: PAYWINT_PLATFORM_SECRET."],
  [{ PAYWINT_PLATFORM_ID: { canary: "canary" } }, "Missing: PAYWINT_PLATFORM_ID."],
] as const)("what is wrong with %j is a sentence", ([changes, detail]) =>
  Apis.use(({ PaywintPlatform: api = Effect.die("not listed") }) => Effect.flip(api)).pipe(
    Effect.map(({ problem }) => expect(problem).toMatchObject({ detail, outcome: "not-applied" })),
    Effect.provide(Apis.layerConfig),
    Effect.provideService(
      ConfigProvider.ConfigProvider,
      ConfigProvider.fromUnknown({ ...variables, ...changes }),
    ),
  ),
)
