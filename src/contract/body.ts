import { jsonOf } from "../provider/json.ts"
import {
  type Described,
  describedAs,
  essence,
  type Json,
  mediaOf,
  type MediaTypes,
  operationObject,
} from "./document.ts"
import { get } from "./document-diff/json.ts"
import type { Finding, RecordedResponse } from "./fixture.ts"

/**
 * The deepest nesting that is compared. The providers' answers have fewer than ten levels. Validation is recursive: with
 * a schema of five steps from one object to the next, Node's stack holds between 100 and 200 levels.
 */
export const deepest = 64

/** The JSON value of a body, or the reason why it can't be compared. */
export type Read = { readonly value: unknown } | Pick<Finding, "expected" | "got" | "rule">

/**
 * Reads a body that may be hostile. The value is nested no deeper than `deepest`, and its names and strings are
 * well-formed Unicode, so that they can be written into a pointer.
 */
export const readBody = (text: string): Read => {
  const value = jsonOf(text)
  if (value === undefined) return { expected: "JSON", got: "no JSON", rule: "json" }
  const open: Array<readonly [value: unknown, depth: number]> = [[value, 0]]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [node, depth] = next
    if (typeof node === "string" && !node.isWellFormed()) return noUnicode
    if (typeof node !== "object" || node === null) continue
    if (depth === deepest) {
      return { expected: `at most ${deepest} levels of nesting`, got: "more", rule: "depth" }
    }
    if (!Array.isArray(node) && Object.keys(node).some((name) => !name.isWellFormed())) return noUnicode
    for (const item of Object.values(node)) open.push([item, depth + 1])
  }
  return { value }
}

const noUnicode = { expected: "Unicode text", got: "half of a surrogate pair", rule: "unicode" }

/** A body as a document describes it. */
export interface DescribedBody {
  readonly read: Read
  /** `undefined` where the document has no schema for it. */
  readonly schema: Json | undefined
  /** Its content type, where the document does not list that one. */
  readonly undescribed: string | undefined
}

/** JSON with an undescribed content type is compared with the schema of described JSON, because programs read it too. */
export const describedBody = (
  content: MediaTypes,
  { body, headers }: Pick<RecordedResponse, "body" | "headers">,
): DescribedBody => {
  const { media, type } = mediaOf(content, headers)
  if (media !== undefined) {
    const read = isJson(type) ? readBody(body) : { value: body }
    return { read, schema: get(media, "schema"), undescribed: undefined }
  }
  const read = readBody(body)
  const [json] = Object.entries(content).flatMap(([key, one]) => (isJson(essence(key)) ? [one] : []))
  const schema = "value" in read ? get(json, "schema") : undefined
  return { read, schema, undescribed: type }
}

/** The body of a response, as its operation's document describes it for `status`. */
export const describedResponse = (
  described: Described,
  response: RecordedResponse,
  status = response.status,
): DescribedBody => {
  const operation = operationObject(described)
  return describedBody(operation.responses[describedAs(operation, status) ?? ""]?.content ?? {}, response)
}

const isJson = (type: string): boolean => /[/+]json$/.test(type)
