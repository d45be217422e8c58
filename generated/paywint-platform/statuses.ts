// Generated from paywint-platform-checkout-token.yaml and paywint-platform-payment-link.yaml by `npm run generate`. Do not edit.

export const createCheckoutToken: ReadonlyArray<number | "4XX"> = [422]

export const createPaymentLink: ReadonlyArray<number | "4XX"> = [422]
