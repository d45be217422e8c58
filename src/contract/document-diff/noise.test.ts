import { describe, expect, it } from "vitest"
import type { JsonObject } from "../document.ts"
import { brief, object, operationOf, withSchema } from "./test-documents.ts"

const string = { type: "string" }
const nothing = { type: "null" }
const named = { $ref: "#/components/schemas/Named" }
const other = { $ref: "#/components/schemas/Other" }
const [a, b] = [{ a: string }, { b: { enum: ["x", "y"] } }]
const Named = object(a, { required: ["a"] })
const Other = object(b)
const schemas = { Named, Other }

/** Two spellings of one schema. */
const spellings: ReadonlyArray<readonly [what: string, one: JsonObject, another: JsonObject]> = [
  ["a type in a list", string, { type: ["string"] }],
  ["the order of types", { type: ["string", "null"] }, { type: ["null", "string"] }],
  ["the order of values", { enum: ["a", "b"] }, { enum: ["b", "a"] }],
  [
    "the order of required properties",
    object({ a: string, b: string }, { required: ["a", "b"] }),
    object({ b: string, a: string }, { required: ["b", "a"] }),
  ],
  ["the order of forms", { anyOf: [named, other] }, { anyOf: [other, named] }],
  ["anyOf and oneOf", { anyOf: [named, other] }, { oneOf: [named, other] }],
  ["nullable and a type list", { type: "string", nullable: true }, { type: ["string", "null"] }],
  ["a type list and anyOf null", { type: ["string", "null"] }, { anyOf: [string, nothing] }],
  ["anyOf null and oneOf null", { anyOf: [string, nothing] }, { oneOf: [nothing, string] }],
  ["nullable beside a reference", { ...named, nullable: true }, { oneOf: [named, nothing] }],
  ["nullable beside allOf", { allOf: [named], nullable: true }, { anyOf: [nothing, named] }],
  ["nullable values", { enum: ["a"], type: "string", nullable: true }, { enum: ["a", null] }],
  ["nullable anything", { nullable: true }, { type: ["null"] }],
  [
    "limits of a nullable",
    { type: "integer", format: "int64", nullable: true },
    { type: ["null", "integer"], format: "int64" },
  ],
  [
    "limits beside types and in forms",
    { type: ["string", "integer"], maxLength: 3 },
    { anyOf: [{ type: "string", maxLength: 3 }, { type: "integer" }] },
  ],
  ["a reference inlined", named, Named],
  ["a reference inlined in a list", { type: "array", items: other }, { type: "array", items: Other }],
  ["a schema renamed", named, { $ref: "#/components/schemas/Renamed" }],
  ["allOf of one", { allOf: [named] }, named],
  ["allOf spread out", { allOf: [named, other] }, object({ ...a, ...b }, { required: ["a"] })],
  [
    "allOf beside properties",
    { allOf: [named], ...object({ b: string }) },
    object({ a: string, b: string }, { required: ["a"] }),
  ],
  ["const and enum", { const: "a" }, { enum: ["a"] }],
  ["const with a type", { const: "a" }, { const: "a", type: "string" }],
  ["const in forms and enum", { oneOf: [{ const: "a", title: "A" }, { const: "b" }] }, { enum: ["a", "b"] }],
  ["numbers that are listed", { type: "number", enum: [1, 2] }, { type: "integer", enum: [1, 2] }],
  [
    "an excluded minimum",
    { type: "number", minimum: 0, exclusiveMinimum: true },
    { type: "number", exclusiveMinimum: 0 },
  ],
  [
    "an excluded maximum",
    { type: "number", maximum: 9, exclusiveMaximum: true },
    { type: "number", exclusiveMaximum: 9 },
  ],
  [
    "a minimum that is not excluded",
    { type: "number", minimum: 0, exclusiveMinimum: false },
    { type: "number", minimum: 0 },
  ],
  ["the next integer", { type: "integer", exclusiveMinimum: 0 }, { type: "integer", minimum: 1 }],
  ["a limit that limits nothing", string, { type: "string", minLength: 0 }],
  ["items that may repeat", { type: "array" }, { type: "array", uniqueItems: false }],
  ["an object that says so", { properties: { a: string } }, object({ a: string })],
  ["a list that says so", { items: string }, { type: "array", items: string }],
  ["an open object", object({ a: string }), object({ a: string }, { additionalProperties: true })],
  ["a map of anything", object({}), object({}, { additionalProperties: {} })],
  ["a closed string", string, { type: "string", additionalProperties: false }],
  ["both booleans", { type: "boolean" }, { enum: [true, false] }],
  ["a string and a certain string", string, { anyOf: [string, { type: "string", format: "uuid" }] }],
  [
    "prose",
    string,
    {
      ...string,
      title: "T",
      description: "D",
      example: "e",
      examples: ["e"],
      externalDocs: { url: "u" },
      "x-order": 1,
    },
  ],
  ["prose beside a reference", named, { ...named, description: "D", "x-order": 1 }],
  ["a default that is said", string, { ...string, default: "a" }],
  [
    "a property called as a keyword",
    object({ title: string, default: string }),
    object({ default: string, title: string }),
  ],
  [
    "not, in another order",
    { not: { required: ["a", "b"] } },
    { not: { required: ["b", "a"], description: "D" } },
  ],
]

