import { appliedSchemas, itemSchemas, possibleSchemas, propertyOf } from "./described-value.ts"
import type { Described, Json, JsonObject } from "./document.ts"
import { get } from "./document-diff/json.ts"
import { escaped } from "./document-diff/reference.ts"

/** Stands in every pointer for a name that the document does not know: such a name is data, and may be somebody's. */
export const unknownName = "(unknown name)"

/** A place of a value that has been walked to. */
export interface Place {
  /** As a JSON Pointer in which every name is the document's own. */
  readonly pointer: string
  readonly schemas: ReadonlyArray<Json>
  readonly value: unknown
}

/** What describes a place, and the places in it. */
export interface Opened {
  /** The schemas that apply to its value. */
  readonly applied: ReadonlyArray<JsonObject>
  readonly item: (index: number) => Place
  readonly property: (name: string) => Place & { readonly known: boolean }
}

export const open = (described: Described, { pointer, schemas, value }: Place): Opened => {
  const applied = appliedSchemas(described, schemas, value)
  const possible = possibleSchemas(described, schemas)
  return {
    applied,
    item: (index) => ({
      pointer: `${pointer}/${index}`,
      schemas: itemSchemas(applied, index),
      value: Array.isArray(value) ? value[index] : undefined,
    }),
    property: (name) => {
      const property = propertyOf(applied, name)
      // A name of a branch that the value does not satisfy is the document's word too.
      const known = property.known || propertyOf(possible, name).known
      return {
        known,
        pointer: `${pointer}/${known ? escaped(name) : unknownName}`,
        schemas: property.schemas,
        value: get(value, name),
      }
    },
  }
}

/** How places of a value are shown, by the steps that lead to them. */
export const shownPlaces = (described: Described, place: Place) => {
  const root = branch(described, place)
  return (steps: ReadonlyArray<string | number>): string =>
    steps.reduce<Branch>((at, step) => at.next(String(step)), root).pointer
}

/** A place that remembers the places in it: many findings lead along the same way. */
interface Branch {
  readonly pointer: string
  readonly next: (step: string) => Branch
}

const branch = (described: Described, place: Place): Branch => {
  const known = new Map<string, Branch>()
  let opened: Opened | undefined
  const next = (step: string): Branch => {
    opened ??= open(described, place)
    const isIndex = Array.isArray(place.value) && /^\d+$/.test(step)
    const found =
      known.get(step) ?? branch(described, isIndex ? opened.item(Number(step)) : opened.property(step))
    known.set(step, found)
    return found
  }
  return { next, pointer: place.pointer }
}
