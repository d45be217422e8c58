import { describe, expect, it } from "vitest"
import { compareResponse } from "./compare.ts"
import { responseFindings } from "./conformance.ts"
import type { Described, Json, JsonObject } from "./document.ts"
import type { Ending, Finding, Fixture } from "./fixture.ts"

const described: Described = {
  document: {
    components: { schemas: {} },
    info: {},
    openapi: "3.1.0",
    paths: { "/a": { post: { responses: { 204: {}, 401: {}, 403: { content: {} } } } } },
  },
  method: "post",
  path: "/a",
}

it.each([
  ["nothing", ""],
  ["text", "no"],
  ["HTML", "<p>no</p>"],
  ["JSON", '{"error":"no"}'],
])("%s where the document describes no body is no drift", (_, body) => {
  for (const status of [401, 403]) {
    expect(compareResponse(described, undefined, { body, headers: {}, status })).toEqual([])
  }
})

it("a success that the document does not describe is a warning: nothing of it is compared", () => {
  const response = { body: '{"id":7}', headers: { "content-type": "application/json" }, status: 204 }
  expect(compareResponse(described, undefined, response)).toMatchObject([
    { pointer: "/response/body", severity: "warning" },
  ])
})

const string = { type: "string" }
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const card = { properties: { kind: { const: "card" }, number: string }, required: ["kind"], type: "object" }
const transfer = {
  properties: { iban: string, kind: { const: "transfer" } },
  required: ["kind"],
  type: "object",
}
const tree = { properties: { children: { items: ref("Tree") }, name: string }, type: "object" }

const answering = (
  schema: Json,
  schemas: Readonly<Record<string, JsonObject>> = { Tree: tree },
): Described => ({
  document: {
    components: { schemas },
    info: {},
    openapi: "3.1.0",
    paths: {
      "/a": { post: { responses: { 200: { content: { "application/json": { schema: Object(schema) } } } } } },
    },
  },
  method: "post",
  path: "/a",
})
const answer = (body: unknown, type = "application/json") => ({
  body: typeof body === "string" ? body : JSON.stringify(body),
  headers: { "content-type": type },
  status: 200,
})
const recorded = (body: unknown, departures: ReadonlyArray<Finding> = []): Fixture => ({
  departures,
  ending: { success: null },
  exchange: { request: { body: "", headers: {}, method: "POST", target: "/a" }, response: answer(body) },
  operation: "A.a",
  provenance: { host: "a", recorded: "2026-01-01", recorder: 1, source: "sandbox", spec: "" },
  scenario: "success",
})
const drifts = (schema: Json, before: unknown, now: unknown, ending?: Ending) =>
  compareResponse(answering(schema), recorded(before), answer(now), ending).map(
    ({ got, pointer, severity }) => `${severity} ${pointer.slice("/response/body".length)} ${got}`,
  )

describe("names that are data are never new or gone:", () => {
  const value = { a: "x" }
  const maps: ReadonlyArray<readonly [string, JsonObject]> = [
    ["a map of texts", { additionalProperties: { type: ["string", "object"] }, type: "object" }],
    ["a map of anything", { additionalProperties: true, type: "object" }],
    [
      "a map of anything, beside properties",
      { additionalProperties: {}, properties: { id: string }, type: "object" },
    ],
    ["a map by pattern", { patternProperties: { "^k": {} }, properties: { id: string } }],
    ["what is unevaluated", { allOf: [{ properties: { id: string } }], unevaluatedProperties: {} }],
    ["a free-form object", { type: "object" }],
    ["a free-form object that says nothing at all", {}],
    ["anything", { allOf: [{}, { type: "object" }] }],
    ["a map under `then`", { if: { type: "object" }, then: { additionalProperties: {} } }],
    ["a map in allOf", { allOf: [{ additionalProperties: {} }, { description: "a map" }] }],
    ["a map in a branch", { oneOf: [{ type: "null" }, { additionalProperties: {}, type: "object" }] }],
  ]
  it.each(maps)("%s", (_, schema) => {
    for (const wrap of [
      (one: Json) => one,
      (one: Json) => ({ items: [one] }),
      (one: Json) => ({ map: { k: one } }),
    ]) {
      const around = {
        properties: { items: { items: schema }, map: { additionalProperties: schema } },
        type: "object",
      }
      const of = "items" in Object(wrap(null)) || "map" in Object(wrap(null)) ? around : schema
      expect(drifts(of, wrap({ k1: value, k2: value }), wrap({ k3: value }))).toEqual([])
      expect(drifts(of, wrap({ k1: "x" }), wrap({}))).toEqual([])
      expect(drifts(of, wrap({}), wrap({ k1: { k2: { k3: "x" } } }))).toEqual([])
    }
  })

  it("their values are held against their schema", () => {
    const schema = { additionalProperties: { properties: { a: string, b: string } }, type: "object" }
    expect(drifts(schema, { k1: value }, { k2: { a: 7 } })).toEqual(["breaking /(unknown name)/a number"])
    expect(drifts(schema, { k1: value }, { k2: { ...value, c: 1 } })).toEqual([
      "info /(unknown name)/(unknown name) a property",
    ])
    expect(drifts(schema, { k1: { ...value, b: "x" } }, { k2: value })).toEqual([
      "warning /(unknown name)/b nothing",
    ])
  })
})

