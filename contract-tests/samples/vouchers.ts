/**
 * An operation of one's own and what it is held to: `contract.ts` records and verifies it. It reads
 * `VOUCHERS_API_KEY` and, for another sandbox than the default one, `VOUCHERS_URL`.
 */
import * as contracts from "edge-checkout/contract"
import * as Config from "effect/Config"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"

const json = (name: string, type: string) => ({
  "application/json": { schema: { properties: { [name]: { type } }, required: [name], type: "object" } },
})
const post = {
  requestBody: { content: json("amount", "number") },
  responses: { 201: { content: json("code", "string") }, 401: { content: json("error", "string") } },
}
/** What the provider publishes; usually a file that is read. */
const document = { components: { schemas: {} }, info: {}, openapi: "3.1.0", paths: { "/vouchers": { post } } }

const Order = Schema.Struct({ amount: Schema.Number })
const Voucher = Schema.Struct({ code: Schema.String })
type Create = contracts.Operation<unknown, typeof Order.Type, typeof Voucher.Type>

const create = (url: string, key: string): Create => ({
  accept: contracts.validateAnswer(Voucher),
  conceal: contracts.concealing([key]),
  explain: () => ({}),
  name: "Vouchers.create",
  provider: "Vouchers",
  repeatable: false,
  send: async (_, { fetch, serialised: body, signal }) => {
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" }
    const init = { body, headers, method: "POST", redirect: "manual", signal } as const
    const response = await fetch(`${url}/vouchers`, init)
    const text = await response.text()
    return response.ok ? { data: text, response } : { error: text, response }
  },
  validate: contracts.validateInput(contracts.noParams, contracts.validateRequest(Order)),
})

const baseUrl = Config.String("VOUCHERS_URL").pipe(Config.withDefault("https://sandbox.vouchers.example"))
const settings = Config.all([baseUrl, Config.Redacted("VOUCHERS_API_KEY")])

const input = () => ({ body: { amount: 5 }, params: undefined })
const wrong = { VOUCHERS_API_KEY: "no-such-key" }

export const contract: contracts.Contract = {
  api: "vouchers",
  baseUrl,
  call: Config.map(settings, ([url, key]) => contracts.callOf(create(url, Redacted.value(key)))),
  document,
  kept: [],
  method: "POST",
  operation: "Vouchers.create",
  path: "/vouchers",
  placeholders: { VOUCHERS_API_KEY: "placeholder" },
  sandboxes: ["sandbox.vouchers.example"],
  scenarios: [
    { expect: "success", input, leaves: "a voucher that nobody was given", name: "success" },
    { configuration: wrong, expect: "Unauthorized", input, leaves: "nothing", name: "unauthorized" },
  ],
  subjects: [],
}
