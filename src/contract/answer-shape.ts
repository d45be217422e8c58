import { unescapeToken } from "effect/JsonPointer"
import { propertyOf } from "./described-value.ts"
import type { Described, Json, JsonObject } from "./document.ts"
import { get, list } from "./document-diff/json.ts"
import { open, type Opened, type Place } from "./shown-places.ts"

/** The properties of an answer, as JSON Pointers with `*` for any index: the elements of an array are not told apart. */
export interface Shape {
  /** Properties whose names the document knows. */
  readonly properties: ReadonlySet<string>
  /** For each object, the schemas that apply to it and the number of its properties that they do not describe. */
  readonly objects: ReadonlyMap<string, ObjectShape>
}

export interface ObjectShape {
  readonly applied: ReadonlyArray<JsonObject>
  /** The number of undescribed properties. Zero for maps and free-form objects, whose names are data. */
  readonly undescribed: number
}

export const shapeOf = (described: Described, schema: Json, value: unknown): Shape => {
  const properties = new Set<string>()
  const objects = new Map<string, ObjectShape>()

  const visit = (place: Place): void => {
    if (typeof place.value !== "object" || place.value === null) return
    const opened = open(described, place)
    if (Array.isArray(place.value)) {
      for (const index of place.value.keys()) visit(itemOf(place, opened, index))
      return
    }
    const { applied, property } = opened
    let undescribed = 0
    for (const name of Object.keys(place.value)) {
      const inner = property(name)
      if (inner.known) properties.add(inner.pointer)
      else if (isUndescribed(applied, inner.schemas)) undescribed++
      if (inner.schemas.length > 0) visit(inner)
    }
    const known = objects.get(place.pointer)
    objects.set(place.pointer, {
      applied: [...new Set([...(known?.applied ?? []), ...applied])],
      undescribed: Math.max(known?.undescribed ?? 0, undescribed),
    })
  }
  visit({ pointer: "", schemas: [schema], value })
  return { objects, properties }
}

/** The place of an item: of a tuple by its index, of any other array by `*`. */
const itemOf = ({ pointer }: Place, { applied, item }: Opened, index: number): Place => {
  const inTuple = applied.some((schema) => index < list(get(schema, "prefixItems")).length)
  return { ...item(index), pointer: `${pointer}/${inTuple ? index : "*"}` }
}

/** Whether a name is unexpected: the object is closed, or the document describes other names of it. */
const isUndescribed = (applied: ReadonlyArray<JsonObject>, schemas: ReadonlyArray<Json>): boolean =>
  schemas.includes(false) ||
  (schemas.length === 0 &&
    applied.some(
      (schema) =>
        Object.keys(get(schema, "properties") ?? {}).length > 0 || list(get(schema, "required")).length > 0,
    ))

/** Optional properties that an answer no longer has. An object that is null now, or in an empty list, has lost none. */
export const gone = (old: Shape, now: Shape): ReadonlyArray<string> =>
  [...old.properties].filter((pointer) => {
    const end = pointer.lastIndexOf("/")
    const name = unescapeToken(pointer.slice(end + 1))
    const object = now.objects.get(pointer.slice(0, end))
    return object !== undefined && propertyOf(object.applied, name).known && !now.properties.has(pointer)
  })