it("a departure that was recorded is known under other names and in other elements", () => {
  const schema = {
    properties: { list: { items: { type: "integer" } }, map: { additionalProperties: { type: "integer" } } },
  }
  const before = { list: [1, "x"], map: { a: "x", b: "y" } }
  const now = { list: ["x"], map: { c: "x", d: "y", e: "z" } }
  const known = recorded(before, responseFindings(answering(schema), answer(before)))
  expect(compareResponse(answering(schema), known, answer(now))).toEqual([])
  expect(compareResponse(answering(schema), known, answer({ list: [null], map: {} }))).toMatchObject([
    { got: "null" },
  ])
})

describe("what is described is found where it applies:", () => {
  it.each<readonly [string, Json, Json, Json, ReadonlyArray<string>]>([
    [
      "in a tuple",
      { prefixItems: [card, transfer] },
      [
        { kind: "card", number: "1" },
        { iban: "1", kind: "transfer" },
      ],
      [{ kind: "card" }, { iban: "1", kind: "transfer" }],
      ["warning /0/number nothing"],
    ],
    [
      "behind a tuple",
      { items: transfer, prefixItems: [card] },
      [{ kind: "card" }, { iban: "1", kind: "transfer" }],
      [{ kind: "card" }, { kind: "transfer" }],
      ["warning /*/iban nothing"],
    ],
    [
      "in another branch",
      { oneOf: [card, transfer] },
      { kind: "card", number: "1" },
      { iban: "1", kind: "transfer" },
      [],
    ],
    [
      "in the same branch",
      { oneOf: [card, transfer] },
      { kind: "card", number: "1" },
      { kind: "card" },
      ["warning /number nothing"],
    ],
    [
      "under `then`",
      { else: transfer, if: { required: ["number"] }, then: card },
      { kind: "card", number: "1" },
      { iban: "1", kind: "transfer" },
      [],
    ],
    [
      "by dependence",
      { dependentSchemas: { a: { properties: { b: string } } }, properties: { a: string } },
      { a: "1", b: "1" },
      {},
      ["warning /a nothing"],
    ],
    [
      "in allOf",
      { allOf: [{ properties: { a: string } }, { properties: { b: string } }] },
      { a: "1", b: "1" },
      { a: "1" },
      ["warning /b nothing"],
    ],
    [
      "by a reference that leads to itself",
      ref("Tree"),
      { children: [{ children: [{ name: "a" }] }] },
      { children: [{ children: [{ children: [] }] }] },
      ["warning /children/*/children/*/name nothing"],
    ],
    [
      "and null has nothing",
      { properties: { a: { properties: { b: string } } } },
      { a: { b: "1" } },
      { a: null },
      [],
    ],
  ])("%s", (_, schema, before, now, found) => {
    expect(drifts(schema, before, now)).toEqual(found)
  })
})

