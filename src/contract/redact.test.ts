import { describe, expect, it } from "vitest"
import type { Described, Json, JsonObject } from "./document.ts"
import { redactResponse } from "./redact.ts"
import { unlike } from "./redaction/unlike.ts"

const describedBy = (schema: Json | undefined, openapi = "3.1.0", type = "application/json"): Described => {
  const content = schema === undefined ? {} : { [type]: { schema: schema as JsonObject } }
  return {
    document: {
      components: { schemas: {} },
      info: {},
      openapi,
      paths: { "/": { get: { responses: { 200: { content } } } } },
    },
    method: "GET",
    path: "/",
  }
}
const answer = (body: unknown, type = "application/json") => ({
  body: typeof body === "string" && type !== "application/json" ? body : JSON.stringify(body),
  headers: { "content-type": type },
  status: 200,
})
const redacted = (schema: Json | undefined, body: Json, kept: ReadonlyArray<string> = []): Json =>
  JSON.parse(redactResponse(describedBy(schema), answer(body), kept).body) as Json

const text = { type: "string" }
const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  properties,
  type: "object",
  ...more,
})

describe("a value is replaced by one that its schema allows", () => {
  it.each<readonly [string, JsonObject, Json, Json]>([
    ["a text", text, "Jane Doe", "redacted-a"],
    ["a short text", { ...text, maxLength: 3 }, "EUR", expect.stringMatching(/^[a-z]{3}$/)],
    ["a long text", { ...text, minLength: 30 }, "x".repeat(40), "redacted-axxxxxxxxxxxxxxxxxxxx"],
    ["an enum", { enum: ["open", "paid"], type: "string" }, "paid", "open"],
    ["an enum of numbers", { enum: [3, 7] }, 7, 3],
    ["a const", { const: "card" }, "card", "card"],
    ["a const object", { const: { a: "x" } }, { a: "x" }, { a: "x" }],
    ["a date", { ...text, format: "date" }, "2031-07-04", "2026-01-01"],
    ["a date-time", { ...text, format: "date-time" }, "2031-07-04T10:00:00.5+02:00", "2026-01-01T00:00:00Z"],
    ["a time", { ...text, format: "time" }, "10:00:00Z", "00:00:00Z"],
    [
      "a date-time with milliseconds",
      { ...text, format: "date-time", pattern: "\\.\\d{3}Z$" },
      "2031-07-04T10:00:00.125Z",
      "2026-01-01T00:00:00.000Z",
    ],
    [
      "a date-time with an offset",
      { ...text, format: "date-time", pattern: "[+-]\\d\\d:\\d\\d$" },
      "2031-07-04T10:00:00+02:00",
      "2026-01-01T00:00:00+00:00",
    ],
    [
      "a time with microseconds",
      { ...text, format: "time", pattern: "\\.\\d{6}" },
      "10:00:00.123456Z",
      "00:00:00.000000Z",
    ],
    ["a duration", { ...text, format: "duration" }, "P3DT2H", "P1D"],
    [
      "a uuid",
      { ...text, format: "uuid" },
      "3c90c3cc-0d44-4b50-8888-8dd25736052a",
      expect.stringMatching(/^00000000-0000-4000-8000-[\da-f]{12}$/),
    ],
    [
      "an email",
      { ...text, format: "email" },
      "jane@shop.com",
      expect.stringMatching(/^[a-z]{8}@redacted\.example$/),
    ],
    ["a URI", { ...text, format: "uri" }, "https://pay.com/x?t=1", "https://redacted.example/redacted-a"],
    [
      "a host",
      { ...text, format: "hostname" },
      "db.shop.com",
      expect.stringMatching(/^[a-z]{8}\.redacted\.example$/),
    ],
    ["an IPv4 address", { ...text, format: "ipv4" }, "203.0.113.9", "192.0.2.1"],
    ["an IPv6 address", { ...text, format: "ipv6" }, "::1", expect.stringMatching(/^2001:db8::[\da-f]{4}$/)],
    ["base64", { ...text, format: "byte" }, "SmFuZQ==", expect.stringMatching(/^[\w+/]+=*$/)],
    ["a decimal", { ...text, format: "decimal" }, "42.50", "1.00"],
    [
      "a decimal by pattern",
      { ...text, pattern: "^\\d+\\.\\d{2}$" },
      "42.50",
      expect.stringMatching(/^\d+\.\d\d$/),
    ],
    [
      "an id by pattern",
      { ...text, pattern: "^cus_[A-Za-z0-9]{14}$" },
      "cus_Abc123Abc123Ab",
      expect.stringMatching(/^cus_\w{14}$/),
    ],
    [
      "a text by pattern and length",
      { ...text, minLength: 9, pattern: "^[A-Z]+$" },
      "ABCDEFGHIJ",
      expect.stringMatching(/^[A-Z]{9,}$/),
    ],
    [
      "a pattern that looks ahead",
      { ...text, pattern: "^(?!0+$)\\d{4}$" },
      "1234",
      expect.stringMatching(/^\d{4}$/),
    ],
    [
      "the example of a pattern",
      { ...text, example: "ab-12", pattern: "^[a-z]{2}-\\d\\d$" },
      "xy-99",
      "ab-12",
    ],
    [
      "the example of an unknown format",
      { ...text, examples: ["DE89"], format: "iban" },
      "FR7630006000011234567890189",
      "DE89",
    ],
    ["a pattern that refers back", { ...text, pattern: "^(\\d)\\1{3}$" }, "7777", "0000"],
    ["a number", { type: "number" }, 12.25, 1],
    ["an integer", { type: "integer" }, 99, 1],
    ["a number of at least", { minimum: 100, type: "integer" }, 250, 100],
    ["a number above", { exclusiveMinimum: 100, type: "integer" }, 250, 101],
    ["a number below", { exclusiveMaximum: 0, type: "number" }, -0.001, -1],
    ["a number within", { maximum: 0.2, minimum: 0.1, type: "number" }, 0.15, 0.1],
    ["a multiple", { minimum: 7, multipleOf: 5, type: "integer" }, 45, 10],
    ["a multiple with a fraction", { minimum: 1.5, multipleOf: 0.01, type: "number" }, 12.34, 1.5],
    ["a boolean", { type: "boolean" }, false, false],
    ["null", { type: ["string", "null"] }, null, null],
    ["one of two", { oneOf: [{ type: "integer" }, { ...text, format: "date" }] }, "2031-07-04", "2026-01-01"],
    ["what nothing is said of", {}, "Jane", "redacted-a"],
  ])("%s", (_, schema, value, replacement) => {
    const all = object({ a: schema }, { required: ["a"] })
    expect(redacted(all, { a: value })).toEqual({ a: replacement })
    const response = answer({ a: value })
    expect(unlike(describedBy(all), response, redactResponse(describedBy(all), response, []))).toEqual([])
  })

  it("by OpenAPI 3.0 too", () => {
    const schema = object({
      a: { exclusiveMinimum: true, minimum: 100, type: "integer" },
      b: { enum: ["open", null], nullable: true, type: "string" },
      c: { nullable: true, type: "string" },
    })
    const body = redactResponse(describedBy(schema, "3.0.3"), answer({ a: 200, b: "open", c: null }), []).body
    expect(JSON.parse(body)).toEqual({ a: 101, b: "open", c: null })
  })

  it("whatever branch it is of, and the branch stays the same", () => {
    const payment = {
      ...object({ kind: { enum: ["card", "transfer"] } }),
      if: { properties: { kind: { const: "transfer" } } },
      then: object({ iban: { ...text, maxLength: 34 } }, { required: ["iban"] }),
    }
    expect(redacted(payment, { iban: "DE89370400440532013000", kind: "transfer" })).toEqual({
      iban: "redacted-iban",
      kind: "transfer",
    })
  })

  it("so that items that have to differ do", () => {
    const list = (items: JsonObject) => object({ a: { items, type: "array", uniqueItems: true } })
    expect(redacted(list({ type: "integer" }), { a: [7, 9, 7] })).toEqual({ a: [1, 2, 1] })
    expect(redacted(list({ enum: ["EUR", "USD", "GBP"] }), { a: ["GBP", "EUR"] })).toEqual({
      a: ["EUR", "USD"],
    })
    expect(redacted(list({ ...text, format: "date" }), { a: ["2031-07-04", "2031-07-05"] })).toEqual({
      a: ["2026-01-01", "2026-01-02"],
    })
  })

  it("as one that breaks the same rules: nothing is mended", () => {
    const schema = object({
      a: { ...text, maxLength: 3 },
      b: { enum: [1, 2] },
      c: text,
      d: { ...text, format: "date" },
      e: { ...text, pattern: "^\\d+$" },
      f: { type: "integer" },
    })
    const body = { a: "Euros", b: 3, c: 7, d: "tomorrow", e: "x1", f: 7.25 }
    const described = describedBy(schema)
    const result = redactResponse(described, answer(body), [])
    expect(unlike(described, answer(body), result)).toEqual([])
    expect(JSON.parse(result.body)).toEqual({
      a: "redacted-a",
      b: expect.toSatisfy((value: number) => ![1, 2].includes(value)),
      c: 1,
      d: "redacted-d",
      e: "redacted-e",
      f: 0.5,
    })
  })

  it("or recording fails", () => {
    const schema = object({ "a/b": { ...text, pattern: "^(\\w)(\\w)\\2\\1$" } })
    expect(() => redacted(schema, { "a/b": "abba" })).not.toThrow()
    const backwards = object({ "a/b": { ...text, pattern: "^(?:Jo)(?<name>e)\\k<name>$" } })
    expect(() => redacted(backwards, { "a/b": "Joee" })).toThrow(
      "no replacement fits the value at /a~1b of the answer: list it in `kept`, or give an example that its schema allows in an overlay of the document",
    )
    expect(redacted(backwards, { "a/b": "Joee" }, ["/a~1b"])).toEqual({ "a/b": "Joee" })
  })
})

