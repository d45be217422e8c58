import { below, type Change, type Side } from "./change.ts"
import { type Found, type Readers, together } from "./found.ts"
import { typeLabel } from "./label.ts"
import { defaultChanges, deprecatedChanges, requiredChanges } from "./mark-changes.ts"
import type { ReadShape } from "./read-shape.ts"
import type { Facet, Shape } from "./shape.ts"

interface Property {
  readonly required: boolean
  readonly shape: Shape
}

/** What changed in which properties an object has. */
export const objectChanges = (old: Facet, now: Facet, readers: Readers): Found => {
  const before = propertiesOf(old, readers.readOld, readers.side)
  const after = propertiesOf(now, readers.readNow, readers.side)
  const properties = [...new Set([...before.keys(), ...after.keys()])].map((name): Found => {
    const [was, is] = [before.get(name), after.get(name)]
    if (was === undefined || is === undefined) {
      return { changes: below(name, presenceChanges(was, is, now.rest === false)), inner: [] }
    }
    return {
      changes: below(name, propertyChanges(was, is, readers.side)),
      inner: [{ step: name, old: was.shape, now: is.shape }],
    }
  })
  return together([...properties, restChanges(old, now, readers)])
}

/** A property that is only read is none of a request's, one that is only written none of a response's. */
const propertiesOf = (facet: Facet, read: ReadShape, side: Side): ReadonlyMap<string, Property> => {
  const names = [...new Set([...facet.properties.keys(), ...facet.required])]
  const all = names.map((name) => {
    return [name, { required: facet.required.has(name), shape: read(facet.properties.get(name)) }] as const
  })
  return new Map(all.filter(([, { shape }]) => !shape[side === "request" ? "readOnly" : "writeOnly"]))
}

const presenceChanges = (
  old: Property | undefined,
  now: Property | undefined,
  closed: boolean,
): ReadonlyArray<Change> => {
  const what = (old ?? now)?.required === true ? "required property" : "property"
  const gone = closed ? (`${what} gone, object closed` as const) : (`${what} gone` as const)
  return [
    { kind: old === undefined ? `${what} gained` : gone, at: [], expected: label(old), got: label(now) },
  ]
}

const label = (property: Property | undefined): string =>
  property === undefined
    ? "nothing"
    : `${property.required ? "required" : "optional"} ${typeLabel(property.shape)}`

const propertyChanges = (old: Property, now: Property, side: Side): ReadonlyArray<Change> => [
  ...requiredChanges("property", old.required, now.required),
  ...deprecatedChanges("property", old.shape, now.shape),
  ...(side === "request" ? defaultChanges(old.shape, now.shape) : []),
]

/** What changed in the properties that an object does not list. */
const restChanges = (old: Facet, now: Facet, { readNow, readOld }: Readers): Found => {
  const [expected, got] = [restLabel(old), restLabel(now)]
  const found = (kind: Change["kind"]): Found => ({ changes: [{ kind, at: [], expected, got }], inner: [] })
  if (old.rest === false) return now.rest === false ? { changes: [], inner: [] } : found("object opened")
  if (now.rest === false) {
    return found(old.rest === undefined ? "object closed" : "object closed, extras offered")
  }
  return { changes: [], inner: [{ step: "*", old: readOld(old.rest), now: readNow(now.rest) }] }
}

const restLabel = ({ rest }: Facet) => (rest === false ? "only listed properties" : "further properties")
