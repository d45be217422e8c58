import type { JsonObject } from "../document.ts"
import { object } from "./test-documents.ts"

/** A schema that changes, and what that comes to on either side. */
export type SchemaCase = readonly [
  what: string,
  old: JsonObject,
  now: JsonObject,
  /** Severity and pointer below the body; nothing where it is no change. */
  request: string | undefined,
  response: string | undefined,
]

const string = { type: "string" }
const number = { type: "number" }
const a = { a: string }
const closed = { additionalProperties: false }
const required = { required: ["a"] }
const letters = (...values: ReadonlyArray<string>) => ({ type: "string", enum: values })
const card = object({ card: string })
const bank = object({ bank: string })
/** A schema that a limit makes narrower, and what the narrower one is in a request and a response. */
const limit = (what: string, loose: JsonObject, tight: JsonObject): ReadonlyArray<SchemaCase> => [
  [`${what} tightened`, loose, tight, "breaking", "info"],
  [`${what} loosened`, tight, loose, "info", "warning"],
]

export const schemaCases: ReadonlyArray<SchemaCase> = [
  ["a property becomes required", object(a), object(a, required), "breaking /a", undefined],
  ["a property becomes optional", object(a, required), object(a), "info /a", "breaking /a"],
  ["a required property is new", object({}), object(a, required), "breaking /a", "info /a"],
  ["an optional property is new", object({}), object(a), "info /a", "info /a"],
  ["an optional property is gone", object(a), object({}), "warning /a", "warning /a"],
  [
    "an optional property is gone, closed",
    object(a, closed),
    object({}, closed),
    "breaking /a",
    "warning /a",
  ],
  ["a required property is gone", object(a, required), object({}), "warning /a", "breaking /a"],
  [
    "a required property is gone, closed",
    object(a, { ...required, ...closed }),
    object({}, closed),
    "breaking /a",
    "breaking /a",
  ],
  [
    "a property is deprecated",
    object(a),
    object({ a: { ...string, deprecated: true } }),
    "warning /a",
    "warning /a",
  ],
  [
    "a default changes",
    object({ a: { ...string, default: "USD" } }),
    object({ a: { ...string, default: "EUR" } }),
    "info /a",
    undefined,
  ],
  ["an object closes", object(a), object(a, closed), "warning", undefined],
  ["a map closes", object(a, { additionalProperties: string }), object(a, closed), "breaking", undefined],
  ["an object opens", object(a, closed), object(a), "info", "info"],
  [
    "a map's values change",
    object({}, { additionalProperties: string }),
    object({}, { additionalProperties: number }),
    "breaking /*",
    "breaking /*",
  ],
  [
    "a list's items change",
    { type: "array", items: string },
    { type: "array", items: number },
    "breaking /*",
    "breaking /*",
  ],
  ["a type changes", string, number, "breaking", "breaking"],
  ["a type is widened", string, { type: ["string", "boolean"] }, "info", "breaking"],
  ["a type is narrowed", { type: ["string", "boolean"] }, string, "breaking", "info"],
  ["an integer becomes a number", { type: "integer" }, number, "info", "breaking"],
  ["a number becomes an integer", number, { type: "integer" }, "breaking", "info"],
  ["anything becomes a string", {}, string, "breaking", "info"],
  ["null is gained", string, { type: ["string", "null"] }, "info", "breaking"],
  ["null is gone", { type: ["string", "null"] }, string, "breaking", "info"],
  ["a value is gained", letters("a"), letters("a", "b"), "info", "warning"],
  ["a value is gone", letters("a", "b"), letters("a"), "breaking", "info"],
  ["values are listed", string, letters("a"), "breaking", "info"],
  ["values are no longer listed", letters("a"), string, "info", "warning"],
  ["a form is gained", { anyOf: [card] }, { anyOf: [card, bank] }, "info", "breaking"],
  ["a form is gone", { oneOf: [card, bank] }, { oneOf: [bank] }, "breaking", "info"],
  [
    "a form changes",
    { anyOf: [card, object({ bank: string })] },
    { anyOf: [object({ bank: number }), card] },
    "breaking /bank",
    "breaking /bank",
  ],
  ["a format changes", { ...string, format: "uuid" }, { ...string, format: "email" }, "breaking", "breaking"],
  ["a pattern changes", { ...string, pattern: "a" }, { ...string, pattern: "b" }, "breaking", "warning"],
  ["a step changes", { ...number, multipleOf: 2 }, { ...number, multipleOf: 3 }, "breaking", "warning"],
  ...limit("format", string, { ...string, format: "uuid" }),
  ...limit("int64", { type: "integer", format: "int64" }, { type: "integer", format: "int32" }),
  ...limit("pattern", string, { ...string, pattern: "^a" }),
  ...limit("minLength", { ...string, minLength: 1 }, { ...string, minLength: 2 }),
  ...limit("maxLength", { ...string, maxLength: 5 }, { ...string, maxLength: 3 }),
  ...limit("minimum", number, { ...number, minimum: 0 }),
  ...limit("maximum", { ...number, maximum: 2 }, { ...number, maximum: 1 }),
  ...limit("exclusiveMinimum", { ...number, minimum: 0 }, { ...number, exclusiveMinimum: 0 }),
  ...limit("exclusiveMaximum", { ...number, maximum: 0 }, { ...number, exclusiveMaximum: 0 }),
  ...limit("multipleOf", { ...number, multipleOf: 0.01 }, { ...number, multipleOf: 1 }),
  ...limit("minItems", { type: "array" }, { type: "array", minItems: 1 }),
  ...limit("maxItems", { type: "array", maxItems: 9 }, { type: "array", maxItems: 8 }),
  ...limit("uniqueItems", { type: "array" }, { type: "array", uniqueItems: true }),
  ...limit("minProperties", { type: "object" }, { type: "object", minProperties: 1 }),
  ...limit("not", { type: "object" }, { type: "object", not: { required: ["a"] } }),
]
