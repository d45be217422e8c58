import { type OutputUnit, validate } from "@cfworker/json-schema"
import { compilerOf } from "./compiled-schema.ts"
import type { Json, OpenApiDocument } from "./document.ts"
import { isText } from "./document-diff/json.ts"
import type { Direction } from "./marks.ts"

/** The departures of a value from a schema, in the validator's own words, and access to the schema's keywords. */
export interface Validated {
  readonly units: ReadonlyArray<OutputUnit>
  /** The value of the keyword in the schema, at a unit's `keywordLocation`. */
  readonly said: (unit: OutputUnit) => unknown
}

/** Validates a value that is sent in a direction against a schema of a document. */
export const validated = (
  document: OpenApiDocument,
  schema: Json,
  value: unknown,
  direction: Direction,
): Validated => {
  const { draft, lookup, uriOf, wantsUniqueItems } = compilerOf(document, direction)
  const root = { $ref: uriOf(schema) }
  const said = ({ keywordLocation }: OutputUnit) => saidAt(root, keywordLocation, lookup)
  if (wantsUniqueItems() && hasLongList(value)) return { said, units: [tooLarge] }
  try {
    return { said, units: validate(value, root, draft, lookup, false).errors }
  } catch (error) {
    // The validator passes errors as arguments of a call, and 100,000 of them overflow the stack.
    if (error instanceof RangeError) return { said, units: [tooLarge] }
    throw error
  }
}

const tooLarge: OutputUnit = { error: "", instanceLocation: "#", keyword: "size", keywordLocation: "#" }

/** For `uniqueItems` the validator compares every item with every other: four million comparisons for 2,000 items. */
const longest = 2000

const hasLongList = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  ((Array.isArray(value) && value.length > longest) || Object.values(value).some(hasLongList))

const saidAt = (root: unknown, location: string, lookup: Readonly<Record<string, unknown>>): unknown =>
  stepsOf(location).reduce<unknown>((node, step) => {
    const inner = Object.hasOwn(Object(node), step) ? Object(node)[step] : undefined
    return step === "$ref" && isText(inner) ? lookup[inner] : inner
  }, root)

/** The steps of a place, from the URI fragment with which the validator names it. */
export const stepsOf = (location: string): ReadonlyArray<string> =>
  location
    .split("/")
    .slice(1)
    .map((step) => decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~"))