describe("one text has one replacement", () => {
  const schema = object({
    customer: { ...text, format: "uuid" },
    list: { items: text, type: "array" },
    note: text,
    owners: { additionalProperties: text, type: "object" },
  })
  const id = "3c90c3cc-0d44-4b50-8888-8dd25736052a"

  it("wherever it stands, as a value or as a name", () => {
    const { customer, list, owners } = Object(
      redacted(schema, { customer: id, list: ["other", id], owners: { [id]: "Jane" } }),
    )
    expect(customer).toMatch(/^00000000-0000-4000-8000-/)
    expect([list, owners]).toEqual([
      ["redacted-list-0", customer],
      { [customer]: "redacted-owners-redacted-1" },
    ])
  })

  it("which other values do not change, added, removed or equal", () => {
    const alone = Object(redacted(schema, { customer: id }))
    for (const more of [{ note: id }, { list: ["a", "b"] }, { note: "x", owners: { a: "b" } }]) {
      expect(Object(redacted(schema, { ...more, customer: id })).customer).toBe(alone.customer)
    }
  })

  it("but a short one, a number, a listed one and a date have that of their place", () => {
    const places = object({
      a: text,
      b: text,
      c: { enum: ["pending-review"] },
      d: text,
      e: { type: "integer" },
      f: { minimum: 5, type: "integer" },
    })
    const body = { a: "Jane", b: "Jane", c: "pending-review", d: "pending-review", e: 7, f: 7 }
    expect(redacted(places, body)).toEqual({
      a: "redacted-a",
      b: "redacted-b",
      c: "pending-review",
      d: "redacted-d",
      e: 1,
      f: 5,
    })
  })

  it.each(["cus_1", "A7", "jane@a.de", "+49 151 234", "2c90c3cc-0000-4b50-8888-8dd257360521"])(
    "%s is one",
    (id) => {
      const { list, note } = Object(redacted(schema, { list: [id], note: id }))
      expect(list).toEqual([note])
    },
  )

  it.each<readonly [string, string]>([
    ["10.00", "7.50"],
    ["1,234,567.00", "-99999.99"],
    ["2031-07-04", "2031-07-05"],
    ["10:00:00", "11:00:00"],
    ["Thu, 01 Jan 2031 00:00:00 GMT", "Fri, 02 Jan 2031 00:00:00 GMT"],
    ["EUR", "USD"],
  ])("but %s is equal to another by chance", (value, other) => {
    const places = object({ a: text, b: text })
    expect(redacted(places, { a: value, b: value })).toEqual(redacted(places, { a: value, b: other }))
  })

  it("that every place allows", () => {
    const places = object({ a: { ...text, maxLength: 12 }, aa: text })
    const { a, aa } = Object(redacted(places, { a: "jane.doe", aa: "jane.doe" }))
    expect([a, aa]).toEqual(["redacted-a", "redacted-a"])
  })
})

