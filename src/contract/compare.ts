import { type Described, type JsonObject, operationObject } from "./document.ts"
import type { Drift } from "./drift.ts"
import type { Finding, Fixture, RecordedResponse } from "./fixture.ts"
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
  const before = recorded?.exchange?.response
  const old = before === undefined || typeof before === "string" ? new Set<string>() : pointers(before.body)
  const now = pointers(response.body)
  const documented = documentedPointers(described, response)
  const breaks = new Set(broken.map(({ pointer }) => pointer))
  const gained = [...now].filter((pointer) => !documented.has(pointer) && !old.has(pointer))
  const lost =
    broken.length > 0 ? [] : [...old].filter((pointer) => !now.has(pointer) && documented.has(pointer))
  return [
    ...broken.map(breakage),
    ...gained.filter((pointer) => !breaks.has(`/response/body${pointer}`)).map(newProperty),
    ...lost.filter((pointer) => !lost.some((other) => pointer.startsWith(`${other}/`))).map(goneProperty),
    ...(response.headers["deprecation"] === undefined && response.headers["sunset"] === undefined
      ? []
      : [deprecated]),
  ]
}

const key = ({ got, pointer, rule }: Finding) => `${pointer} ${rule} ${got}`

const breakage = ({ expected, got, pointer, rule }: Finding): Drift => {
  if (rule === "false") return newProperty(pointer.slice("/response/body".length))
  if (rule === "enum" || rule === "const") {
    const meaning =
      "A value came that the document does not list; code that tells the listed ones apart may not know it."
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

const deprecated: Drift = {
  expected: "no Deprecation or Sunset header",
  got: "one",
  meaning: "The provider says that this operation will go away.",
  pointer: "/response/headers/deprecation",
  severity: "warning",
}

/** The properties of a JSON text as JSON Pointers, array indices as `*`. */
const pointers = (body: string): Set<string> => {
  const found = new Set<string>()
  const visit = (value: unknown, at: string): void => {
    if (typeof value !== "object" || value === null) return
    for (const [name, item] of Object.entries(value)) {
      const pointer = `${at}/${Array.isArray(value) ? "*" : name}`
      found.add(pointer)
      visit(item, pointer)
    }
  }
  try {
    visit(JSON.parse(body), "")
  } catch {
    // What is not JSON has no properties; that it should have been JSON is a finding of its own.
  }
  return found
}

/** The properties that the document knows of a response, as JSON Pointers, array indices as `*`. */
const documentedPointers = (described: Described, { headers, status }: RecordedResponse): Set<string> => {
  const { responses } = operationObject(described)
  const type = headers["content-type"]?.split(";")[0]?.trim() ?? ""
  const schema = (responses[String(status)] ?? responses["default"])?.content?.[type]?.schema
  const found = new Set<string>()
  const visit = (node: unknown, at: string, within: ReadonlyArray<unknown>): void => {
    if (typeof node !== "object" || node === null || within.includes(node)) return
    const { $ref, allOf, anyOf, items, oneOf, properties } = node as JsonObject
    const inner = [...within, node]
    if (typeof $ref === "string") {
      visit(described.document.components.schemas[$ref.slice("#/components/schemas/".length)], at, inner)
    }
    for (const branch of [allOf, anyOf, oneOf].flat()) visit(branch, at, inner)
    if (items !== undefined) {
      found.add(`${at}/*`)
      visit(items, `${at}/*`, inner)
    }
    for (const [name, property] of Object.entries(properties ?? {})) {
      found.add(`${at}/${name}`)
      visit(property, `${at}/${name}`, inner)
    }
  }
  visit(schema, "", [])
  return found
}
