import { describe, expect, it } from "vitest"
import { appliedSchemas, itemSchemas, possibleSchemas, propertyOf } from "./described-value.ts"
import type { Described, Json, JsonObject } from "./document.ts"

const describedBy = (schemas: Readonly<Record<string, JsonObject>>, openapi = "3.1.0"): Described => ({
  document: { components: { schemas }, info: {}, openapi, paths: {} },
  method: "GET",
  path: "/",
})
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  properties,
  type: "object",
  ...more,
})
const card = object({ kind: { const: "card" }, number: { type: "string" } })
const transfer = object({ iban: { type: "string" }, kind: { const: "transfer" } })

/** Which of the names the schema knows where it has such a value. */
const known = (
  schema: Json,
  value: unknown,
  names: ReadonlyArray<string>,
  described = describedBy({ card, transfer }),
) => names.filter((name) => propertyOf(appliedSchemas(described, [schema], value), name).known)

describe("a name is known", () => {
  it.each<readonly [string, Json, unknown, ReadonlyArray<string>]>([
    ["of a reference", ref("card"), {}, ["kind", "number"]],
    ["of allOf", { allOf: [ref("card"), object({ iban: true })] }, {}, ["kind", "number", "iban"]],
    ["of the branch that is satisfied", { oneOf: [card, transfer] }, { kind: "card" }, ["kind", "number"]],
    [
      "of the branch that is meant",
      { oneOf: [card, transfer] },
      { kind: "card", number: 7 },
      ["kind", "number"],
    ],
    [
      "of every branch that may be meant",
      { oneOf: [card, transfer] },
      { kind: 7 },
      ["kind", "number", "iban"],
    ],
    [
      "of the branch for its type",
      { anyOf: [{ type: "null" }, card] },
      { kind: 7, number: 7 },
      ["kind", "number"],
    ],
    ["of `then`", { if: { required: ["iban"] }, then: transfer }, { iban: "x" }, ["kind", "iban"]],
    ["of `else`", { else: card, if: { required: ["iban"] } }, {}, ["kind", "number"]],
    ["of dependentSchemas", { dependentSchemas: { kind: card } }, { kind: "card" }, ["kind", "number"]],
    ["where it is required", { required: ["iban"], type: "object" }, {}, ["iban"]],
    ["not of a map", { additionalProperties: card, type: "object" }, { iban: {} }, []],
    ["not of a pattern", { patternProperties: { "^i": {} } }, { iban: {} }, []],
    ["not of what describes nothing", true, { iban: {} }, []],
  ])("%s", (_, schema, value, names) => {
    expect(known(schema, value, ["kind", "number", "iban", "toString", "__proto__"])).toEqual(names)
  })
})

it("of the values of a map the schema is found by pattern, else as any other", () => {
  const schema = {
    additionalProperties: { type: "number" },
    patternProperties: { "^x-": { type: "string" } },
  }
  const applied = appliedSchemas(describedBy({}), [schema], {})
  expect(["x-a", "a"].map((name) => propertyOf(applied, name).schemas)).toEqual([
    [{ type: "string" }],
    [{ type: "number" }],
  ])
})

it("items are found by their index, else as any other", () => {
  const applied = [{ items: { type: "number" }, prefixItems: [{ type: "string" }] }]
  expect([0, 1].map((index) => itemSchemas(applied, index))).toEqual([
    [{ type: "string" }],
    [{ type: "number" }],
  ])
})

it("a schema that leads to itself is walked once, however deep the value", () => {
  const tree = object(
    { child: ref("tree") },
    { allOf: [ref("tree")], anyOf: [ref("tree"), { type: "null" }] },
  )
  const described = describedBy({ tree })
  const applied = appliedSchemas(described, [ref("tree")], { child: { child: null } })
  expect(propertyOf(applied, "child").schemas).toEqual([ref("tree")])
})

it("OpenAPI 3.0's nullable is a type", () => {
  const schema = { oneOf: [{ nullable: true, type: "object" }, { type: "string" }] }
  expect(appliedSchemas(describedBy({}, "3.0.3"), [schema], null)).toEqual([schema, schema.oneOf[0]])
})

it("what is possible are all branches", () => {
  const schema = { if: card, not: transfer, oneOf: [card, ref("transfer")] }
  expect(possibleSchemas(describedBy({ transfer }), [schema])).toEqual([
    schema,
    card,
    ref("transfer"),
    transfer,
  ])
})
