import { type Described, describedAs, type JsonObject, mediaOf, operationObject } from "./document.ts"
import { escaped, target } from "./document-diff/reference.ts"
import type { Drift } from "./drift.ts"
import type { Finding, Fixture, RecordedResponse } from "./fixture.ts"
import { jsonOf } from "../provider/json.ts"
import { responseFindings } from "./conformance.ts"

/**
 * How a response differs in shape from what the document allows and from the response that was recorded, if any.
 * Values never matter; an element of an array counts as any other.
 */
export const compareResponse = (
  described: Described,
  recorded: Fixture | undefined,
  response: RecordedResponse,
): ReadonlyArray<Drift> => {
  const known = new Set(recorded?.departures.map(key) ?? [])
  const broken = responseFindings(described, response).filter((finding) => !known.has(key(finding)))
  const announced = ["deprecation", "sunset"]
    .filter((header) => response.headers[header] !== undefined)
    .map(deprecation)
  const schema = schemaOf(described, response)
  // What no schema covers has no properties to compare.
  if (schema === undefined) return [...broken.map(breakage), ...announced]

  const before = recorded?.exchange?.response
  const old = before === undefined || typeof before === "string" ? nothing : shapeOf(before.body)
  const now = shapeOf(response.body)
  const documented = documentedPointers(described, schema)
  const breaks = new Set(broken.map(({ pointer }) => pointer))
  const gained = [...now.properties].filter(
    (pointer) =>
      !documented.has(pointer) && !old.properties.has(pointer) && !breaks.has(`/response/body${pointer}`),
  )
  // Of what is null or an empty list now, nothing is gone.
  const lost = [...old.properties].filter(
    (pointer) =>
      documented.has(pointer) &&
      !now.properties.has(pointer) &&
      now.objects.has(pointer.replace(/\/[^/]*$/, "")),
  )
  return [
    ...broken.map(breakage),
    ...gained.map(newProperty),
    ...(broken.length > 0 ? [] : lost.map(goneProperty)),
    ...announced,
  ]
}

/** Which undocumented status comes says less than how the program ends with it, and that is compared elsewhere. */
const key = ({ got, pointer, rule }: Finding) => `${pointer} ${rule} ${rule === "status" ? "" : got}`

const breakage = ({ expected, got, pointer, rule }: Finding): Drift => {
  if (rule === "false") return newProperty(pointer.slice("/response/body".length))
  if (rule === "enum" || rule === "const") {
    const meaning =
      "A value came that the document does not list; code that tells the listed ones apart may not know it."
    return { expected, got, meaning, pointer, severity: "warning" }
  }
  if (rule === "schema") {
    const meaning = "The document does not describe this answer, and nothing of it is compared."
    return { expected, got, meaning, pointer, severity: "warning" }
  }
  return { expected, got, meaning: "Answers like this one are not accepted.", pointer, severity: "breaking" }
}

const newProperty = (pointer: string): Drift => ({
  expected: "no such property",
  got: "a property",
  meaning: "The provider answers more than its document says; it is ignored.",
  pointer: `/response/body${pointer}`,
  severity: "info",
})

const goneProperty = (pointer: string): Drift => ({
  expected: "a property",
  got: "nothing",
  meaning: "An optional property that used to come does not; code that reads it finds nothing.",
  pointer: `/response/body${pointer}`,
  severity: "warning",
})

const deprecation = (header: string): Drift => ({
  expected: "no such header",
  got: "a header",
  meaning: "The provider says that this operation will go away.",
  pointer: `/response/headers/${header}`,
  severity: "warning",
})

interface Shape {
  readonly properties: ReadonlySet<string>
  /** What is an object, as properties are compared of objects only. */
  readonly objects: ReadonlySet<string>
}

const nothing: Shape = { objects: new Set(), properties: new Set() }

/** The properties of a text, where it is JSON, and what is an object in it, as JSON Pointers with `*` for array indices. */
const shapeOf = (body: string): Shape => {
  const properties = new Set<string>()
  const objects = new Set<string>()
  const visit = (value: unknown, at: string): void => {
    if (typeof value !== "object" || value === null) return
    if (Array.isArray(value)) {
      for (const item of value) visit(item, `${at}/*`)
      return
    }
    objects.add(at)
    for (const [name, item] of Object.entries(value)) {
      const pointer = `${at}/${escaped(name)}`
      properties.add(pointer)
      visit(item, pointer)
    }
  }
  visit(jsonOf(body), "")
  return { objects, properties }
}

const schemaOf = (described: Described, { headers, status }: RecordedResponse): JsonObject | undefined => {
  const operation = operationObject(described)
  const { content = {} } = operation.responses[describedAs(operation, status) ?? ""] ?? {}
  return mediaOf(content, headers).media?.schema
}

/** The properties that the document knows of what has a schema, as JSON Pointers, array indices as `*`. */
const documentedPointers = ({ document }: Described, schema: JsonObject): Set<string> => {
  const found = new Set<string>()
  const visit = (node: unknown, at: string, within: ReadonlyArray<unknown>): void => {
    if (typeof node !== "object" || node === null || within.includes(node)) return
    const { $ref, allOf, anyOf, items, oneOf, properties } = node as JsonObject
    const inner = [...within, node]
    if (typeof $ref === "string") {
      visit(target(document, $ref), at, inner)
    }
    for (const branch of [allOf, anyOf, oneOf].flat()) visit(branch, at, inner)
    if (items !== undefined) visit(items, `${at}/*`, inner)
    for (const [name, property] of Object.entries(properties ?? {})) {
      found.add(`${at}/${escaped(name)}`)
      visit(property, `${at}/${escaped(name)}`, inner)
    }
  }
  visit(schema, "", [])
  return found
}
