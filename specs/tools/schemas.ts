import * as JsonSchema from "effect/JsonSchema"
import * as SchemaRepresentation from "effect/SchemaRepresentation"
import type { JsonObject, OpenApiDocument } from "./document.ts"
import type { Endpoints } from "./endpoints.ts"

/**
 * The runtime schemas of one API's document: those of the bodies and errors of its endpoints, and the parameters of each
 * endpoint as a struct.
 *
 * Every object is closed. What comes in is then checked with `onExcessProperty: "error"` and what a provider
 * answers without it, so that one schema serves both: a request refuses what it does not know, a response may gain.
 */
export const generateSchemas = (
  document: OpenApiDocument,
  { endpoints, schemas: added }: Endpoints,
): string => {
  const schemas: Record<string, JsonObject> = { ...document.components.schemas, ...added }
  const definitions = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, JsonSchema.fromSchemaOpenApi3_1(schema).schema]),
  )
  const [first, ...rest] = roots(document, added).map((name) => ({ $ref: `#/$defs/${name}` }))
  if (first === undefined) throw new Error("The document's operations refer to no schema")
  const imported = SchemaRepresentation.fromJsonSchemaMultiDocument(
    { definitions, dialect: "draft-2020-12", schemas: [first, ...rest] },
    { onEnter: lean, patterns: "apply" },
  )
  const [head, ...tail] = imported
  const representations = SchemaRepresentation.toRepresentations([
    head.ast,
    ...tail.map((schema) => schema.ast),
  ])
  const { artifacts, references } = SchemaRepresentation.toCodeDocument(withMessages(representations))
  if (artifacts.length > 0 || Object.keys(references.recursives).length > 0) {
    throw new Error("The document needs imports or recursive schemas, which are not written yet")
  }
  const requested = inRequests(schemas, endpoints)
  const lines = references.nonRecursives.map(({ $ref, code: { runtime } }) => {
    // The names are for the description of requests' objects. Any other is shipped and says nothing to a reader.
    const named = requested.has($ref) && schemas[$ref]?.["type"] === "object"
    const code = named
      ? runtime
      : runtime.replace(/\.annotate\(\{ "identifier": "\w+" \}\)|, "identifier": "\w+"/, "")
    // A bundler drops a schema that nobody uses only where no call is evaluated at the top level.
    return `export const ${$ref} = /* @__PURE__ */ (() => ${literals(code)})()\nexport type ${$ref} = typeof ${$ref}.Type\n`
  })
  return `import * as Schema from "effect/Schema"\n\n${lines.join("\n")}`
}

/** Regular expressions as literals, which are shorter. */
const literals = (code: string): string =>
  code.replaceAll(/new globalThis\.RegExp\(("(?:[^"\\]|\\.)*"), "u"\)/g, (_, pattern: string) =>
    String(new RegExp(JSON.parse(pattern) as string, "u")),
  )

/** The names of the schemas that requests' bodies refer to, and of those that these refer to, … */
const inRequests = (
  schemas: Readonly<Record<string, JsonObject>>,
  endpoints: Endpoints["endpoints"],
): ReadonlySet<string> => {
  const found = new Set(endpoints.flatMap(({ body }) => (body === undefined ? [] : [body.schema])))
  for (const name of found) for (const more of refsIn(schemas[name])) found.add(more)
  return found
}

const refsIn = (value: unknown): ReadonlyArray<string> =>
  Array.from(
    JSON.stringify(value ?? {}).matchAll(/"#\/components\/schemas\/(\w+)"/g),
    ([, name = ""]) => name,
  )

/** The schemas that are exported: what an endpoint refers to in any place, and the inline ones that got a name. */
const roots = (document: OpenApiDocument, added: Endpoints["schemas"]): ReadonlyArray<string> => [
  ...new Set([
    ...refsIn([document.paths, document.components["responses"], document.components["requestBodies"]]),
    ...Object.keys(added),
  ]),
]

/** What a pattern stands for, for whoever reads that a value does not match it. */
const formats: Readonly<Record<string, string>> = {
  "date-time": "an RFC 3339 date-time",
  email: "an email address",
  "flake-id": "a Flake ID (a 64-bit integer in decimal)",
  uuid: "a UUID",
}

/**
 * Prose stays in the types, where an editor shows it; here it would only be shipped. Formats and examples are kept for
 * the document that the gateway makes of these schemas: they are 0.1 KB of a provider's bundle, gzipped.
 */
const lean = (schema: JsonSchema.JsonSchema): JsonSchema.JsonSchema => {
  const { default: prose, description, example, title, ...rest } = schema
  const open = rest["type"] === "object" && rest["additionalProperties"] === undefined
  const closed = open ? { ...rest, additionalProperties: false } : rest
  if (closed["pattern"] === undefined) return closed
  // Kept until `withMessages` has put it where a reader finds it.
  return { ...closed, description: formats[String(rest["format"])] ?? description }
}

/**
 * Effect's checks come with a message of their own; the importer's say the same again and are dropped. A pattern's
 * would be the pattern: it gets the description instead.
 */
const withMessages = <A>(node: A, description?: unknown): A => {
  if (Array.isArray(node)) return node.map((item) => withMessages(item, description)) as A
  if (typeof node !== "object" || node === null || Object.getPrototypeOf(node) !== Object.prototype)
    return node
  const { annotations, checks, ...rest } = node as { annotations?: Record<string, unknown>; checks?: unknown }
  const own = annotations?.["description"]
  const kept = Object.entries(annotations ?? {}).flatMap(([key, value]) =>
    key === "description" ? [] : [[key, key === "expected" ? description : value] as const],
  )
  return Object.fromEntries([
    ...Object.entries(rest).map(([key, value]) => [key, withMessages(value, description)]),
    ...(annotations === undefined
      ? []
      : [["annotations", Object.fromEntries(kept.filter(([, value]) => value !== undefined))]]),
    ...(checks === undefined ? [] : [["checks", withMessages(checks, own)]]),
  ]) as A
}
