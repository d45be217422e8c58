import { describe, expect, it } from "vitest"
import type { Described, Json, JsonObject } from "./document.ts"
import type { Direction } from "./marks.ts"
import { schemaFindings } from "./schema-findings.ts"

const string = { type: "string" }
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

const describedBy = (schemas: JsonObject, openapi = "3.1.0", more: JsonObject = {}): Described => ({
  document: JSON.parse(
    JSON.stringify({ components: { schemas, ...more }, info: {}, openapi, paths: {} }),
  ) as Described["document"],
  method: "POST",
  path: "/",
})
const found = (of: Described, schema: Json, value: unknown, direction: Direction = "response") =>
  schemaFindings(of, schema, value, "", direction).map(({ pointer, rule }) => `${rule} ${pointer}`)

describe.each(["3.0.3", "3.1.0"])("in a document of %s only schemas are read as schemas:", (version) => {
  const identified = { $anchor: "a", $id: "https://a.example/a", $ref: "#/nowhere", id: "8815" }
  const data: ReadonlyArray<readonly [string, JsonObject]> = [
    ["an example", { example: identified }],
    ["examples", { examples: [identified, identified] }],
    ["an example by name", { examples: { first: identified, second: { value: identified } } }],
    ["a default", { default: identified }],
    ["an extension", { "x-sample": identified }],
    ["a discriminator", { discriminator: { mapping: identified, propertyName: "id" } }],
    ["external documentation", { externalDocs: identified }],
    ["an unknown keyword", { sample: identified }],
    ["a relative id", { id: "items/first" }],
    ["an id", { $id: "https://a.example/a", id: "https://a.example/a" }],
    ["an id that is no URL", { $id: "http://[", id: "http://[" }],
    ["an anchor", { $anchor: "a" }],
  ]
  it.each(data)("%s is not", (_, also) => {
    const of = describedBy(
      { A: { ...also, properties: { b: ref("B") } }, B: { ...string, ...also } },
      version,
    )
    expect(found(of, { ...ref("A"), ...also }, { b: 7 })).toEqual(["type /b"])
    expect(found(of, { ...ref("A"), ...also }, { b: "7" })).toEqual([])
  })

  it("other components are not", () => {
    const more = { examples: { a: { value: identified }, b: { value: identified } }, "x-notes": identified }
    expect(found(describedBy({ A: string }, version, more), ref("A"), 7)).toEqual(["type "])
  })

  it("a listed value is not", () => {
    const of = describedBy({ A: { enum: [{ id: "1" }, { id: "2" }] }, B: { enum: [{ id: "1" }] } }, version)
    expect(
      found(of, { properties: { a: ref("A"), b: ref("B") } }, { a: { id: "2" }, b: { id: "2" } }),
    ).toEqual(["enum /b"])
  })

  const names = [
    "$anchor",
    "$id",
    "$ref",
    "allOf",
    "components",
    "const",
    "dependencies",
    "enum",
    "example",
    "id",
  ]
  it.each([
    ...names,
    "not",
    "properties",
    "x-amount",
    "__proto__",
    "constructor",
    "%",
    "%zz",
    "~",
    "/",
    "",
    "ö",
  ])("a property called %j is one", (name) => {
    // As JSON has it, `__proto__` is a name like any other.
    const object = (value: Json) => JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value)}}`)
    const of = describedBy({ A: { additionalProperties: false, properties: object(string) } }, version)
    const step = name.replaceAll("~", "~0").replaceAll("/", "~1")
    expect(found(of, ref("A"), object(7))).toEqual([`type /${step}`])
    expect(found(of, ref("A"), object("7"))).toEqual([])
    expect(found(of, { required: [name] }, {})).toEqual(["required "])
  })

  it("names in a list of dependencies are not", () => {
    const of = describedBy(
      { A: { dependencies: { $ref: ["id"], id: { properties: { a: string } } } } },
      version,
    )
    expect(found(of, ref("A"), { $ref: 1 })).toEqual(["dependentRequired "])
    expect(found(of, ref("A"), { a: 7, id: 1 })).toEqual(["type /a"])
  })

  it("a schema may lead to itself, and to any place of its document", () => {
    const of = describedBy({ Tree: { properties: { child: ref("Tree"), name: string } } }, version, {
      responses: { A: { content: { "application/json": { schema: ref("Tree") } } } },
    })
    const schema = { $ref: "#/components/responses/A/content/application~1json/schema" }
    expect(found(of, schema, { child: { child: { name: 7 } } })).toEqual(["type /child/child/name"])
  })
})

describe("marked properties are required in one direction only:", () => {
  const marked = { id: { ...string, readOnly: true }, secret: { ...string, writeOnly: true } }
  const required = { required: ["id", "name", "secret"] }
  const properties = { ...marked, name: string }
  const whole = { properties, ...required, type: "object" }
  const value = { name: "a" }
  const schemas: JsonObject = {
    Base: { properties: marked },
    Id: { ...string, readOnly: true },
    Requires: required,
    Secret: { ...string, writeOnly: true },
    Whole: whole,
  }
  const cases: ReadonlyArray<readonly [string, Json, (value: Json) => Json]> = [
    ["in place", whole, (one) => one],
    ["by reference", ref("Whole"), (one) => one],
    ["in allOf", { allOf: [{ properties }, required] }, (one) => one],
    ["in allOf by reference", { allOf: [ref("Base"), ref("Requires")] }, (one) => one],
    ["beside allOf", { allOf: [ref("Requires")], properties: marked }, (one) => one],
    ["around allOf", { allOf: [ref("Base")], ...required }, (one) => one],
    ["in a branch", { oneOf: [ref("Whole"), { type: "string" }] }, (one) => one],
    [
      "by the property's reference",
      { properties: { id: ref("Id"), secret: { allOf: [ref("Secret")] } }, ...required },
      (one) => one,
    ],
    ["in a property", { properties: { a: ref("Whole") } }, (a) => ({ a })],
    ["in items", { items: ref("Whole") }, (one) => [one, one]],
    ["in a map", { additionalProperties: { allOf: [ref("Whole")] } }, (a) => ({ a })],
    ["under `then`", { if: { type: "object" }, then: whole }, (one) => one],
  ]
  describe.each(["3.0.3", "3.1.0"])("in %s", (version) => {
    it.each(cases)("%s", (_, schema, of) => {
      const described = describedBy(schemas, version)
      const sent = (direction: Direction, one: Json) => found(described, schema, of(one), direction)
      expect(sent("request", { ...value, secret: "s" })).toEqual([])
      expect(sent("response", { ...value, id: "i" })).toEqual([])
      expect(sent("request", { ...value, id: "i" })).not.toEqual([])
      expect(sent("response", { ...value, secret: "s" })).not.toEqual([])
      expect(sent("request", { secret: "s" })).not.toEqual([])
    })
  })

  it("one that is sent all the same is held against its schema", () => {
    const of = describedBy(schemas)
    expect(found(of, whole, { ...value, id: "i", secret: "s" }, "request")).toEqual([])
    expect(found(of, whole, { ...value, id: 7, secret: "s" }, "request")).toEqual(["type /id"])
  })

  it("and is not looked for in what does not apply", () => {
    const of = describedBy(schemas)
    const schema = { not: { required: ["id"] }, properties: marked }
    expect(found(of, schema, value, "request")).toEqual([])
    expect(found(of, schema, { ...value, id: "i" }, "request")).toEqual(["not "])
  })
})

describe("no name and no value of an answer is shown:", () => {
  const secret = "jane.doe@example.com"
  const map = (value: Json) => ({ [secret]: value, [`${secret}.`]: value })
  const number = { type: "number" }
  const every: ReadonlyArray<readonly [string, Json, Json, string]> = [
    ["additionalProperties", { additionalProperties: number }, map("a"), "type /(unknown name)"],
    ["patternProperties", { patternProperties: { "@": number } }, map("a"), "type /(unknown name)"],
    ["unevaluatedProperties", { unevaluatedProperties: number }, map("a"), "type /(unknown name)"],
    ["propertyNames", { propertyNames: { maxLength: 3 } }, map("a"), "maxLength /(unknown name)"],
    ["a closed object", { additionalProperties: false }, map("a"), "false /(unknown name)"],
    [
      "a map in a map",
      { additionalProperties: { additionalProperties: number } },
      map(map("a")),
      "type /(unknown name)/(unknown name)",
    ],
    ["a list in a map", { additionalProperties: { items: number } }, map([secret]), "type /(unknown name)/0"],
    ["const", { const: "a" }, secret, "const "],
    ["enum", { enum: ["a", 7] }, secret, "enum "],
    ["pattern", { pattern: "^a" }, secret, "pattern "],
    ["format", { format: "uuid" }, secret, "format "],
    ["minLength", { minLength: 99 }, secret, "minLength "],
    ["minimum", { minimum: 98_765_433 }, 98_765_432, "minimum "],
    ["multipleOf", { multipleOf: 5 }, 98_765_432, "multipleOf "],
    ["maxProperties", { maxProperties: 1 }, map(1), "maxProperties "],
    ["uniqueItems", { uniqueItems: true }, [secret, secret], "uniqueItems "],
    ["contains", { contains: { const: 1 } }, [secret], "contains "],
    ["not", { not: { type: "string" } }, secret, "not "],
    [
      "dependentRequired",
      { additionalProperties: { dependentRequired: { a: ["b"] } } },
      map({ a: secret }),
      "dependentRequired /(unknown name)",
    ],
    ["oneOf", { oneOf: [{ type: "string" }, { minLength: 1 }] }, secret, "oneOf "],
  ]
  it.each(every)("%s", (_, schema, value, finding) => {
    const findings = schemaFindings(describedBy({}), schema, value, "")
    const told = JSON.stringify(findings)
    expect(told).not.toContain("jane")
    expect(told).not.toContain("98765432")
    expect(findings.map(({ pointer, rule }) => `${rule} ${pointer}`)).toContain(finding)
  })

  it("several names in one object are one finding, which says how many", () => {
    const names = Array.from({ length: 500 }, (_, index) => [`${secret}${index}`, "a"])
    expect(
      schemaFindings(describedBy({}), { additionalProperties: number }, Object.fromEntries(names), ""),
    ).toEqual([
      { expected: "number", got: "string under 500 names", pointer: "/(unknown name)", rule: "type" },
    ])
  })

  it("a name that another branch describes is the document's own", () => {
    const schema = {
      oneOf: [
        { additionalProperties: false, properties: { a: string } },
        { properties: { b: string }, required: ["b"] },
      ],
    }
    expect(found(describedBy({}), schema, { a: "a", b: 7 })).toContain("false /b")
  })
})

it("a value of another type than those that are listed is a type that is wrong", () => {
  const of = (schema: Json, value: Json) => schemaFindings(describedBy({}), schema, value, "")
  const wrong = { expected: "string", got: "number", pointer: "", rule: "type" }
  expect(of({ enum: ["a", "b"] }, 7)).toEqual([wrong])
  expect(of({ enum: ["a", "b"], type: "string" }, 7)).toEqual([wrong])
  expect(of({ const: "a" }, 7)).toEqual([wrong])
  expect(of({ anyOf: [{ enum: ["a"] }, { type: "null" }] }, 7)).toEqual([
    { ...wrong, expected: "string or null" },
  ])
  expect(of({ enum: ["a", "b"] }, "c")).toMatchObject([{ expected: 'one of "a", "b"', rule: "enum" }])
  expect(of({ enum: [1, 2], type: "integer" }, 1.5)).toEqual([{ ...wrong, expected: "integer" }])
  expect(of({ enum: ["a", 7], type: "string" }, 8)).toEqual([wrong])
})

it("a name is a text, whatever it names", () => {
  const of = (schema: Json, value: Json) => schemaFindings(describedBy({}), schema, value, "")
  const unlisted = {
    expected: 'as a name one of "EUR", "USD"',
    got: "string",
    pointer: "/(unknown name)",
    rule: "enum",
  }
  const rates = { additionalProperties: { type: "number" }, propertyNames: { enum: ["EUR", "USD"] } }
  expect(of(rates, { GBP: 1 })).toEqual([unlisted])
  expect(of({ additionalProperties: rates }, { a: { GBP: 1 } })).toEqual([
    { ...unlisted, pointer: "/(unknown name)/(unknown name)" },
  ])
  expect(of({ properties: { propertyNames: string } }, { propertyNames: 7 })).toEqual([
    { expected: "string", got: "number", pointer: "/propertyNames", rule: "type" },
  ])
})

describe("a pattern", () => {
  it.each<readonly [string, string, string]>([
    [String.raw`^\d{4}\-\d{2}$`, "2031-07", "2031/07"],
    [String.raw`^[\w-\.]+@([\w-]+\.)+[\w-]{2,4}$`, "jane-d.doe@a-b.com", "jane doe"],
    [String.raw`^[a-\d]\_\ \@$`, "-_ @", "b_ @"],
    [String.raw`^a\\-b$`, String.raw`a\-b`, "a-b"],
  ])("%s is read though it has escapes that the flag `u` does not allow", (pattern, right, wrong) => {
    const of = describedBy({})
    expect(found(of, { pattern }, right)).toEqual([])
    expect(found(of, { pattern }, wrong)).toEqual(["pattern "])
    const names = { additionalProperties: false, patternProperties: { [pattern]: string } }
    expect(found(of, names, { [right]: 7 })).toEqual(["type /(unknown name)"])
    expect(found(of, names, { [wrong]: "a" })).toEqual(["false /(unknown name)"])
  })

  it("that is none says nothing", () => {
    const patternProperties = { "(?i)^a$": string }
    expect(
      found(describedBy({}), { patternProperties, properties: { a: { pattern: "(?i)^a$" } } }, { a: "b" }),
    ).toEqual([])
  })
})

it("an answer with more departures than fit on the stack has one finding", () => {
  const value = Array.from({ length: 100_000 }, () => 0)
  expect(found(describedBy({}), { items: string }, { a: value })).toEqual([])
  expect(found(describedBy({}), { properties: { a: { items: string } } }, { a: value })).toEqual(["size "])
})

it("a list too long to be searched for equal items is found where its items must differ, and nowhere else", () => {
  const list = Array.from({ length: 2_001 }, (_, index) => index)
  const schema = { properties: { rows: { items: { type: "number" } }, tags: { uniqueItems: true } } }
  for (const version of ["3.0.3", "3.1.0"]) {
    const of = describedBy({ Tags: { uniqueItems: true } }, version)
    expect(found(of, schema, { rows: list, tags: [1, 2], unknown: list })).toEqual([])
    expect(found(of, schema, { rows: list, tags: [1, 1] })).toEqual(["uniqueItems /tags"])
    expect(found(of, schema, { tags: list.slice(1) })).toEqual([])
    expect(found(of, schema, { tags: list })).toEqual(["size /tags"])
    expect(found(of, { properties: { a: ref("Tags") } }, { a: list, b: list })).toEqual(["size /a"])
    expect(found(of, { uniqueItems: false }, list)).toEqual([])
  }
  const also = { allOf: [{ minItems: 1 }], enum: [[]], uniqueItems: true }
  expect(found(describedBy({}), also, [])).toEqual(["minItems "])
  expect(found(describedBy({}), also, [1, 1])).toEqual(["enum ", "uniqueItems "])
})