describe("names that the document does not know", () => {
  const open = { properties: { id: string }, type: "object" }
  const closed = { ...open, additionalProperties: false }
  it.each([
    ["an open object", open],
    ["a closed object", closed],
    ["an object closed around allOf", { allOf: [open], unevaluatedProperties: false }],
  ])("of %s are counted, and told of where there are more than before", (_, schema) => {
    expect(drifts(schema, { id: "1" }, { a: 1, b: {}, id: "1" })).toEqual([
      "info /(unknown name) 2 properties",
    ])
    expect(drifts(schema, { id: "1", redacted: 1 }, { b: 1, id: "1" })).toEqual([])
    expect(drifts(schema, { id: "1", redacted: 1 }, { id: "1" })).toEqual([])
    expect(drifts(schema, { id: "1", redacted: 1 }, { a: 1, b: 1, id: "1" })).toEqual([
      "info /(unknown name) 2 properties",
    ])
    expect(drifts({ items: schema }, [], [{ a: 1 }, { b: 1, c: 1 }, {}])).toEqual([
      "info /*/(unknown name) 2 properties",
    ])
  })
})

const refused = (...path: ReadonlyArray<string | number>): Ending => ({
  outcome: "unknown",
  reason: { _tag: "ContractViolation", issues: [{ message: "Expected what it is not", path }], status: 200 },
})
const success: Ending = { success: null }

describe("the severity of a departure depends on how the program ends:", () => {
  const listed = { properties: { a: { enum: ["x", "y"] } }, type: "object" }
  const brief = (schema: Json, body: unknown, ending?: Ending, type?: string) =>
    compareResponse(answering(schema), undefined, answer(body, type), ending).map(
      ({ pointer, severity }) => `${severity} ${pointer}`,
    )

  it("a further value of an enum", () => {
    expect(brief(listed, { a: "z" }, success)).toEqual(["warning /response/body/a"])
    expect(brief(listed, { a: "z" })).toEqual(["warning /response/body/a"])
    expect(brief(listed, { a: "z" }, refused("a"))).toEqual(["breaking /response/body/a"])
    expect(brief(listed, { a: "z" }, refused("b"))).toEqual(["warning /response/body/a"])
    expect(brief(listed, { a: "z" }, refused())).toEqual(["breaking /response/body/a"])
  })

  it("a name of a closed object that the document does not know", () => {
    const closed = { additionalProperties: false, properties: { a: string } }
    const at = "/response/body/(unknown name)"
    expect(brief(closed, { a: "x", b: 1, c: 2 }, success)).toEqual([`info ${at}`])
    expect(brief(closed, { a: "x", b: 1, c: 2 }, refused("a"))).toEqual([`info ${at}`])
    expect(brief(closed, { a: "x", b: 1, c: 2 }, refused("b"))).toEqual([`breaking ${at}`])
    expect(brief({ items: closed }, [{}, { b: 1 }], refused(1, "b"))).toEqual([
      "breaking /response/body/1/(unknown name)",
    ])
    expect(brief({ properties: { a: string } }, { b: 1 }, refused("b"))).toEqual([`info ${at}`])
  })

  it.each([7, null, true, ["x"], { x: 1 }])("not a value of another type: %j", (a) => {
    expect(brief(listed, { a }, success)).toEqual(["breaking /response/body/a"])
  })

  it("a content type that is not described; the body is compared all the same", () => {
    const type = "text/plain"
    const at = "/response/headers/content-type"
    expect(brief(listed, { a: "x" }, success, type)).toEqual([`warning ${at}`])
    expect(brief(listed, { a: 7 }, success, type)).toEqual([`warning ${at}`, "breaking /response/body/a"])
    expect(brief(listed, "<p>", refused(), type)).toEqual([`breaking ${at}`])
    expect(brief(listed, { a: "x" }, undefined, type)).toEqual([`breaking ${at}`])
  })

  it.each<readonly [string, Ending | undefined, boolean]>([
    ["accepts it", success, false],
    ["is not known", undefined, false],
    ["fails otherwise", { outcome: "unknown", reason: { _tag: "Rejected" } }, false],
    ["refuses it", refused("a"), true],
  ])(
    "it says that the program does not accept the answer only where it refuses it: it %s",
    (_, ending, said) => {
      for (const body of [{ a: 7 }, "<p>", { a: "z" }]) {
        const found = compareResponse(answering(listed), undefined, answer(body), ending)
        expect(found.map(({ meaning }) => meaning.includes("does not accept it"))).toEqual([said])
      }
    },
  )
})

