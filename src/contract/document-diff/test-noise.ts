import type { Json, JsonObject } from "../document.ts"
import { entries, isList, isObject, isText, list } from "./json.ts"
import { target } from "./reference.ts"

/** A number from 0 up to, but not including, another. */
export type Random = (below: number) => number

export const randomFrom = (seed: number): Random => {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const shuffled = <A>(values: ReadonlyArray<A>, random: Random): ReadonlyArray<A> =>
  values
    .map((value) => [random(1e6), value] as const)
    .sort(([left], [right]) => left - right)
    .map(([, value]) => value)

type Rewrite = (schema: JsonObject) => JsonObject

/** Rewrites the schemas in a part of a document, the innermost first. */
const rewrite = (node: Json, change: Rewrite, isSchema = false): Json => {
  if (isList(node)) return node.map((item) => rewrite(item, change, isSchema))
  if (!isObject(node)) return node
  const inner = Object.entries(node).map(([key, value]) => {
    if (isSchema && key === "properties") return [key, each(value, change)]
    if (isSchema) return [key, schemaKeys.has(key) ? rewrite(value, change, true) : value]
    return [key, key === "schemas" ? each(value, change) : rewrite(value, change, key === "schema")]
  })
  const made: JsonObject = Object.fromEntries(inner)
  return isSchema ? change(made) : made
}

const schemaKeys = new Set(["additionalProperties", "allOf", "anyOf", "items", "oneOf"])

const each = (named: Json, change: Rewrite): Json =>
  Object.fromEntries(entries(named).map(([name, schema]) => [name, rewrite(schema, change, true)]))

const sometimes =
  (random: Random, change: Rewrite): Rewrite =>
  (schema) =>
    random(3) === 0 ? change(schema) : schema

const shuffleKeys = (node: Json, random: Random): Json => {
  if (isList(node)) return node.map((item) => shuffleKeys(item, random))
  if (!isObject(node)) return node
  return Object.fromEntries(
    shuffled(Object.entries(node), random).map(([key, value]) => [key, shuffleKeys(value, random)]),
  )
}

const shuffleLists = (schema: JsonObject, random: Random): JsonObject =>
  Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      isList(value) && ["anyOf", "enum", "oneOf", "required", "type"].includes(key)
        ? shuffled(value, random)
        : value,
    ]),
  )

const inNull = ({ type, ...rest }: JsonObject, random: Random): JsonObject => {
  const types = list(type)
  const others = types.filter((one) => one !== "null")
  const [only] = others
  if (types.length === others.length || others.length !== 1 || only === undefined) {
    return type === undefined ? rest : { type, ...rest }
  }
  return random(2) === 0
    ? { type: only, nullable: true, ...rest }
    : { anyOf: [{ type: "null" }, { type: only, ...rest }] }
}

const inForms = (schema: JsonObject): JsonObject => {
  const { anyOf, ...rest } = schema
  const [one, other, ...more] = list(anyOf)
  return isObject(one) && isObject(other) && other["type"] === "null" && more.length === 0
    ? { ...rest, oneOf: [other, one] }
    : schema
}

type Noise = (document: JsonObject, random: Random) => Json

/** What changes a document and nothing for its callers. */
export const noises: Readonly<Record<string, Noise>> = {
  "keys shuffled": shuffleKeys,
  "lists shuffled": (document, random) => rewrite(document, (schema) => shuffleLists(schema, random)),
  "references inlined": (document, random) =>
    rewrite(
      document,
      sometimes(random, (schema) => {
        const { $ref } = schema
        const found = isText($ref) ? target(document, $ref) : schema
        return isObject(found) ? found : schema
      }),
    ),
  "schemas renamed": (document) => {
    const components = document["components"]
    const schemas = isObject(components) ? entries(components["schemas"]) : []
    const renamed = Object.fromEntries(schemas.map(([name, schema]) => [`V2${name}`, schema]))
    const all = { ...document, components: { ...(isObject(components) ? components : {}), schemas: renamed } }
    return JSON.parse(JSON.stringify(all).replaceAll("#/components/schemas/", "#/components/schemas/V2"))
  },
  "null rewritten": (document, random) =>
    rewrite(
      document,
      sometimes(random, (schema) => inNull(schema, random)),
    ),
  "anyOf null as oneOf": (document, random) => rewrite(document, sometimes(random, inForms)),
  "prose rewritten": (document, random) =>
    rewrite(
      document,
      sometimes(random, (schema) => ({
        ...schema,
        title: "Other",
        description: `No. ${random(100)}`,
        "x-order": random(9),
      })),
    ),
  "wrapped in allOf": (document, random) =>
    rewrite(
      document,
      sometimes(random, (schema) => ("$ref" in schema ? { allOf: [schema], description: "It." } : schema)),
    ),
  "enum of one as const": (document) =>
    rewrite(document, ({ enum: values, ...schema }) => {
      const [only, ...more] = list(values)
      return values === undefined
        ? schema
        : only !== undefined && more.length === 0
          ? { ...schema, const: only }
          : { ...schema, enum: values }
    }),
}
