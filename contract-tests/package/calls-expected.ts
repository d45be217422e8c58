import { expect } from "vitest"
import { environment } from "../emulator/credentials.ts"
import { startProviders } from "./providers.ts"

const createPaymentLink = "PaywintPlatform.createPaymentLink"
const token = { checkout_token: expect.stringMatching(/^ey/), expires_at: expect.stringMatching(/^20.*Z$/) }

/** What has to come of the calls, and who has to say so. */
export const expected = (runtime: string | RegExp) => ({
  developerToken: token,
  invalid: {
    attempts: 0,
    operation: createPaymentLink,
    outcome: "not-applied",
    reason: "InvalidRequest",
  },
  link: {
    payment_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    payment_link: expect.stringMatching(/^https:/),
  },
  platformToken: token,
  rejected: {
    attempts: 1,
    operation: createPaymentLink,
    outcome: "not-applied",
    reason: "Rejected",
    status: 404,
  },
  runtime: expect.stringMatching(runtime),
  session: {
    id: expect.stringMatching(/^\d+$/),
    token: expect.stringMatching(/./),
    url: expect.stringMatching(/^https:/),
  },
})

/** The providers for the calls: they refuse the second link. */
export const startCalled = async () => {
  const providers = await startProviders()
  providers.fail({ fault: { kind: "status", status: 404 }, operation: createPaymentLink, skip: 1 })
  return {
    ...providers,
    configuration: environment(providers.url),
    /** That what is invalid was not sent, and nothing was sent twice. */
    expectCalls: () => {
      // A browser asks for a favicon.
      const asked = providers.received().filter(({ method }) => method !== "GET")
      expect(asked.map(({ operation }) => operation)).toEqual([
        "PaywintDeveloper.createCheckoutToken",
        createPaymentLink,
        "PaywintPlatform.createCheckoutToken",
        "PayNow.createCheckoutSession",
        createPaymentLink,
      ])
    },
  }
}
