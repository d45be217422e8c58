import { expect, it } from "vitest"
import type { Issue } from "../provider/reason.ts"
import type { Described, JsonObject } from "./document.ts"
import { refusals } from "./refusal.ts"

const answering = (schema: JsonObject): Described => ({
  document: {
    components: { schemas: {} },
    info: {},
    openapi: "3.1.0",
    paths: { "/": { get: { responses: { 200: { content: { "application/json": { schema } } } } } } },
  },
  method: "GET",
  path: "/",
})
const refused = (schema: JsonObject, body: unknown, ...issues: ReadonlyArray<Issue>) => {
  const reason = {
    _tag: "ContractViolation",
    issues: issues.map(({ message, path }) => ({ message, path: [...path] })),
    status: 200,
  }
  const headers = { "content-type": "application/json" }
  const response = { body: JSON.stringify(body), headers, status: 200 }
  return refusals(answering(schema), response, { outcome: "unknown", reason })
}
const jane = "jane.doe@example.com"

it("names what the program misses, in the program's own word", () => {
  const missing = { expected: "a property", got: "nothing" }
  expect(refused({}, {}, { message: "Missing key", path: ["a/b"] })).toEqual([
    { ...missing, pointer: "/response/body/a~1b" },
  ])
  expect(refused({}, { [jane]: {} }, { message: "Missing key", path: [jane, "id"] })).toEqual([
    { ...missing, pointer: "/response/body/(unknown name)/id" },
  ])
})

it("tells no name of an answer, and none that was cut", () => {
  const odd = refused({}, { [jane]: { a: 1 } }, { message: "Missing key", path: [jane, jane] })
  expect(odd.map(({ pointer }) => pointer)).toEqual(["/response/body/(unknown name)/(unknown name)"])
  const long = `${jane}${"x".repeat(200)}`
  const found = refused({}, { [long]: "a" }, { message: "Expected number", path: [long.slice(0, 100)] })
  expect(found.map(({ pointer }) => pointer)).toEqual(["/response/body/(unknown name)"])
})

it("tells no value that a rule quotes", () => {
  const schema = { properties: { a: { type: "string" } } }
  const a = { got: "string", pointer: "/response/body/a" }
  expect(refused(schema, { a: jane }, { message: `${jane} is no URL`, path: ["a"] })).toEqual([
    { ...a, expected: "another value" },
  ])
  expect(refused(schema, { a: jane }, { message: "Expected a URL", path: ["a"] })).toEqual([
    { ...a, expected: "a URL" },
  ])
})

it("tells once what is wrong alike under several names", () => {
  const message = "Expected number"
  const schema = { additionalProperties: {} }
  expect(refused(schema, { a: "x", b: "y" }, { message, path: ["a"] }, { message, path: ["b"] })).toEqual([
    { expected: "number", got: "string", pointer: "/response/body/(unknown name)" },
  ])
})
