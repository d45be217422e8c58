/** Other limits than the default ones, and a transport of one's own. */
import { defaultPolicy, PaywintDeveloper } from "edge-checkout"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"

/** One line for every attempt. A transport sees credentials: it must not log headers or bodies. */
const watched: typeof globalThis.fetch = async (input, init) => {
  const begun = Date.now()
  const response = await fetch(input, init)
  console.log(`answered ${response.status} after ${Date.now() - begun} ms`)
  return response
}

const live = PaywintDeveloper.layer({
  apiKey: Redacted.make(process.env["PAYWINT_API_KEY"] ?? ""),
  apiSecret: Redacted.make(process.env["PAYWINT_API_SECRET"] ?? ""),
  baseUrl: process.env["PAYWINT_DEVELOPER_BASE_URL"] ?? "https://api.sandbox.paywint.com",
  fetch: watched,
  // Two attempts at the most, and an answer or an error within five seconds, waits included.
  policy: { ...defaultPolicy, attempts: 2, deadline: 5_000 },
})

const program = PaywintDeveloper.use((paywint) =>
  paywint.createCheckoutToken({ amount: 42.5, email: "jane@example.com" }),
).pipe(
  Effect.match({
    onFailure: ({ attempts, outcome, reason }) => `${reason._tag} after ${attempts} attempts, ${outcome}`,
    onSuccess: ({ expires_at }) => `a token until ${expires_at}`,
  }),
)

console.log(await Effect.runPromise(Effect.provide(program, live)))
