import type { References } from "../scenario.ts"
import type { Particulars } from "../situations.ts"

const session = ({ reference, subjects }: References, quantity: number) => ({
  body: {
    auto_redirect: false,
    customer_id: subjects["customerId"] ?? "",
    lines: [{ product_id: subjects["productId"] ?? "", quantity }],
    metadata: { reference },
    return_url: "https://shop.example/thanks?order=1&lang=日本語",
  },
  params: { storeId: subjects["storeId"] ?? "" },
})

export const checkoutSession: Particulars = {
  at: "",
  enveloped: false,
  invalid: (references) => session(references, 1.5),
  leaves: "a checkout session that nobody pays",
  property: "token",
  valid: (references) => session(references, 1),
  wrongCredentials: { PAYNOW_API_KEY: "pnapi_v1_no_such_key" },
}
