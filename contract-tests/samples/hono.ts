/** A route of Hono that opens a PayNow checkout for the shop's own backend, which knows who its customer is. */
import { layerPayNow, PayNow, type ProviderError } from "edge-checkout"
import * as Effect from "effect/Effect"
import * as ManagedRuntime from "effect/ManagedRuntime"
import { Hono } from "hono"
import { bearerAuth } from "hono/bearer-auth"

const token = process.env["SHOP_TOKEN"]
if (token === undefined) throw new Error("SHOP_TOKEN is missing")

const store = "411486491630370816"
const runtime = ManagedRuntime.make(layerPayNow)

/** Exhaustive: a reason that is new does not compile until it has its status. */
const statusOf = ({ reason }: ProviderError) => {
  switch (reason._tag) {
    case "InvalidRequest":
    case "Rejected":
      return 422
    case "RateLimited":
    case "CircuitOpen":
      return 503
    case "TimedOut":
      return 504
    case "Unauthorized":
    case "Unavailable":
    case "Unreachable":
    case "Declined":
    case "ContractViolation":
      return 502
  }
}

const app = new Hono()

app.post("/customers/:customer/checkouts/:product", bearerAuth({ token }), (context) => {
  const { customer, product } = context.req.param()
  const lines = [{ product_id: product, quantity: 1 }]
  const session = PayNow.use((paynow) =>
    paynow.createCheckoutSession(store, { customer_id: customer, lines }),
  )
  const answer = Effect.match(session, {
    onFailure: (error) => {
      const { outcome, reason } = error
      const status = statusOf(error)
      // `outcome` says whether the backend may ask again. What a provider said is shown where it is about the request.
      const detail = status === 422 ? reason.message : undefined
      return context.json({ detail, outcome, reason: reason._tag }, status)
    },
    onSuccess: ({ url }) => context.json({ url }, 201),
  })
  return runtime.runPromise(answer)
})

export default app