describe("a name that the document does not know is replaced", () => {
  it.each<readonly [string, Json | undefined, Json, Json]>([
    [
      "in a map",
      object({ contacts: { additionalProperties: { type: "boolean" }, type: "object" } }),
      { contacts: { "jane.doe@example.com": true, "joe@example.com": false } },
      { contacts: { "redacted-1": true, "redacted-2": false } },
    ],
    [
      "beside those that it knows",
      object({ id: text }),
      { "jane@example.com": 1, id: "x" },
      { "redacted-1": 1, id: "redacted-id" },
    ],
    [
      "in a list",
      object({ a: { items: object({ id: text }), type: "array" } }),
      { a: [{ jane: 1 }, { id: "x", joe: 2 }] },
      { a: [{ "redacted-1": 1 }, { id: "redacted-a-1-id", "redacted-1": 1 }] },
    ],
    [
      "deep in what nothing describes",
      {},
      { jane: [{ joe: { jim: null } }] },
      { "redacted-1": [{ "redacted-1": { "redacted-1": null } }] },
    ],
    ["where no schema is", undefined, { detail: "Jane" }, { "redacted-1": "redacted-redacted-1" }],
    [
      "where a name is taken",
      object({ "redacted-1": text }),
      { jane: 1, "redacted-1": "x" },
      { "redacted-1": "redacted-redacted-1", "redacted-2": 1 },
    ],
    ["where names are listed", { propertyNames: { enum: ["EUR", "USD"] } }, { USD: 5 }, { EUR: 1 }],
    [
      "where names have a pattern",
      { patternProperties: { "^[a-z]{2}$": { type: "integer" } }, additionalProperties: false },
      { de: 5 },
      { [expect.any(String) as never]: 1 },
    ],
    [
      "that is a prototype's",
      {},
      JSON.parse('{"__proto__":1,"constructor":2}') as Json,
      { "redacted-1": 1, "redacted-2": 1 },
    ],
  ])("%s", (what, schema, body, expected) => {
    const result = redacted(schema, body)
    if (what === "where names have a pattern") expect(Object.keys(Object(result))[0]).toMatch(/^[a-z]{2}$/)
    else expect(result).toEqual(expected)
  })
})

