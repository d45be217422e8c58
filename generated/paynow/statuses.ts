// Generated from paynow-management-checkout.json by `npm run generate`. Do not edit.

export const createCheckoutSession: ReadonlyArray<number | "4XX"> = []
