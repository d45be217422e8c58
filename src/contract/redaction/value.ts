import { deepCompareStrict } from "@cfworker/json-schema"
import { allowsType, itemSchemas, possibleSchemas, propertyOf } from "../described-value.ts"
import type { Described, Json, JsonObject } from "../document.ts"
import { get, isList, isObject, isText } from "../document-diff/json.ts"
import type { Kept } from "./kept.ts"
import { replaceName } from "./names.ts"
import { numbersFor } from "./numbers.ts"
import { irreplaceable, type Place, type Walk } from "./place.ts"
import { replacing } from "./replacing.ts"
import { breaksTheSame, listed } from "./rules.ts"
import { textsFor } from "./texts.ts"

/** A value after redaction. */
export interface Redacted {
  readonly value: Json
  /** The values and names that were data, as texts. */
  readonly data: ReadonlyArray<string>
}

/**
 * Replaces the data in a value by replacements made from the schemas of its places. Booleans and `null` stay, because
 * they identify nobody. It throws where no replacement fits.
 */
export const redactValue = (
  described: Described,
  schemas: ReadonlyArray<Json>,
  value: Json,
  kept: Kept,
): Redacted => {
  const walk: Walk = { data: [], described, kept, replacing: replacing() }
  const redacted = redact(walk, { path: [], schemas, shown: ["redacted"], variant: 0 }, value)
  const replaced = walk.replacing.settle()
  return {
    data: [...walk.data, ...replaced],
    value: redacted(),
  }
}

/** Returns a function, because replacements are known only after all texts were collected. */
const redact = (walk: Walk, place: Place, value: Json): (() => Json) => {
  const schemas = possibleSchemas(walk.described, place.schemas)
  if (isList(value)) return redactList(walk, place, schemas, value)
  if (isObject(value)) return redactObject(walk, place, schemas, value)
  if (value === null || typeof value === "boolean") return () => value
  const { described, kept } = walk
  const allowed =
    place.schemas.length === 0 || place.schemas.some((schema) => allowsType(described, schema, value))
  if (kept.value(place.path) && allowed) {
    walk.data.push(String(value))
    return () => value
  }
  const accepts = breaksTheSame(described, schemas, value)
  if (typeof value === "number") {
    const number = numbersFor(schemas, place.variant).find(accepts)
    if (number === undefined) throw new Error(irreplaceable(place))
    if (number !== value) walk.data.push(String(value))
    return () => number
  }
  return walk.replacing.text({
    accepts,
    candidates: () => textsFor({ schemas, steps: place.shown, variant: place.variant }, value),
    identifies: !schemas.some((schema) => listed(schema).includes(value)),
    isName: false,
    message: () => irreplaceable(place),
    original: value,
    steps: place.shown,
  })
}

const redactList = (
  walk: Walk,
  place: Place,
  schemas: ReadonlyArray<JsonObject>,
  items: ReadonlyArray<Json>,
): (() => Json) => {
  if (isListed(schemas, items)) return () => items
  const unique = schemas.some((schema) => get(schema, "uniqueItems") === true)
  const contained = schemas.flatMap((schema) => get(schema, "contains") ?? [])
  const every = unique ? [...new Set(items.flatMap((_, index) => itemSchemas(schemas, index)))] : []
  const redacted = items.map((item, index) => {
    // In a list with `uniqueItems`, equal items get equal replacements and different items different ones.
    const first = unique ? items.findIndex((other) => deepCompareStrict(other, item)) : index
    return redact(
      walk,
      {
        path: [...place.path, String(index)],
        schemas: [...(unique ? every : itemSchemas(schemas, index)), ...contained],
        shown: [...place.shown, String(first)],
        variant: unique ? place.variant + first : place.variant,
      },
      item,
    )
  })
  return () => redacted.map((item) => item())
}

const redactObject = (
  walk: Walk,
  place: Place,
  schemas: ReadonlyArray<JsonObject>,
  value: JsonObject,
): (() => Json) => {
  if (isListed(schemas, value)) return () => value
  const stays = (name: string) => propertyOf(schemas, name).known || walk.kept.name([...place.path, name])
  const taken = new Set(Object.keys(value).filter(stays))
  let unknown = 0
  const redacted = Object.entries(value).map(([name, item]) => {
    const path = [...place.path, name]
    const shown = stays(name) ? name : `redacted-${++unknown}`
    const inner = {
      ...place,
      path,
      schemas: propertyOf(schemas, name).schemas,
      shown: [...place.shown, shown],
    }
    const renamed = stays(name)
      ? () => name
      : replaceName(walk, { place: inner, schemas, taken }, name, unknown)
    return [renamed, redact(walk, inner, item)] as const
  })
  return () => Object.fromEntries(redacted.map(([name, item]) => [name(), item()]))
}

/** Whether it is a value that the document lists as a whole. */
const isListed = (schemas: ReadonlyArray<JsonObject>, value: Json): boolean =>
  schemas.flatMap(listed).some((one) => !isText(one) && deepCompareStrict(one, value))