describe("a value that a JSON Pointer names is kept", () => {
  const any = undefined
  const body = {
    "a/b": 2,
    "a(": 3,
    card: { number_masked: "4", numbers: [{ id: 5 }, { id: 6 }] },
    "card-number_masked": 7,
    "card.number_masked": 8,
    "m~n": 9,
    xb: 10,
  }
  const keptOf = (...pointers: ReadonlyArray<string>) =>
    JSON.stringify(redacted(any, body, pointers)).match(/"?(?<=:"?)([02-9]|10)(?="?[,}])/g) ?? []

  it.each<readonly [string, ReadonlyArray<string>]>([
    ["/card.number_masked", ["8"]],
    ["/a~1b", ["2"]],
    ["/a(", ["3"]],
    ["/m~0n", ["9"]],
    ["/a|b", []],
    ["/a/b", []],
    ["/card", []],
    ["/card/numbers/0/id", ["5"]],
    ["/card/numbers/*/id", ["5", "6"]],
    ["/card/*/0/id", ["5"]],
    ["/card/num*/0/id", []],
    ["/.*", []],
    ["/card/*", ["4"]],
    ["", []],
  ])("%s", (pointer, values) => {
    expect(keptOf(pointer).map((found) => found.replaceAll('"', ""))).toEqual(values)
  })

  it("with its name, where the pointer spells it", () => {
    expect(redacted({}, { rates: { EUR: 1.5, USD: 2.5 } }, ["/rates/EUR"])).toEqual({
      rates: { EUR: 1.5, "redacted-1": 1 },
    })
    expect(redacted({}, { rates: { EUR: 1.5 } }, ["/*/*"])).toEqual({ "redacted-1": { "redacted-1": 1.5 } })
  })

  it("where the document allows its type", () => {
    const schema = object({
      a: { type: "boolean" },
      b: { anyOf: [text, { type: "null" }] },
      c: { allOf: [{ type: "integer" }] },
    })
    const kept = ["/a", "/b", "/c"]
    expect(redacted(schema, { a: "yes", b: 7, c: "x" }, kept)).toEqual({
      a: "redacted-a",
      b: 1,
      c: "redacted-c",
    })
    expect(redacted(schema, { a: true, b: "y", c: 7 }, kept)).toEqual({ a: true, b: "y", c: 7 })
  })

  it.each(["a", "/a~", "/a~2b", "a/b", "*"])("%s is not a pointer", (pointer) => {
    expect(() => redacted({}, {}, [pointer])).toThrow(
      `kept: "${pointer}" is not a JSON Pointer (RFC 6901), such as /data/status`,
    )
  })
})

describe("a body that is not JSON", () => {
  it.each([
    ["<html>CANARY</html>", "text/html", "<!doctype html><title>redacted</title>"],
    ['{"token":"CANARY', "application/json", '{"redacted":'],
    ["CANARY", "application/json", '{"redacted":'],
    ["CANARY", "text/plain", '{"redacted":'],
  ])("%s of type %s is replaced", (body, type, expected) => {
    const response = { body, headers: { "content-type": type }, status: 200 }
    expect(redactResponse(describedBy(undefined), response, []).body).toBe(expected)
  })

  it("is a text where the document describes one", () => {
    const described = describedBy({ ...text, maxLength: 12 }, "3.1.0", "text/plain")
    for (const body of ["Jane Doe", '{"a":1}']) {
      expect(redactResponse(described, answer(body, "text/plain"), []).body).toBe("redacted")
    }
  })
})

it("leaves out headers that programs don't read, and parameters of those that they do", () => {
  const headers = { "content-type": "text/html; a=CANARY", "retry-after": "CANARY", "x-trace": "CANARY" }
  expect(redactResponse(describedBy(undefined), { body: "", headers, status: 200 }, []).headers).toEqual({
    "content-type": "text/html",
    "retry-after": "Thu, 01 Jan 2026 00:00:00 GMT",
  })
})
