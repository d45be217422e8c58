import { PaywintPlatform } from "edge-checkout"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"

const program = Effect.gen(function* () {
  const paywint = yield* PaywintPlatform
  const { payment_link } = yield* paywint.createPaymentLink("3c90c3cc-0d44-4b50-8888-8dd25736052a", {
    amount: 150.75,
    invoice_number: "INV-2025-0012",
  })
  return payment_link
}).pipe(
  Effect.catchReason("ProviderError", "Rejected", (reason) => Effect.fail(`Not accepted: ${reason.message}`)),
)

const live = PaywintPlatform.layer({
  baseUrl: process.env["PAYWINT_PLATFORM_BASE_URL"] ?? "https://api.sandbox.paywint.com",
  platformId: process.env["PAYWINT_PLATFORM_ID"] ?? "",
  secret: Redacted.make(process.env["PAYWINT_PLATFORM_SECRET"] ?? ""),
})

console.log(await Effect.runPromise(Effect.provide(program, live)))
