import type { Described, Json, JsonObject } from "./document.ts"
import { entries, get, isList, isObject, isText, list } from "./document-diff/json.ts"
import { target } from "./document-diff/reference.ts"
import { readPattern } from "./patterns.ts"
import { validated } from "./validation.ts"

/** A property of an object, as described by the schemas of that object. */
export interface DescribedProperty {
  /** Whether the document holds the name. Any other name is data, such as a key of a map. */
  readonly known: boolean
  /** The schemas of the property's value; empty where the document does not describe it. */
  readonly schemas: ReadonlyArray<Json>
}

/**
 * The schemas that apply to `value`; read only the keywords of each one itself. References, `allOf` and the branches of
 * `anyOf`, `oneOf`, `if` and `dependentSchemas` that the value satisfies are followed. Where it satisfies no branch, the
 * branches for a value of its type are taken.
 */
export const appliedSchemas = (
  described: Described,
  schemas: ReadonlyArray<Json>,
  value: unknown,
): ReadonlyArray<JsonObject> =>
  closure(schemas, (schema) => [
    ...unconditional(described, schema),
    ...chosen(described, list(get(schema, "anyOf")), value),
    ...chosen(described, list(get(schema, "oneOf")), value),
    ...consequences(described, schema, value),
    ...["dependentSchemas", "dependencies"].flatMap((keyword) =>
      entries(get(schema, keyword)).flatMap(([name, dependent]) =>
        get(value, name) === undefined ? [] : [dependent],
      ),
    ),
  ])

/** All schemas that may apply to a value at this place, whichever branches the value satisfies. */
export const possibleSchemas = (
  described: Described,
  schemas: ReadonlyArray<Json>,
): ReadonlyArray<JsonObject> =>
  closure(schemas, (schema) => [
    ...unconditional(described, schema),
    ...["anyOf", "oneOf"].flatMap((keyword) => list(get(schema, keyword))),
    ...["not", "if", "then", "else"].flatMap((keyword) => get(schema, keyword) ?? []),
    ...["dependentSchemas", "dependencies"].flatMap((keyword) =>
      entries(get(schema, keyword)).map(([, dependent]) => dependent),
    ),
  ])

/** The property `name` of an object to which `applied` apply. */
export const propertyOf = (applied: ReadonlyArray<JsonObject>, name: string): DescribedProperty => {
  const known = applied.some((schema) => writesName(schema, name))
  const direct = applied.flatMap((schema) => evaluated(schema, name))
  const rest = applied.flatMap((schema) => get(schema, "unevaluatedProperties") ?? [])
  return { known, schemas: direct.length > 0 ? direct : rest }
}

/** The schemas of the item at `index` of an array to which `applied` apply. */
export const itemSchemas = (applied: ReadonlyArray<JsonObject>, index: number): ReadonlyArray<Json> => {
  const direct = applied.flatMap(
    (schema) => list(get(schema, "prefixItems"))[index] ?? get(schema, "items") ?? [],
  )
  return direct.length > 0 ? direct : applied.flatMap((schema) => get(schema, "unevaluatedItems") ?? [])
}

/** The schemas and all that `next` finds from them. Each schema is visited once, so cycles end. */
const closure = (
  schemas: ReadonlyArray<Json>,
  next: (schema: JsonObject) => ReadonlyArray<Json>,
): ReadonlyArray<JsonObject> => {
  const found = new Set<JsonObject>()
  const visit = (schema: Json): void => {
    if (!isObject(schema) || found.has(schema)) return
    found.add(schema)
    next(schema).forEach(visit)
  }
  schemas.forEach(visit)
  return [...found]
}

/** The schemas that apply wherever `schema` applies. */
const unconditional = ({ document }: Described, schema: JsonObject): ReadonlyArray<Json> => {
  const ref = get(schema, "$ref")
  return [...(isText(ref) ? [target(document, ref)] : []), ...list(get(schema, "allOf"))]
}

const chosen = (described: Described, branches: ReadonlyArray<Json>, value: unknown): ReadonlyArray<Json> => {
  const typed = branches.filter((branch) => allowsType(described, branch, value))
  const meant = typed.filter((branch) => hasConstants(described, branch, value))
  // Validating takes time, so it is skipped where it decides nothing.
  if (meant.length === 1 || typed.length < 2) return meant.length === 1 ? meant : typed
  const satisfied = typed.filter((branch) => satisfies(described, branch, value))
  return satisfied.length > 0 ? satisfied : meant.length > 0 ? meant : typed
}

const consequences = (described: Described, schema: JsonObject, value: unknown): ReadonlyArray<Json> => {
  const condition = get(schema, "if")
  if (condition === undefined) return []
  return satisfies(described, condition, value)
    ? [condition, get(schema, "then") ?? true]
    : [get(schema, "else") ?? true]
}

const satisfies = ({ document }: Described, schema: Json, value: unknown): boolean =>
  validated(document, schema, value, "response").units.length === 0

/** Whether a schema allows values of the type of this one. */
export const allowsType = (described: Described, branch: Json, value: unknown): boolean => {
  const own = value === null ? "null" : Array.isArray(value) ? "array" : typeof value
  const integer = Number.isInteger(value)
  const allows = (schema: Json, seen: ReadonlyArray<Json>): boolean => {
    if (!isObject(schema) || seen.includes(schema)) return schema !== false
    const type = get(schema, "type")
    const types = type === undefined ? [own] : [type].flat()
    const nullable = value === null && get(schema, "nullable") === true
    const inner = [...seen, schema]
    return (
      (nullable || types.some((one) => one === own || (one === "integer" && integer))) &&
      unconditional(described, schema).every((one) => allows(one, inner)) &&
      [get(schema, "anyOf"), get(schema, "oneOf")].every(
        (union) => union === undefined || list(union).some((one) => allows(one, inner)),
      )
    )
  }
  return allows(branch, [])
}

/** Whether no property contradicts a `const`, by which branches of a union are often told apart. */
const hasConstants = (described: Described, branch: Json, value: unknown): boolean =>
  closure([branch], (schema) => unconditional(described, schema))
    .flatMap((schema) => entries(get(schema, "properties")))
    .every(([name, property]) => {
      const own = get(value, name)
      const only = get(property, "const")
      return own === undefined || only === undefined || own === only
    })

const writesName = (schema: JsonObject, name: string): boolean =>
  get(get(schema, "properties"), name) !== undefined ||
  get(get(schema, "dependentRequired"), name) !== undefined ||
  get(get(schema, "dependentSchemas"), name) !== undefined ||
  [get(schema, "required"), ...entries(get(schema, "dependentRequired")).map(([, names]) => names)].some(
    (names) => isList(names) && names.includes(name),
  )

/** The schemas that one schema gives a property: by its name, by a pattern, or as any other property. */
const evaluated = (schema: JsonObject, name: string): ReadonlyArray<Json> => {
  const own = get(get(schema, "properties"), name)
  const matching = entries(get(schema, "patternProperties")).flatMap(([pattern, property]) =>
    readPattern(pattern)?.test(name) ? [property] : [],
  )
  const named = [...(own === undefined ? [] : [own]), ...matching]
  const other = get(schema, "additionalProperties")
  return named.length > 0 || other === undefined ? named : [other]
}
