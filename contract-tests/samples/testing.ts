/** Tests of a program that opens checkouts. Nothing is sent: a stub replaces the service or the transport. */
import { PayNow } from "edge-checkout"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import assert from "node:assert/strict"

const checkout = (quantity: number) =>
  PayNow.use((paynow) =>
    paynow.createCheckoutSession("411486491630370816", {
      customer_id: "411486491630370817",
      lines: [{ product_id: "411486491630370818", quantity }],
    }),
  ).pipe(
    Effect.map(({ url }) => url),
    Effect.catchTag("ProviderError", ({ reason }) => Effect.succeed(`no checkout: ${reason._tag}`)),
  )

const session = { id: "411486491630370819", token: "a-token", url: "https://pay.example/1" }

// Stub the service to test the program alone. Input is not validated; to test a failure, fail with a `ProviderError`.
const stubbed = Layer.mock(PayNow, { createCheckoutSession: () => Effect.succeed(session) })
assert.equal(await Effect.runPromise(Effect.provide(checkout(1), stubbed)), session.url)

// Stub the transport to validate input and answers, and to sort and retry failures, as with the provider.
// `vi.stubGlobal("fetch", …)` and msw work as well, for a layer without the option `fetch`.
const sent: Array<unknown> = []
const over = (answer: () => Response) =>
  PayNow.layer({
    apiKey: Redacted.make("a-key-of-no-store"),
    fetch: (_, init) => {
      sent.push(JSON.parse(String(init.body)))
      return Promise.resolve(answer())
    },
  })
const run = (quantity: number, answer: () => Response) =>
  Effect.runPromise(Effect.provide(checkout(quantity), over(answer)))

assert.equal(await run(2, () => Response.json(session)), session.url)
assert.equal(await run(2, () => new Response(null, { status: 404 })), "no checkout: Rejected")
assert.equal(await run(0.5, () => Response.json(session)), "no checkout: InvalidRequest")
assert.equal(sent.length, 2)
console.log("passed")
