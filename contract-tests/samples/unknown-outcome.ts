import { layerPaywintPlatform, PaywintPlatform, type ProviderError } from "edge-checkout"
import * as Effect from "effect/Effect"

const merchant = "3c90c3cc-0d44-4b50-8888-8dd25736052a"
const payer = "0d5f6d1e-6a3b-4c52-9a53-3a2b8f0c7d11"

/** What to do about an order that has no payment link. Exhaustive: a reason that is new does not compile. */
const todo = ({ outcome, reason }: ProviderError): string => {
  // Perhaps the link exists. Asking again would make a second one, and both could be paid.
  if (outcome === "unknown") return "look for the invoice at Paywint, by hand, before anything else"
  switch (reason._tag) {
    case "InvalidRequest":
    case "Rejected":
      return `mend the order: ${reason.message}`
    case "Unauthorized":
      return "mend the credentials, then ask again"
    case "RateLimited":
    case "CircuitOpen":
    case "TimedOut":
    case "Unavailable":
    case "Unreachable":
    case "Declined":
    case "ContractViolation":
      return "ask again later: nothing was done"
  }
}

const program = Effect.gen(function* () {
  const paywint = yield* PaywintPlatform
  const link = yield* paywint
    .createPaymentLink(merchant, { amount: 150.75, invoice_number: "INV-2025-0012" })
    .pipe(
      Effect.map(({ payment_link }) => payment_link),
      Effect.catchTag("ProviderError", (error) => Effect.succeed(todo(error))),
    )
  // Safe to retry: a second token has no harmful effect, so ask again whatever the outcome was.
  const { expires_at } = yield* paywint
    .createCheckoutToken({ amount: 42.5, user_id: payer })
    .pipe(Effect.retry({ times: 1, while: ({ outcome }) => outcome === "unknown" }))
  return `link: ${link}\ntoken until ${expires_at}`
})

console.log(await Effect.runPromise(Effect.provide(program, layerPaywintPlatform)))
