import { type OutputUnit, validate } from "@cfworker/json-schema"
import { unescapeToken } from "effect/JsonPointer"
import { type Compiler, compilerOf, tooLong } from "./compiled-schema.ts"
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
  const { draft, lookup, uriOf } = compilerOf(document, direction)
  const root = { $ref: uriOf(schema) }
  const said = ({ keywordLocation }: OutputUnit) => saidAt(root, keywordLocation, lookup)
  try {
    const { errors } = validate(value, root, draft, counted(lookup), false)
    const units = errors.map((unit) =>
      unit.keyword === "enum" && said(unit) === tooLong ? { ...unit, keyword: "size" } : unit,
    )
    return { said, units }
  } catch (error) {
    if (error === tooManySteps) return { said, units: [whole("steps")] }
    // The validator passes errors as arguments of a call, and 100,000 of them overflow the stack.
    if (error instanceof RangeError) return { said, units: [whole("size")] }
    throw error
  }
}

/** A finding about the whole value. */
const whole = (keyword: string): OutputUnit => ({
  error: "",
  instanceLocation: "#",
  keyword,
  keywordLocation: "#",
})

/** Takes about two seconds. An answer of 50,000 values needs as many with five references for each. */
const mostSteps = 250_000

const tooManySteps = new Error("The validation takes too long")

/**
 * Ends a validation that follows too many references. The validator tries every branch of a `oneOf` at every level, so
 * the steps grow exponentially with the depth where branches lead to themselves.
 */
const counted = (lookup: Compiler["lookup"]): Compiler["lookup"] => {
  let steps = 0
  return new Proxy(lookup, {
    get: (all, uri) => {
      if (++steps > mostSteps) throw tooManySteps
      return Reflect.get(all, uri)
    },
  })
}

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
    .map((step) => unescapeToken(decodeURIComponent(step)))
