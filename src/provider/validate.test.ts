import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as SchemaIssue from "effect/SchemaIssue"
import { expect, it } from "vitest"
import { createCheckoutSession as session } from "../paynow/paynow.ts"
import { createDeveloperCheckoutToken as token } from "../paywint/developer.ts"
import { InvalidRequest, type Issue } from "./reason.ts"
import { noParams, validateAnswer, validateInput, validateRequest } from "./validate.ts"

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
    Result.isSuccess(
      token.validate({ body: { amount: 1, email: "a@b.co", phone: undefined }, params: undefined }),
    ),
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

it("searches no more issues than it names", () => {
  let looked = 0
  const Never = Schema.Number.check(Schema.makeFilter(() => ++looked < 0))
  const issues = Result.merge(validateRequest(Schema.Struct({ all: Schema.Array(Never) }))({ all: many }))
  expect(issues).toHaveLength(51)
  expect(looked).toBeLessThan(300)
})

it("names a wrong item behind many valid ones", () => {
  const lines = Array.from({ length: 300 }, (_, at) => (at % 100 === 99 ? { quantity: "1" } : line))
  const metadata = Object.fromEntries(lines.map((_, at) => [`m${at}`, at % 150 === 149 ? at : ""]))
  expect(issuesOf({ customer_id: "1", lines, metadata }).map(({ path }) => path.join("."))).toEqual([
    "lines.99.quantity",
    "lines.199.quantity",
    "lines.299.quantity",
    "metadata.m149",
    "metadata.m299",
  ])
})

it("names as much of a long name as of a long list of names", () => {
  const name = "n".repeat(60_000)
  expect(issuesOf({ customer_id: "1", lines: [], [name]: 1 })).toEqual([
    { message: "Expected no excess property", path: ["n".repeat(100)] },
  ])
  const wrong = Schema.Record(Schema.String, Schema.Array(Schema.String))
  const validate = validateInput(noParams, validateRequest(wrong))
  const issues = Result.merge(validate({ body: { [name]: many }, params: {} }))
  expect(JSON.stringify(issues).length).toBeLessThan(25_000)
})

it("names a place as it is, whatever its characters", () => {
  for (const name of ["\ud800", "\udc00x", "😀", "", "a.b"]) {
    expect(issuesOf({ customer_id: "1", lines: [], metadata: { [name]: 1 } })).toMatchObject([
      { path: ["metadata", name] },
    ])
  }
})

// The places are Effect's own, found the slow way, whatever a schema is made of.
const Leaf = Schema.Struct({
  name: Schema.String.check(Schema.isMinLength(2)),
  size: Schema.optionalKey(Schema.Int),
})
const Tagged = Schema.Union([
  Schema.Struct({ kind: Schema.Literal("a"), list: Schema.Array(Schema.Int) }),
  Schema.Struct({ kind: Schema.Literal("b"), leaf: Leaf }),
])
const kinds: ReadonlyArray<readonly [string, Schema.Decoder<unknown>, ReadonlyArray<unknown>]> = [
  ["a struct", Leaf, [{}, { name: "" }, { name: 1, size: 1.5 }, { name: "ab", other: 1 }, [], null, 7]],
  ["a list", Schema.Array(Leaf), [[{}], [{ name: "ab" }, 1], {}, [[]]]],
  ["a list with a length", Schema.Array(Schema.Int).check(Schema.isMinLength(3)), [[1], [1, 2], ["1"]]],
  ["a map", Schema.Record(Schema.String, Leaf), [{ a: {}, b: 1 }, [], { a: { name: "a" } }]],
  [
    "a struct with a map",
    Schema.StructWithRest(Schema.Struct({ id: Schema.String }), [
      Schema.Record(Schema.String, Schema.String),
    ]),
    [{}, { id: 1 }, { a: 1, id: "1" }, { a: 1, b: 2 }],
  ],
  ["null or a list", Schema.Union([Schema.Null, Schema.Array(Schema.Int)]), [["1", 2], {}, "a", 1]],
  [
    "one of two structs",
    Tagged,
    [{ kind: "a" }, { kind: "b", leaf: {} }, { kind: "c" }, { kind: "a", list: [""] }],
  ],
  ["a tuple", Schema.Tuple([Schema.Int, Schema.String]), [[1], ["a", "b"], [1, "a", 2], {}]],
  ["what refers to another", Schema.suspend(() => Leaf), [{}, { name: "" }]],
]

it.each(kinds)("names every place where %s is wrong", (_, schema, values) => {
  for (const value of values) {
    for (const validate of [validateRequest, validateAnswer]) {
      const strict = validate === validateRequest ? ({ onExcessProperty: "error" } as const) : {}
      const decoded = Schema.decodeUnknownResult(schema)(value, { errors: "all", ...strict })
      const told = validate(schema)(value)
      expect(Result.isFailure(told)).toBe(Result.isFailure(decoded))
      if (Result.isSuccess(decoded)) continue
      // Effect names a property twice that a map's schema refuses too.
      const slow = new Map(
        format(decoded.failure.issue).issues.map(({ message, path }) => [String(path), { message, path }]),
      )
      expect(
        Result.isFailure(told) && new Map(told.failure.map((issue) => [String(issue.path), issue])),
      ).toEqual(slow)
    }
  }
})

const format = SchemaIssue.makeFormatterStandardSchemaV1()

interface Nested {
  readonly inner?: Nested
}
const Nested = Schema.Struct({
  inner: Schema.optionalKey(Schema.suspend((): Schema.Codec<Nested> => Nested)),
})

it("refuses what is nested deeper than a schema that refers to itself can follow", () => {
  const deep: unknown = JSON.parse(`${'{"inner":'.repeat(20_000)}{}${"}".repeat(20_000)}`)
  expect(validateAnswer(Nested)(deep)).toEqual(Result.fail([{ message: "Nested too deeply", path: [] }]))
  const wrong: unknown = JSON.parse(`${'{"inner":'.repeat(100)}1${"}".repeat(100)}`)
  expect(validateAnswer(Nested)(wrong)).toMatchObject({ failure: [{ message: "Expected object" }] })
})
