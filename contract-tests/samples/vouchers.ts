/** An operation of one's own: `contract.ts` records and verifies it. It reads `VOUCHERS_API_KEY` and `VOUCHERS_URL`. */
import { defineApi, operation } from "edge-checkout/api"
import { contractOf } from "edge-checkout/contract"
import * as Schema from "effect/Schema"
import document from "./vouchers.openapi.json" with { type: "json" }

const body = { schema: Schema.Struct({ amount: Schema.Number }) }
const voucher = { schema: Schema.Struct({ code: Schema.String }) }

const vouchers = defineApi({
  authenticate: ({ key }) => ({ authorization: `Bearer ${key}` }),
  baseUrl: { default: "https://sandbox.vouchers.example", variable: "VOUCHERS_URL" },
  credentials: { key: { variable: "VOUCHERS_API_KEY" } },
  folder: "vouchers",
  name: "Vouchers",
  provider: "Vouchers",
})

const create = operation(vouchers, "create", {
  contract: { sideEffects: "a voucher that nobody was given", valid: () => ({ body: { amount: 5 } }) },
  endpoint: { body, method: "post", path: "/vouchers", success: { 201: voucher } },
})
export const contract = contractOf(create, document)
