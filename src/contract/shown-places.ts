import { escapeToken } from "effect/JsonPointer"
import { appliedSchemas, itemSchemas, possibleSchemas, propertyOf } from "./described-value.ts"
import type { Described, Json, JsonObject } from "./document.ts"
import { get } from "./document-diff/json.ts"

/** Replaces names that the document does not know in pointers: such a name is data, and may identify somebody. */
export const unknownName = "(unknown name)"

/** A place in a value. */
export interface Place {
  /** As a JSON Pointer in which every name is the document's own. */
  readonly pointer: string
  readonly schemas: ReadonlyArray<Json>
  readonly value: unknown
}

/** The schemas of a place, and the places in it. */
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
      // The document knows a name, too, where it is in a branch that the value does not satisfy.
      const known = property.known || propertyOf(possible, name).known
      return {
        known,
        pointer: `${pointer}/${known ? escapeToken(name) : unknownName}`,
        schemas: property.schemas,
        value: get(value, name),
      }
    },
  }
}

/** Returns a function from the steps to a place of a value to the pointer under which the place is shown. */
export const shownPlaces = (described: Described, place: Place) => {
  const root = branch(described, place)
  return (steps: ReadonlyArray<string | number>): string =>
    steps.reduce<Branch>((at, step) => at.next(String(step)), root).pointer
}

/** A place that caches the places in it, because many findings share the first steps. */
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
