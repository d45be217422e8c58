/** What every runtime is asked to do: each operation once, then two calls that fail. */
import { PayNow, PaywintDeveloper, PaywintPlatform, type ProviderError } from "edge-checkout"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"

/** The names of the README, each with its value. */
export type Configuration = Readonly<Record<string, string>>

const flakeId = "411486491630370816"
const userId = "3c90c3cc-0d44-4b50-8888-8dd25736052a"

const layers = (configuration: Configuration) => {
  const value = (name: string) => configuration[name] ?? ""
  const secret = (name: string) => Redacted.make(value(name))
  return Layer.mergeAll(
    PayNow.layer({ apiKey: secret("PAYNOW_API_KEY"), baseUrl: value("PAYNOW_BASE_URL") }),
    PaywintDeveloper.layer({
      apiKey: secret("PAYWINT_API_KEY"),
      apiSecret: secret("PAYWINT_API_SECRET"),
      baseUrl: value("PAYWINT_DEVELOPER_BASE_URL"),
    }),
    PaywintPlatform.layer({
      baseUrl: value("PAYWINT_PLATFORM_BASE_URL"),
      platformId: value("PAYWINT_PLATFORM_ID"),
      secret: secret("PAYWINT_PLATFORM_SECRET"),
    }),
  )
}

const told = ({ attempts, operation, outcome, reason }: ProviderError) => ({
  attempts,
  operation,
  outcome,
  reason: reason._tag,
})

const program = Effect.gen(function* () {
  const payNow = yield* PayNow
  const developer = yield* PaywintDeveloper
  const platform = yield* PaywintPlatform
  const link = (amount: number) => platform.createPaymentLink(userId, { amount })
  return {
    developerToken: yield* developer.createCheckoutToken({ amount: 1, email: "jane@example.com" }),
    link: yield* link(150.75),
    platformToken: yield* platform.createCheckoutToken({ amount: 42.5, user_id: userId }),
    session: yield* payNow.createCheckoutSession(flakeId, {
      customer_id: flakeId,
      lines: [{ product_id: flakeId, quantity: 1 }],
    }),
    invalid: told(yield* Effect.flip(link(-1))),
    rejected: yield* Effect.catchReason(link(1), "ProviderError", "Rejected", ({ status }, error) =>
      Effect.succeed({ ...told(error), status }),
    ),
  }
})

/** What came of it, as JSON can tell it, and who says so. */
export const calls = async (configuration: Configuration) => ({
  ...(await Effect.runPromise(Effect.provide(program, layers(configuration)))),
  runtime: navigator.userAgent,
})
