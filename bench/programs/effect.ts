import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { PayNow, PaywintDeveloper, PaywintPlatform } from "../../src/index.ts"
import {
  credentials,
  developerToken,
  linkUser,
  paymentLink,
  platformToken,
  session,
  store,
  type Transport,
  type Way,
} from "./cases.ts"

/** The programs of this project, each service made once. */
export const withEffect = (transport: Transport): Way => {
  const { payNow, paywintDeveloper, paywintPlatform } = credentials
  const platform = Effect.runSync(
    Effect.provide(
      PaywintPlatform,
      PaywintPlatform.layer({
        ...transport,
        platformId: paywintPlatform.id,
        secret: Redacted.make(paywintPlatform.secret),
      }),
    ),
  )
  const developer = Effect.runSync(
    Effect.provide(
      PaywintDeveloper,
      PaywintDeveloper.layer({
        ...transport,
        apiKey: Redacted.make(paywintDeveloper.key),
        apiSecret: Redacted.make(paywintDeveloper.secret),
      }),
    ),
  )
  const sessions = Effect.runSync(
    Effect.provide(PayNow, PayNow.layer({ ...transport, apiKey: Redacted.make(payNow.key) })),
  )
  return {
    "PayNow.createCheckoutSession": () => Effect.runPromise(sessions.createCheckoutSession(store, session)),
    "PaywintDeveloper.createCheckoutToken": () =>
      Effect.runPromise(developer.createCheckoutToken(developerToken)),
    "PaywintPlatform.createCheckoutToken": () =>
      Effect.runPromise(platform.createCheckoutToken(platformToken)),
    "PaywintPlatform.createPaymentLink": () =>
      Effect.runPromise(platform.createPaymentLink(linkUser, paymentLink)),
  }
}
