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

/** Where a value that is sent in a direction departs from a schema of a document; `pointer` is where the value stands. */
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
      ? // A value of a type that the same schema does not allow is no further value of it.
        !wrongTypes.has(schemaAt(unit))
      : // Of a `oneOf` that more than one branch of matches nothing below it is at fault.
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

/** Of a union's branches the one that got further says more: `data` is not null, but its token is no string. */
const further = (found: ReadonlyArray<Located>): ReadonlyArray<Located> => {
  // The places where something else than a type is wrong, and those around each place that is at fault.
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

/** One finding for what is wrong alike under several names that are not shown, and for the types of several branches. */
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
