import { type OutputUnit, validate } from "@cfworker/json-schema"
import type { Described, JsonObject } from "./document.ts"
import { get } from "./document-diff/json.ts"
import { at } from "./document-diff/reference.ts"
import type { Finding } from "./fixture.ts"

// Keywords that report what keywords below them found.
const composite = new Set(["$ref", "additionalProperties", "allOf", "anyOf", "items", "oneOf", "properties"])

/** Where a value departs from a schema of a document; `pointer` is where the value stands. */
export const schemaFindings = (
  { document }: Described,
  schema: JsonObject,
  value: unknown,
  pointer: string,
): ReadonlyArray<Finding> => {
  const root = { allOf: [schema], components: document.components }
  const { errors } = document.openapi.startsWith("3.0")
    ? validate(value, JSON.parse(JSON.stringify(root), nullable), "4", undefined, false)
    : validate(value, root, "2020-12", undefined, false)
  const leaves = errors.filter(
    // Of a `oneOf` that more than one branch of matches nothing below it is at fault.
    ({ error, keyword }) => !composite.has(keyword) || (keyword === "oneOf" && !error.includes("(0 ")),
  )
  // Of a union's branches the one that got further says more: `data` is not null, but its token is no string.
  const further = leaves.filter(
    ({ instanceLocation: place, keyword }) =>
      keyword !== "type" ||
      !leaves.some(
        (other) =>
          other.instanceLocation.startsWith(`${place}/`) ||
          (other.instanceLocation === place && other.keyword !== "type"),
      ),
  )
  return further.map((leaf) => ({
    expected: said(leaf),
    got: typeName(at(value, leaf.instanceLocation)),
    // The validator writes pointers as URI fragments.
    pointer: pointer + decodeURIComponent(leaf.instanceLocation.slice(1)),
    rule: leaf.keyword,
  }))
}

/** What OpenAPI 3.0 calls nullable as JSON Schema has it. */
const nullable = (_: string, node: unknown): unknown => {
  if (get(node, "nullable") !== true) return node
  const type = get(node, "type")
  return type === undefined ? { anyOf: [{ type: "null" }, node] } : { ...Object(node), type: [type, "null"] }
}

/** What the validator expected. It quotes the numbers that it compares; a finding quotes no value. */
const said = ({ error, keyword }: OutputUnit): string => {
  if (/^(exclusive)?(min|max)imum$|^multipleOf$/i.test(keyword)) return `a number within its ${keyword}`
  const types = /Expected (".*")\.$/.exec(error)?.[1]
  return keyword === "type" && types !== undefined ? types.replaceAll('"', "").replaceAll(",", " or") : error
}

const typeName = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "array" : value === undefined ? "nothing" : typeof value
