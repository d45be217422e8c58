import type { OutputUnit } from "@cfworker/json-schema"
import type { Described, Json } from "./document.ts"
import type { Finding } from "./fixture.ts"
import type { Direction } from "./marks.ts"
import { shownPlaces } from "./shown-places.ts"
import { stepsOf, validated } from "./validation.ts"
import { worded } from "./wording.ts"

// Keywords that report what keywords below them found.
const composite = new Set([
  ...["$ref", "additionalItems", "additionalProperties", "allOf", "anyOf", "dependentSchemas", "if", "items"],
  ...["oneOf", "patternProperties", "prefixItems", "properties", "propertyNames", "unevaluatedItems"],
  "unevaluatedProperties",
])

/** The places where a value departs from its schema in a document. `pointer` is the value's own place. */
export const schemaFindings = (
  described: Described,
  schema: Json,
  value: unknown,
  pointer: string,
  direction: Direction = "response",
): ReadonlyArray<Finding> => {
  const { said, units } = validated(described.document, schema, value, direction)
  const wrongTypes = new Set(units.filter(({ keyword }) => keyword === "type").map(schemaAt))
  const leaves = units.filter((unit) =>
    unit.keyword === "enum" || unit.keyword === "const"
      ? // A value of a wrong type is reported as that, not as a value that the list lacks.
        !wrongTypes.has(schemaAt(unit))
      : // Where several branches of a `oneOf` match, the `oneOf` itself is the finding: nothing below it is wrong.
        !composite.has(unit.keyword) || (unit.keyword === "oneOf" && !unit.error.includes("(0 ")),
  )
  const shown = shownPlaces(described, { pointer, schemas: [schema], value })
  const found = leaves.map((leaf): Located => {
    const steps = stepsOf(leaf.instanceLocation)
    const finding = { ...worded(leaf, said(leaf), valueAt(value, steps)), pointer: shown(steps) }
    return [leaf.instanceLocation, finding]
  })
  return merged(further(found))
}

/** The place of a value and of the schema that it was held against. */
const schemaAt = ({ instanceLocation, keywordLocation }: OutputUnit): string =>
  `${instanceLocation} ${keywordLocation.slice(0, keywordLocation.lastIndexOf("/"))}`

type Located = readonly [location: string, finding: Finding]

/**
 * Among the findings of a union's branches, keeps those of the branch that matched furthest: a `token` that is not a
 * string says more than that `data`, which holds it, is not null.
 */
const further = (found: ReadonlyArray<Located>): ReadonlyArray<Located> => {
  // The places with findings other than a wrong type, and the places around each finding.
  const better = new Set<string>()
  for (const [location, { rule }] of found) {
    if (rule !== "type") better.add(location)
    const steps = location.split("/")
    for (let end = steps.length - 1; end > 0; end--) better.add(steps.slice(0, end).join("/"))
  }
  return found.filter(([location, { rule }]) => rule !== "type" || !better.has(location))
}

const valueAt = (value: unknown, steps: ReadonlyArray<string>): unknown =>
  steps.reduce<unknown>(
    (node, step) => (Object.hasOwn(Object(node), step) ? Object(node)[step] : undefined),
    value,
  )

/** Joins equal findings under several unknown names into one, and the wrong types of several branches into one. */
const merged = (found: ReadonlyArray<Located>): ReadonlyArray<Finding> => {
  const groups = new Map<string, Array<Located>>()
  for (const located of found) {
    const { expected, got, pointer, rule } = located[1]
    const key = JSON.stringify([pointer, rule, got, rule === "type" ? "" : expected])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [located])
    else group.push(located)
  }
  return [...groups.values()].flatMap((group) => {
    const names = new Set(group.map(([location]) => location)).size
    const expected = [...new Set(group.map(([, finding]) => finding.expected))].join(" or ")
    return group.slice(0, 1).map(([, finding]) => ({
      ...finding,
      expected,
      got: names > 1 ? `${finding.got} under ${names} names` : finding.got,
    }))
  })
}
