/**
 * A script for Deno that prints a payment link:
 *
 *     deno run --allow-env --allow-net=api.sandbox.paywint.com deno.ts INV-2025-0012 150.75
 *
 * It reads `PAYWINT_PLATFORM_ID` and `PAYWINT_PLATFORM_SECRET`, and ends with 1 where there is no link.
 */
import process from "node:process"
import { layerPaywintPlatform, PaywintPlatform } from "edge-checkout/paywint"
import * as Effect from "effect/Effect"

const user = "3c90c3cc-0d44-4b50-8888-8dd25736052a"
const [invoice_number = "", amount = ""] = process.argv.slice(2)

const program = PaywintPlatform.use((paywint) =>
  paywint.createPaymentLink(user, { amount: Number(amount), invoice_number }),
).pipe(
  Effect.map(({ payment_link }) => console.log(payment_link)),
  Effect.provide(layerPaywintPlatform),
  // A `ProviderError`, whose message also tells the outcome, or a `ConfigError` that names what is missing.
  Effect.catch((error) =>
    Effect.sync(() => {
      console.error(error.message)
      process.exitCode = 1
    }),
  ),
)

await Effect.runPromise(program)
