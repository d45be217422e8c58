// Generated from paywint-developer-checkout-token.yaml by `npm run generate`. Do not edit.

export const createCheckoutToken: ReadonlyArray<number | "4XX"> = [422]
