import { describe, expect, it } from "vitest"
import type { Described, Json, JsonObject, OpenApiDocument } from "./document.ts"
import { diffOperation } from "./document-diff/diff-operation.ts"
import { get } from "./document-diff/json.ts"
import { withoutProse } from "./prose.ts"
import { specHash } from "./spec-hash.ts"

const words = [
  "description",
  "example",
  "examples",
  "externalDocs",
  "summary",
  "tags",
  "title",
  "x-amount",
  "xml",
]
const named = (value: Json): JsonObject => Object.fromEntries(words.map((word) => [word, value]))
const string = { type: "string" }

const documentOf = (schema: Json, more: JsonObject = {}): OpenApiDocument =>
  JSON.parse(
    JSON.stringify({
      components: { schemas: { A: schema } },
      info: { title: "A", version: "1" },
      openapi: "3.1.0",
      paths: {
        "/a": {
          post: {
            responses: {
              200: { content: { "application/json": { schema: { $ref: "#/components/schemas/A" } } } },
            },
            ...more,
          },
        },
      },
    }),
  )
const described = (schema: Json, more: JsonObject = {}): Described => ({
  document: documentOf(schema, more),
  method: "POST",
  path: "/a",
})
const kept = (schema: Json) => {
  const { components } = Object(withoutProse(documentOf(schema)))
  return components.schemas.A
}

/** Where keys are names, each with what it names in the place of `value`. */
const maps: ReadonlyArray<readonly [string, (value: Json) => JsonObject]> = [
  ["properties", (value) => ({ properties: named(value) })],
  ["patternProperties", (value) => ({ patternProperties: named(value) })],
  ["dependentSchemas", (value) => ({ dependentSchemas: named(value) })],
  ["$defs", (value) => ({ $defs: named(value) })],
  ["definitions", (value) => ({ definitions: named(value) })],
  ["properties of items", (value) => ({ items: { allOf: [{ properties: named(value) }] } })],
  ["properties called properties", (value) => ({ properties: { properties: { properties: named(value) } } })],
]

describe.each(maps)("a key is a name under %s", (_, of) => {
  it("and stays in the document", () => {
    expect(kept(of(string))).toEqual(of(string))
  })

  it("also where it stands for a boolean or for a schema with prose", () => {
    expect(kept(of(true))).toEqual(of(true))
    expect(kept(of({ ...named("words"), ...string }))).toEqual(of(string))
  })

  it("and in the hash", async () => {
    expect(await specHash(described(of(string)))).not.toBe(await specHash(described(of({ type: "number" }))))
  })
})

describe("a key is prose beside keywords", () => {
  it.each<readonly [string, Json]>([
    ["a text", "words"],
    ["an object", { type: "object" }],
    ["a list", [{ id: 1 }, { id: 1 }]],
    ["null", null],
  ])("as %s", async (_, value) => {
    expect(kept({ ...string, ...named(value) })).toEqual(string)
    expect(kept({ items: { ...string, ...named(value) } })).toEqual({ items: string })
    expect(await specHash(described({ ...string, ...named(value) }))).toBe(await specHash(described(string)))
  })

  it("of an operation", async () => {
    expect(await specHash(described(string, named("words")))).toBe(await specHash(described(string)))
  })
})

it("a value that the document lists stays what it is", () => {
  const schema = { const: named(1), enum: [named(1)] }
  expect(kept(schema)).toEqual(schema)
})

it("names of headers, parameters, content types, examples and statuses are no prose", () => {
  const schema = { schema: string }
  const responses = {
    default: { content: { "x-text/title": schema }, headers: named(schema), "x-note": "words" },
  }
  const parameters = [{ in: "header", name: "x-amount", ...schema }]
  const document = withoutProse(documentOf(string, { parameters, responses }))
  const { "x-note": _, ...response } = responses.default
  expect(get(get(get(get(document, "paths"), "/a"), "post"), "responses")).toEqual({ default: response })
  expect(get(get(get(get(document, "paths"), "/a"), "post"), "parameters")).toEqual(parameters)
})

it("components are named as they like", () => {
  const components = { parameters: named({ in: "query", name: "a", schema: string }), schemas: named(string) }
  expect(withoutProse({ components })).toEqual({ components })
})

it("a property called $ref or $dynamicRef is followed nowhere", async () => {
  const schema = { properties: { $dynamicRef: string, $ref: string } }
  expect(await specHash(described(schema))).toMatch(/^[0-9a-f]{64}$/)
})

describe("between two documents", () => {
  const brief = (before: Json, after: Json) =>
    diffOperation(described(before), described(after)).map(({ pointer }) => pointer)

  it.each(maps.filter(([name]) => name !== "$defs" && name !== "definitions"))(
    "a key is a name under %s, in a schema that is compared as a whole too",
    (_, of) => {
      expect(brief({ not: of(string) }, { not: of({ type: "number" }) })).not.toEqual([])
    },
  )

  it("prose of any shape is no change", () => {
    expect(brief({ not: string }, { not: { ...string, ...named({ type: "object" }) } })).toEqual([])
  })
})
