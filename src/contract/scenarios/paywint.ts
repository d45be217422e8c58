import type { References } from "../scenario.ts"
import type { Particulars } from "../situations.ts"

const wrongSecret = { PAYWINT_PLATFORM_SECRET: "no-such-secret" }
const expiring = "a token that expires by itself"

const subject = ({ subjects }: References, name: string) => subjects[name] ?? ""

export const platformToken: Particulars = {
  at: "/data",
  enveloped: true,
  invalid: (references) => ({
    body: { amount: -1, user_id: subject(references, "userId") },
    params: undefined,
  }),
  leaves: expiring,
  property: "checkout_token",
  valid: (references) => ({
    body: { amount: 42.5, currency: "USD", user_id: subject(references, "userId") },
    params: undefined,
  }),
  wrongCredentials: wrongSecret,
}

export const paymentLink: Particulars = {
  at: "/data",
  enveloped: true,
  invalid: (references) => ({
    body: { amount: -1 },
    params: { user_id: subject(references, "userId") },
  }),
  leaves: "a payment link that nobody was sent",
  property: "payment_link",
  valid: (references) => ({
    body: {
      amount: 150.75,
      description: "Café – 日本語 🧾",
      invoice_number: `CT-${references.reference}`,
    },
    params: { user_id: subject(references, "userId") },
  }),
  wrongCredentials: wrongSecret,
}

export const developerToken: Particulars = {
  at: "/data",
  enveloped: true,
  invalid: () => ({ body: { amount: -1, email: "payer@example.com" }, params: undefined }),
  leaves: expiring,
  property: "checkout_token",
  valid: () => ({ body: { amount: 42.5, currency: "USD", email: "payer@example.com" }, params: undefined }),
  wrongCredentials: { PAYWINT_API_SECRET: "no-such-secret" },
}