describe("is no change:", () => {
  it.each(spellings)("%s", (_, one, another) => {
    for (const side of ["request", "response"] as const) {
      const described = (schema: JsonObject) =>
        withSchema(side, object({ a: schema }), { ...schemas, Renamed: Named })
      const [old, now] = [described(one), described(another)]
      expect(brief(old, now)).toEqual([])
      expect(brief(now, old)).toEqual([])
    }
  })

  it("the default of a response's property", () => {
    const answer = (value: number) =>
      withSchema("response", object({ queryGeneratedTime: { type: "number", default: value } }))
    expect(brief(answer(1782303609.67), answer(1778161546.97))).toEqual([])
  })
})

const json = (schema: JsonObject) => ({ content: { "application/json": { schema } } })
const idParameter = { name: "id", in: "path", required: true, schema: string }

const operations: ReadonlyArray<readonly [what: string, one: JsonObject, another: JsonObject]> = [
  ["prose", {}, { summary: "S", description: "D", operationId: "o", tags: ["t"], "x-hidden": true }],
  [
    "a header's case",
    { parameters: [{ name: "X-Key", in: "header" }] },
    { parameters: [{ name: "x-key", in: "header" }] },
  ],
  [
    "headers that OpenAPI ignores",
    {},
    { parameters: [{ name: "Authorization", in: "header", required: true }] },
  ],
  [
    "a parameter by reference",
    { parameters: [idParameter] },
    { parameters: [{ $ref: "#/components/parameters/Id" }] },
  ],
  ["a path's parameter that is not described", { parameters: [idParameter] }, { parameters: [] }],
  [
    "the style of a plain parameter",
    { parameters: [{ name: "q", in: "query", schema: string }] },
    { parameters: [{ name: "q", in: "query", schema: string, explode: false }] },
  ],
  [
    "a body by reference",
    { requestBody: json(string) },
    { requestBody: { $ref: "#/components/requestBodies/Body" } },
  ],
  [
    "a response by reference",
    { responses: { 400: json(string) } },
    { responses: { 400: { $ref: "#/components/responses/Bad" } } },
  ],
  [
    "a charset",
    { requestBody: { content: { "application/json": {} } } },
    { requestBody: { content: { "application/JSON; charset=utf-8": {} } } },
  ],
  ["security said where it applies", {}, { security: [{ Key: [] }] }],
  ["a security scheme's name", { security: [{ Key: [] }] }, { security: [{ Same: [] }] }],
  [
    "the publisher's own machine",
    { servers: [{ url: "https://a/" }] },
    { servers: [{ url: "https://a" }, { url: "http://localhost:8001" }] },
  ],
  ["hosts that are not said", {}, { servers: [{ url: "https://a" }] }],
]

const components = {
  parameters: { Id: idParameter },
  requestBodies: { Body: json(string) },
  responses: { Bad: json(string) },
  schemas: {},
  securitySchemes: {
    Key: { type: "apiKey", in: "header", name: "K" },
    Same: { type: "apiKey", in: "header", name: "k" },
  },
}

it.each(operations)("is no change to an operation: %s", (_, one, another) => {
  const document = { components, security: [{ Key: [] }] }
  const [old, now] = [operationOf(one, document), operationOf(another, document)]
  expect(brief(old, now)).toEqual([])
  expect(brief(now, old)).toEqual([])
})

it("is no change: what a path calls its parameter", () => {
  const old = operationOf({})
  const text = JSON.stringify(old.document).replace("{id}", "{thing_id}").replace('"id"', '"thing_id"')
  const now = { ...old, document: JSON.parse(text), path: "/things/{thing_id}" }
  expect(brief(old, now)).toEqual([])
  expect(brief(old, { ...now, path: old.path })).toEqual([])
})