it(
  "an answer to which too many alternatives may apply is not compared, which is a warning",
  { timeout: 30_000 },
  () => {
    const alternative = (name: string) => ({
      properties: { child: ref("tree"), [name]: string },
      required: [name],
    })
    const described = answering(ref("tree"), { tree: { oneOf: ["a", "b", "c"].map(alternative) } })
    const nested = (levels: number): unknown =>
      levels === 0 ? { a: "x" } : { b: "x", child: nested(levels - 1) }
    const found = (levels: number, ending: Ending = success) =>
      compareResponse(described, undefined, answer(nested(levels)), ending)
    expect(found(6)).toEqual([])
    // Neither looks for the schemas of each level, which would take minutes.
    const path = Array.from({ length: 40 }, () => "child")
    expect(found(40, refused(...path, "a"))).toMatchObject([
      { pointer: "/response/body", severity: "breaking" },
    ])
    expect(found(40)).toMatchObject([
      {
        expected: "a value that can be compared in 250,000 steps",
        got: "object",
        pointer: "/response/body",
        severity: "warning",
      },
    ])
  },
)

describe("an answer that is odd in any way is a drift", () => {
  const text = (body: string) =>
    compareResponse(answering(tree), recorded({ name: "a" }), answer(body)).map(
      ({ got, pointer, severity }) => `${severity} ${pointer} ${got}`,
    )
  const nested = (open: string, close: string, levels: number) =>
    open.repeat(levels) + "1" + close.repeat(levels)
  it.each([
    ["half a surrogate pair as a name", '{"\\ud800":1}', "half of a surrogate pair"],
    ["half a surrogate pair in a value", '{"name":"\\udfff"}', "half of a surrogate pair"],
    ["half a surrogate pair, deep", '{"a":[{"b":[{"\\ud83d":1}]}]}', "half of a surrogate pair"],
    ["20,000 lists", nested("[", "]", 20_000), "more"],
    ["20,000 objects", nested('{"a":', "}", 20_000), "more"],
    ["20,000 objects that the document describes", nested('{"children":[', "]}", 20_000), "more"],
    ["200,000 lists that do not end", "[".repeat(200_000), "no JSON"],
    ["65 lists", nested("[", "]", 65), "more"],
  ])("%s", (_, body, got) => {
    expect(text(body)).toEqual([`breaking /response/body ${got}`])
  })

  it("and the document may allow it where it can't be compared", () => {
    const [found] = compareResponse(answering({}), undefined, answer(nested("[", "]", 65)), success)
    expect(found?.meaning).toBe(
      "The answer can't be compared with the document. The program still accepts it: it ends in success.",
    )
  })

  it.each([
    ["64 lists", nested("[", "]", 64)],
    ["names of prototypes", '{"__proto__":{"a":1},"constructor":1,"toString":1,"hasOwnProperty":1}'],
    ["names that pointers escape", '{"%":1,"%zz":1,"~":1,"/":1,"":1,"a b":1,"#":1}'],
    ["numbers that no double holds", '{"a":1e400,"b":-1e400,"c":123456789012345678901234567890}'],
    ["a name twice", '{"name":"a","name":"b"}'],
    ["what is no UTF-8", '{"name":"\ufffd"}'],
    ["a text with NUL", '{"name":"\\u0000"}'],
  ])("%s can be compared", (_, body) => {
    expect(text(body).filter((drift) => drift.includes("breaking /response/body more"))).toEqual([])
  })

  it.each([
    undefined,
    "",
    ";",
    "constructor",
    "__proto__",
    "application/",
    "/json",
    "json",
    "a/b/c",
    `a${" ".repeat(60_000)}b`,
  ])("of any content type: %s", (type) => {
    const headers = type === undefined ? {} : { "content-type": type }
    const [found] = compareResponse(answering(tree), undefined, { body: "{}", headers, status: 200 })
    expect(found?.pointer).toBe("/response/headers/content-type")
  })

  it.each([0, 99, 100, 101, 199, 600, 999, 99_999, -1, Number.NaN])("of any status: %s", (status) => {
    const [found] = compareResponse(answering(tree), undefined, { ...answer({}), status })
    expect(found?.pointer).toBe("/response/status")
  })
})
