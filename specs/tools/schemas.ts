import * as JsonSchema from "effect/JsonSchema"
import * as SchemaRepresentation from "effect/SchemaRepresentation"
import type { JsonObject, OpenApiDocument, OperationObject } from "./document.ts"

/**
 * The runtime schemas of one API's document: what its operations' bodies refer to, and the path parameters of
 * each operation as a struct.
 *
 * Every object is closed. What comes in is then checked with `onExcessProperty: "error"` and what a provider
 * answers without it, so that one schema serves both: a request refuses what it does not know, a response may gain.
 */
export const generateSchemas = (document: OpenApiDocument): string => {
  const schemas: Record<string, JsonObject> = { ...document.components.schemas, ...pathParameters(document) }
  const definitions = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, JsonSchema.fromSchemaOpenApi3_1(schema).schema]),
  )
  const [first, ...rest] = roots(document).map((name) => ({ $ref: `#/$defs/${name}` }))
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
  const requested = inRequests(document)
  const lines = references.nonRecursives.map(({ $ref, code: { runtime } }) => {
    // The names are for the description of requests' objects. Any other is shipped and says nothing to a reader.
    const named = requested.has($ref) && schemas[$ref]?.["type"] === "object"
    const code = named
      ? runtime
      : runtime.replace(/\.annotate\(\{ "identifier": "\w+" \}\)|, "identifier": "\w+"/, "")
    return `export const ${$ref} = ${literals(code)}\nexport type ${$ref} = typeof ${$ref}.Type\n`
  })
  return `import * as Schema from "effect/Schema"\n\n${lines.join("\n")}`
}

/** Regular expressions as literals, which are shorter. */
const literals = (code: string): string =>
  code.replaceAll(/new globalThis\.RegExp\(("(?:[^"\\]|\\.)*"), "u"\)/g, (_, pattern: string) =>
    String(new RegExp(JSON.parse(pattern) as string, "u")),
  )

/** The names of the schemas that requests' bodies refer to, and of those that these refer to, … */
const inRequests = (document: OpenApiDocument): ReadonlySet<string> => {
  const refs = (value: unknown) =>
    Array.from(
      JSON.stringify(value ?? {}).matchAll(/"#\/components\/schemas\/(\w+)"/g),
      ([, name = ""]) => name,
    )
  const found = new Set(operationsOf(document).flatMap(([, { requestBody }]) => refs(requestBody)))
  for (const name of found) for (const more of refs(document.components.schemas[name])) found.add(more)
  return found
}

const operationsOf = (document: OpenApiDocument): ReadonlyArray<readonly [string, OperationObject]> =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.values(item).map((operation) => [path, operation] as const),
  )

const roots = (document: OpenApiDocument): ReadonlyArray<string> => {
  const bodies = operationsOf(document).flatMap(([, { requestBody, responses }]) => [
    requestBody?.content,
    ...Object.values(responses).map((response) => response.content),
  ])
  const names = bodies.flatMap((content) => Object.values(content ?? {}).map(({ schema }) => schema["$ref"]))
  const refs = names.map((ref) => {
    if (typeof ref !== "string") throw new Error("A body's schema has no name: only references are read")
    return ref.slice("#/components/schemas/".length)
  })
  return [...new Set([...refs, ...Object.keys(pathParameters(document))])]
}

/** `/v1/stores/{storeId}/checkouts` gives `StoresCheckoutsPath: { storeId }`. */
const pathParameters = (document: OpenApiDocument): Record<string, JsonObject> =>
  Object.fromEntries(
    operationsOf(document).flatMap(([path, { parameters = [] }]) => {
      const inPath = parameters.filter((parameter) => parameter.in === "path")
      if (inPath.length === 0) return []
      const properties = Object.fromEntries(inPath.map(({ name, schema }) => [name, schema]))
      return [[pathName(path), { properties, required: Object.keys(properties), type: "object" }]]
    }),
  )

const pathName = (path: string): string => {
  const words = path.split("/").filter((segment) => !/^(\{.*|api|v\d+|)$/.test(segment))
  const pascal = words
    .flatMap((word) => word.split("-"))
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
  return `${pascal.join("")}Path`
}

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
