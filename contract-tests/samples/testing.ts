/** Tests of a program that opens checkouts. Nothing is sent: a stub is in the place of the service or the transport. */
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

// The service: the program alone is tested. Input is not validated, and a failure is a `ProviderError` of one's own.
const stubbed = Layer.succeed(PayNow, { createCheckoutSession: () => Effect.succeed(session) })
assert.equal(await Effect.runPromise(Effect.provide(checkout(1), stubbed)), session.url)

// The transport: input and answer are validated, and failures are sorted and retried as against the provider.
// `vi.stubGlobal("fetch", …)` and msw replace it as well, in a layer that has no option `fetch`.
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
