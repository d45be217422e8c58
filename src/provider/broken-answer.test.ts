import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { expect, it } from "vitest"
import { PayNow } from "../paynow/paynow.ts"
import { defaultPolicy } from "./policy.ts"

/** What becomes of a call that is answered this status, and a body that breaks off. */
const reasonOf = (status: number) => {
  const fetch = async () => {
    let pulls = 0
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        if (pulls++ === 0) controller.enqueue(new TextEncoder().encode('{"status":'))
        else controller.error(new TypeError("terminated"))
      },
    })
    return new Response(body, { headers: { "content-length": "100", "retry-after": "60" }, status })
  }
  const live = PayNow.layer({
    apiKey: Redacted.make("a-key"),
    fetch,
    policy: { ...defaultPolicy, attempts: 1 },
  })
  const session = PayNow.use((api) => api.createCheckoutSession("1", { customer_id: "1", lines: [] }))
  return Effect.runPromise(Effect.flip(Effect.provide(session, live)))
}

it.each([
  [400, "Rejected", "not-applied"],
  [401, "Unauthorized", "not-applied"],
  [403, "Unauthorized", "not-applied"],
  [404, "Rejected", "not-applied"],
  [409, "Rejected", "not-applied"],
  [422, "Rejected", "not-applied"],
  [429, "RateLimited", "not-applied"],
  [503, "Unavailable", "unknown"],
  // What was done is in the body.
  [200, "Unreachable", "unknown"],
])("%i with a body that breaks off is %s, %s", async (status, _tag, outcome) => {
  expect(await reasonOf(status)).toMatchObject({ outcome, reason: { _tag } })
})
