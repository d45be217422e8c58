import * as Schema from "effect/Schema"
import { expect, it } from "vitest"
import { defineApi } from "../api/define.ts"
import { operation } from "../api/operation.ts"
import { paramsReader } from "./params.ts"
import { inputOf, type Served } from "./perform.ts"

const api = defineApi({
  authenticate: () => ({}),
  baseUrl: { default: "https://shop.example", variable: "SHOP_URL" },
  credentials: {},
  folder: "shop",
  name: "Shop",
  provider: "Shop",
})
const route = { path: "/v1/shops/{shop_id}/orders", summary: "List orders" } as const
const served: Served = {
  ...operation(api, "list", {
    endpoint: {
      method: "get",
      params: Schema.Struct({
        fields: Schema.optionalKey(Schema.Array(Schema.String)),
        filter: Schema.optionalKey(Schema.Struct({ amount: Schema.Int, state: Schema.String })),
        limit: Schema.optionalKey(Schema.Int),
        open: Schema.optionalKey(Schema.NullOr(Schema.Boolean)),
        shopId: Schema.String,
        tags: Schema.optionalKey(Schema.Array(Schema.Int)),
        "x-trace": Schema.optionalKey(Schema.String),
      }),
      path: "/shops/{shopId}/orders",
      places: {
        fields: { explode: false, in: "query" },
        filter: { in: "query", style: "deepObject" },
        limit: { in: "query" },
        open: { in: "query" },
        tags: { in: "query" },
        "x-trace": { in: "header" },
      },
      success: { 204: null },
    },
  }),
  route,
}
const read = (search: string, headers: Readonly<Record<string, string>> = {}) =>
  paramsReader(served)({ header: (name) => headers[name], path: { shop_id: "7" }, search })

it("reads each parameter as the type that the operation gives it", () => {
  const search = "?limit=5&open=false&tags=1&tags=2&fields=id,name&filter[state]=a%26b&filter[amount]=3"
  expect(read(search, { "x-trace": "t-1" })).toEqual({
    fields: ["id", "name"],
    filter: { amount: 3, state: "a&b" },
    limit: 5,
    open: false,
    shop_id: "7",
    tags: [1, 2],
    "x-trace": "t-1",
  })
  expect(read("")).toEqual({ shop_id: "7" })
})

it.each([
  ["limit=five", ["limit"]],
  ["limit=5.5", ["limit"]],
  ["open=yes", ["open"]],
  ["tags=x", ["tags", 0]],
  ["unknown=1", ["unknown"]],
])("leaves it to the operation to refuse ?%s", (search, path) => {
  expect(served.validate(inputOf(served, read(search), undefined))).toMatchObject({ failure: [{ path }] })
})
