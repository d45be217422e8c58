import type { JsonObject } from "../specs/tools/document.ts"

export type Kind = "type" | "missing" | "unknown" | "range" | "choice" | "format" | "length"
export type Path = ReadonlyArray<string | number>

/** A value that is valid but for one place. */
export interface Break {
  readonly kind: Kind
  readonly path: Path
  readonly value: unknown
}

type Node = Readonly<Record<string, unknown>>
const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value)
const node = (value: unknown): Node => (isNode(value) ? value : {})
const list = (value: unknown): ReadonlyArray<unknown> => (Array.isArray(value) ? value : [value])

const samples: Readonly<Record<string, unknown>> = {
  array: [],
  boolean: true,
  null: null,
  number: 7,
  object: {},
  string: "text",
}
const typeOf = (value: unknown) => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value)

/** Nothing, in the place of a property. */
const absent = Symbol("absent")

/**
 * Every way to break a valid value in one place, by the JSON Schema that it is valid for. It reads the provider's
 * document and shares nothing with the schemas that it is held against. Every object is taken for a closed one.
 */
export const breaks = (
  schema: JsonObject,
  value: unknown,
  schemas: Readonly<Record<string, JsonObject>>,
): ReadonlyArray<Break> => {
  /** The schemas of which one holds, without references. */
  const alternatives = (schema: Node): ReadonlyArray<Node> => {
    const { $ref, anyOf, oneOf } = schema
    if (typeof $ref === "string") return alternatives(node(schemas[$ref.replace(/^.*\//, "")]))
    const branches = anyOf ?? oneOf
    return branches === undefined ? [schema] : list(branches).flatMap((branch) => alternatives(node(branch)))
  }
  const typesOf = ({ enum: choices, type }: Node) =>
    (type === undefined ? list(choices).map(typeOf) : list(type)).map((name) =>
      name === "integer" ? "number" : String(name),
    )

  const walk = (
    schema: Node,
    value: unknown,
    path: Path,
    put: (replaced: unknown) => unknown,
  ): ReadonlyArray<Break> => {
    const all = alternatives(schema)
    const types = new Set(all.flatMap(typesOf))
    const own = all.find((alternative) => typesOf(alternative).includes(typeOf(value))) ?? {}
    const as = (kind: Kind, ...wrong: ReadonlyArray<unknown>) =>
      wrong.map((replaced) => ({ kind, path, value: put(replaced) }))
    const child = (key: string | number, schema: unknown, old: unknown) =>
      walk(node(schema), old, [...path, key], (replaced) => put(replace(value, key, replaced)))
    return [
      ...as("type", ...Object.keys(samples).flatMap((type) => (types.has(type) ? [] : [samples[type]]))),
      ...(own["enum"] === undefined || value === null ? [] : as("choice", "no such choice")),
      ...(typeof value === "number" ? as("range", ...outOfRange(own)) : []),
      ...(typeof value === "string"
        ? [...as("format", ...misshapen(own)), ...as("length", ...tooLong(own))]
        : []),
      ...(Array.isArray(value) ? value.flatMap((item, index) => child(index, own["items"], item)) : []),
      ...(isNode(value) ? inObject(own, value, path, put, child) : []),
    ]
  }
  return walk(schema, value, [], (replaced) => replaced)
}

const inObject = (
  { additionalProperties, properties, required }: Node,
  value: Node,
  path: Path,
  put: (replaced: unknown) => unknown,
  child: (key: string, schema: unknown, old: unknown) => ReadonlyArray<Break>,
): ReadonlyArray<Break> => {
  const known = node(properties)
  const at = (kind: Kind, key: string, replaced: unknown): Break => ({
    kind,
    path: [...path, key],
    value: put(replace(value, key, replaced)),
  })
  return [
    ...list(required ?? []).map((name) => at("missing", String(name), absent)),
    ...(isNode(additionalProperties) ? [] : [at("unknown", "surprise", 1)]),
    ...Object.entries(value).flatMap(([key, old]) =>
      // Of its own: every object has a `toString`.
      child(key, Object.hasOwn(known, key) ? known[key] : additionalProperties, old),
    ),
  ]
}

/** A copy with another value under `key`, or none. */
const replace = (value: unknown, key: string | number, replaced: unknown): unknown => {
  if (Array.isArray(value)) return value.map((old, index) => (index === key ? replaced : old))
  const { [key]: _, ...rest } = node(value)
  return replaced === absent ? rest : { ...rest, [key]: replaced }
}

const outOfRange = ({ exclusiveMinimum, maximum, minimum, type }: Node) => [
  ...(typeof minimum === "number" ? [minimum - 1] : []),
  ...(typeof maximum === "number" ? [maximum + 1, maximum * 1.5] : []),
  ...(typeof exclusiveMinimum === "number" ? [exclusiveMinimum, exclusiveMinimum - 1] : []),
  ...(list(type).includes("integer") ? [0.5] : []),
]

const misshapen = ({ pattern }: Node) =>
  typeof pattern === "string"
    ? ["", "!", "no such\n", "é🧾", "\u0000", "x".repeat(300)].filter(
        (text) => !new RegExp(pattern, "u").test(text),
      )
    : []

const tooLong = ({ maxLength, minLength }: Node) => [
  ...(typeof maxLength === "number" ? ["x".repeat(maxLength + 1), "🧾".repeat(maxLength + 1)] : []),
  ...(typeof minLength === "number" ? ["x".repeat(minLength - 1)] : []),
]
