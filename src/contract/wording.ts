import type { OutputUnit } from "@cfworker/json-schema"
import { isList, list } from "./document-diff/json.ts"
import type { Finding } from "./fixture.ts"

/**
 * Words what the validator found in the document's terms; the validator's own messages quote the value, which must not be
 * shown. `said` is the keyword's value in the schema, `value` the value that departs from it.
 */
export const worded = (
  unit: OutputUnit,
  said: unknown,
  value: unknown,
): Pick<Finding, "expected" | "got" | "rule"> => {
  // Not of a property that has such a name.
  const ofName = /(?<!\/properties|\/patternProperties|\/dependentSchemas)\/propertyNames\//.test(
    unit.keywordLocation,
  )
  const got = ofName ? "string" : typeName(value)
  const values =
    unit.keyword === "const" ? [said] : unit.keyword === "enum" && isList(said) ? said : undefined
  const types = [...new Set(values?.map(typeName))]
  // A value of another type is reported as a wrong type, not as a value that the enum lacks.
  if (types.length > 0 && !types.includes(got)) return { expected: types.join(" or "), got, rule: "type" }
  const expected = expectation(unit, said)
  return { expected: shortened(ofName ? `as a name ${expected}` : expected), got, rule: unit.keyword }
}

const expectation = ({ error, keyword }: OutputUnit, said: unknown): string => {
  switch (keyword) {
    case "type":
      return [said].flat().map(String).join(" or ")
    case "const":
      return JSON.stringify(said)
    case "enum":
      return `one of ${list(said)
        .map((value) => JSON.stringify(value))
        .join(", ")}`
    case "false":
      return "nothing"
    case "format":
      return `a text of the format ${String(said)}`
    case "pattern":
      return "a text that matches its pattern"
    case "not":
      return "what its `not` does not describe"
    case "size":
      return "a value of a size that can be compared"
    case "steps":
      return "a value that can be compared in 250,000 steps"
    // The messages of these keywords quote names of the document, or how many branches match, and no value.
    case "dependentRequired":
    case "oneOf":
      return error
    case "required":
      return `an object with ${/ property (".*")\.$/.exec(error)?.[1] ?? "every required property"}`
    default:
      return `${kindOf(keyword)} within its ${keyword}`
  }
}

const kindOf = (keyword: string): string =>
  /Items|[cC]ontains/.test(keyword)
    ? "an array"
    : /Properties/.test(keyword)
      ? "an object"
      : /Length/.test(keyword)
        ? "a text"
        : "a number"

/** Cuts a text: the values of an enum can be of any length. */
const shortened = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text)

/** The name of a value's type in JSON. */
export const typeName = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "array" : value === undefined ? "nothing" : typeof value
