/** Other limits than the default ones, and a transport of one's own. */
import { defaultPolicy, PaywintDeveloper, paywintDeveloperConfig } from "edge-checkout"
import * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"

/** One line for every attempt. A transport sees credentials: it must not log headers or bodies. */
const watched: typeof globalThis.fetch = async (input, init) => {
  const begun = Date.now()
  const response = await fetch(input, init)
  console.log(`answered ${response.status} after ${Date.now() - begun} ms`)
  return response
}

const live = Layer.unwrap(
  Config.map(paywintDeveloperConfig, (options) =>
    PaywintDeveloper.layer({
      ...options,
      fetch: watched,
      // Two attempts at the most, and an answer or an error within five seconds, waits included.
      policy: { ...defaultPolicy, attempts: 2, deadline: 5_000 },
    }),
  ),
)

const program = PaywintDeveloper.use((paywint) =>
  paywint.createCheckoutToken({ amount: 42.5, email: "jane@example.com" }),
).pipe(
  Effect.match({
    onFailure: ({ attempts, outcome, reason }) => `${reason._tag} after ${attempts} attempts, ${outcome}`,
    onSuccess: ({ expires_at }) => `a token until ${expires_at}`,
  }),
)

console.log(await Effect.runPromise(Effect.provide(program, live)))
