import { propertyOf } from "./described-value.ts"
import type { Described, Json, JsonObject } from "./document.ts"
import { get, list } from "./document-diff/json.ts"
import { open, type Opened, type Place } from "./shown-places.ts"

/** Which properties an answer has, as JSON Pointers with `*` for any index: one element of an array counts as any other. */
export interface Shape {
  /** Those whose names the document knows. */
  readonly properties: ReadonlySet<string>
  /** The schemas that apply to each object, and in how many names one departs from them. */
  readonly objects: ReadonlyMap<string, ObjectShape>
}

export interface ObjectShape {
  readonly applied: ReadonlyArray<JsonObject>
  /** Names beside those that are described. A map has none: its names are data, and so are a free-form object's. */
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

/** An item of a tuple has its own place. */
const itemOf = ({ pointer }: Place, { applied, item }: Opened, index: number): Place => {
  const inTuple = applied.some((schema) => index < list(get(schema, "prefixItems")).length)
  return { ...item(index), pointer: `${pointer}/${inTuple ? index : "*"}` }
}

/** Whether a name is one too many: of a closed object, or of one whose other names are described. */
const isUndescribed = (applied: ReadonlyArray<JsonObject>, schemas: ReadonlyArray<Json>): boolean =>
  schemas.includes(false) ||
  (schemas.length === 0 &&
    applied.some(
      (schema) =>
        Object.keys(get(schema, "properties") ?? {}).length > 0 || list(get(schema, "required")).length > 0,
    ))

/** What an answer does not have any more of what the document says that it may have. Of null or an empty list nothing is gone. */
export const gone = (old: Shape, now: Shape): ReadonlyArray<string> =>
  [...old.properties].filter((pointer) => {
    const end = pointer.lastIndexOf("/")
    const name = pointer
      .slice(end + 1)
      .replaceAll("~1", "/")
      .replaceAll("~0", "~")
    const object = now.objects.get(pointer.slice(0, end))
    return object !== undefined && propertyOf(object.applied, name).known && !now.properties.has(pointer)
  })
