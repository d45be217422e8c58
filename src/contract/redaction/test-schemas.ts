/** Schemas of any kind, made at random. */
import fc from "fast-check"
import type { Json, JsonObject } from "../document.ts"

const word = fc.constantFrom(
  "canary",
  "a canary that nobody knows",
  "canary-canary-1",
  "Canary",
  "canary@shop.example",
)
export const texts = fc.oneof(
  { arbitrary: word, weight: 4 },
  fc.constantFrom(
    "EUR",
    "USD",
    "2031-07-04",
    "2031-07-04T10:00:00Z",
    "10:00:00Z",
    "P3D",
    "12.50",
    "",
    "0",
    "a",
    "card",
    "transfer",
  ),
  fc.constantFrom(
    "3c90c3cc-0d44-4b50-8888-8dd25736052a",
    "https://pay.example/canary",
    "198.51.100.7",
    "411486491630370816",
  ),
)
const formats = fc.constantFrom(
  "date",
  "date-time",
  "time",
  "duration",
  "email",
  "uri",
  "hostname",
  "uuid",
  "ipv4",
  "ipv6",
  "byte",
  "decimal",
  "flake-id",
)
/** Patterns, each with texts that match it. */
export const matching: Readonly<Record<string, ReadonlyArray<string>>> = {
  "[aeiou]": ["canary", "a canary"],
  "\\p{L}": ["canary", "é"],
  "^(?!0)\\d+$": ["7", "411486491630370816"],
  "^.{2,30}$": ["canary", "a canary that nobody knows"],
  "^[A-Z]{3}$": ["EUR", "CAN"],
  "^[^@]+$": ["canary", "a canary that nobody knows"],
  "^\\d+\\.\\d{2}$": ["12.50", "12345678.90"],
  "^can": ["canary", "canary-canary-1"],
  "^cus_[a-z]{8}$|^can": ["cus_abcdefgh", "canary"],
}
const patterns = fc.constantFrom(...Object.keys(matching))

/** An object with some of these properties. */
export const optional = (fields: Readonly<Record<string, fc.Arbitrary<Json>>>): fc.Arbitrary<JsonObject> =>
  fc
    .record(fields, { noNullPrototype: true, requiredKeys: [] })
    .map((some) =>
      Object.fromEntries(
        Object.entries(some).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      ),
    )

const string = fc
  .tuple(
    fc.constant<JsonObject>({ type: "string" }),
    fc.oneof(
      { arbitrary: fc.constant<JsonObject>({}), weight: 3 },
      optional({
        maxLength: fc.integer({ max: 30, min: 2 }),
        minLength: fc.integer({ max: 2, min: 0 }),
      }),
      fc.record({ format: formats }),
      fc.record({ pattern: patterns }),
      fc.constant<JsonObject>({ enum: ["EUR", "USD", "magpie"] }),
      fc.constant<JsonObject>({ const: "card" }),
    ),
  )
  .map(([type, more]): JsonObject => ({ ...type, ...more }))
const number = fc
  .tuple(
    fc.constantFrom("integer", "number"),
    fc.oneof(
      fc.constant<JsonObject>({}),
      optional({
        maximum: fc.integer({ max: 100, min: 10 }),
        minimum: fc.integer({ max: 9, min: -5 }),
      }),
      optional({
        exclusiveMaximum: fc.integer({ max: 100, min: 10 }),
        exclusiveMinimum: fc.integer({ max: 5, min: -5 }),
      }),
      fc.constantFrom<JsonObject>({ multipleOf: 0.01 }, { multipleOf: 5 }, { enum: [3, 7, 9] }),
    ),
  )
  .map(([type, more]): JsonObject => ({ type, ...more }))

export const names = fc.constantFrom(
  "a",
  "b",
  "kind",
  "x-canary",
  "canary@shop.example",
  "canary-canary",
  "EUR",
  "magpie-magpie",
)

const leaf = fc.oneof(
  { arbitrary: string, weight: 3 },
  number,
  fc.constantFrom<JsonObject>({ type: "boolean" }, { type: "null" }, {}, { type: ["string", "null"] }),
  fc.constantFrom<JsonObject>({ const: { a: "magpie" } }, { $ref: "#/components/schemas/Node" }),
)

const namesRules = fc.constantFrom<JsonObject>(
  { pattern: "^[a-zA-Z@.-]+$" },
  { maxLength: 12 },
  { enum: ["EUR", "USD", "GBP", "a", "b"] },
  { format: "email" },
)

const objectOf = (inner: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> =>
  fc
    .tuple(
      fc.dictionary(fc.constantFrom("a", "b", "kind"), inner, { maxKeys: 3, noNullPrototype: true }),
      optional({
        additionalProperties: fc.oneof(fc.constantFrom(false, true), inner),
        maxProperties: fc.integer({ max: 5, min: 2 }),
        patternProperties: fc
          .tuple(inner, fc.constantFrom("^x-", "^can", "y$"))
          .map(([one, name]) => ({ [name]: one })),
        propertyNames: namesRules,
        required: fc.constantFrom<Json>(["a"], ["kind", "magpie-magpie"]),
        unevaluatedProperties: fc.constant(false),
      }),
    )
    .map(([properties, more]) => ({ properties, type: "object", ...more }))

const listOf = (inner: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> =>
  fc
    .tuple(
      inner,
      optional({
        contains: string,
        maxItems: fc.constant(3),
        prefixItems: fc.tuple(inner),
        uniqueItems: fc.constant(true),
      }),
    )
    .map(([items, more]) => ({ items, type: "array", ...more }))

const condition = { properties: { kind: { const: "card" } }, required: ["kind"] }

const composed = (inner: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> =>
  fc.oneof(
    leaf,
    { arbitrary: objectOf(inner), weight: 3 },
    listOf(inner),
    fc
      .tuple(fc.constantFrom("anyOf", "oneOf", "allOf"), inner, inner)
      .map(([keyword, ...all]) => ({ [keyword]: all })),
    fc.tuple(inner, string).map(([one, not]) => ({ allOf: [one], not })),
    fc
      .tuple(objectOf(inner), inner, objectOf(inner))
      .map(([then, otherwise, rest]) => ({ ...rest, else: otherwise, if: condition, then })),
  )

export const schemas: fc.Arbitrary<JsonObject> = composed(composed(composed(leaf)))

/** A schema that leads to itself. */
export const node: JsonObject = {
  properties: {
    a: { type: "string" },
    b: { anyOf: [{ $ref: "#/components/schemas/Node" }, { type: "null" }] },
    kind: { enum: ["transfer", "card"] },
  },
  type: "object",
}
