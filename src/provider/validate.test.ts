import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import { expect, it } from "vitest"
import { payNowOperations } from "../paynow/paynow-operations.ts"
import { paywintDeveloperOperations } from "../paywint/developer-operations.ts"
import { InvalidRequest, type Issue } from "./reason.ts"

const key = Redacted.make("a-key-of-tests")
const session = payNowOperations({ apiKey: key }).createCheckoutSession
const token = paywintDeveloperOperations({ apiKey: key, apiSecret: key }).createCheckoutToken

const validated = (body: unknown) => session.validate({ body, params: { storeId: "1" } })
const issuesOf = (body: unknown): ReadonlyArray<Issue> => {
  const result = validated(body)
  return Result.isFailure(result) ? result.failure : []
}

const many = Array.from({ length: 30_000 }, () => 1)

it.each<[string, unknown]>([
  ["items", { customer_id: "1", lines: many }],
  ["items of items", { customer_id: "1", lines: many.slice(0, 60).map(() => ({ a: 1, b: 2 })) }],
  ["properties", { ...many }],
  ["values", { customer_id: "1", lines: [], metadata: { ...many } }],
])("names 50 of many %s that are wrong, and a few in the message", (_, body) => {
  const issues = issuesOf(body)
  expect(issues).toHaveLength(51)
  expect(new Set(issues.map(({ path }) => path.join())).size).toBe(51)
  expect(issues.at(-1)).toEqual({ message: "There is more", path: [] })
  const { message } = new InvalidRequest({ issues })
  expect(message.split("; ")).toHaveLength(6)
  expect(message).toMatch(/; and more$/)
})

it("names all of few, and no more", () => {
  const issues = issuesOf({ customer_id: "x", lines: [{ quantity: 1 }, { quantity: 1.5 }, 7], more: true })
  expect(issues.map(({ path }) => path).sort()).toEqual([
    ["customer_id"],
    ["lines", 1, "quantity"],
    ["lines", 2],
    ["more"],
  ])
  expect(new InvalidRequest({ issues }).message).not.toContain("and more")
})

const line = { product_id: "2", quantity: 1 }

it("takes a property that is undefined for none, wherever it is", () => {
  const body = {
    auto_redirect: undefined,
    customer_id: "1",
    lines: [{ ...line, gift_to: undefined, unheard_of: undefined }],
    metadata: { a: "b", c: undefined },
  }
  const result = Result.getOrThrow(validated(body))
  expect(result.body).toStrictEqual(JSON.parse(JSON.stringify(body)))
  expect(
    Result.isSuccess(token.validate({ body: { amount: 1, email: "a@b.co", phone: undefined }, params: {} })),
  ).toBe(true)
})

it.each<[string, object, ReadonlyArray<string | number>]>([
  ["a required property", { customer_id: undefined, lines: [] }, ["customer_id"]],
  ["an item", { customer_id: "1", lines: [undefined] }, ["lines", 0]],
  ["an item of several", { coupon_id: undefined, customer_id: "1", lines: [line, undefined] }, ["lines", 1]],
])("does not do without %s", (_, body, path) => {
  expect(issuesOf(body)).toMatchObject([{ path }])
})

it("does not make null of a price that is no number, as JSON would", () => {
  const priced = { quantity: 1, inline_product: { name: undefined, price: NaN } }
  expect(issuesOf({ customer_id: "1", lines: [priced] }).map(({ path }) => path.join("."))).toContain(
    "lines.0.inline_product.price",
  )
})

it("ends with a body that holds itself", () => {
  const body: Record<string, unknown> = { customer_id: "1", lines: [undefined] }
  body["metadata"] = body
  expect(issuesOf(body)).not.toEqual([])
})
