import type { Json, JsonObject } from "../document.ts"
import { isProse } from "../places.ts"
import { consolidate } from "./consolidate.ts"
import { intersect } from "./intersect.ts"
import { isObject, isText, list } from "./json.ts"
import { ownFacets } from "./own-facets.ts"
import { follow, target } from "./reference.ts"
import { anything, nothing, plain, type Shape } from "./shape.ts"

export type ReadShape = (schema: Json | undefined) => Shape

/** Reads a document's schemas; the same schema gives the same shape, by whatever reference it is reached. */
export const shapeReader = (document: unknown): ReadShape => {
  const known = new WeakMap<JsonObject, Shape>()
  const open = new Set<JsonObject>()
  const joined = new WeakMap<JsonObject, WeakMap<JsonObject, JsonObject>>()

  const read = (schema: Json | undefined): Shape => {
    if (!isObject(schema)) return schema === false ? nothing : anything
    const found = known.get(schema)
    if (found !== undefined) return found
    open.add(schema)
    const shape = build(schema)
    open.delete(schema)
    known.set(schema, shape)
    return shape
  }

  // A schema that is a part of itself adds nothing to itself.
  const readAll = (schemas: ReadonlyArray<Json>): ReadonlyArray<Shape> =>
    schemas.filter((schema) => !isOpen(follow(document, schema))).map(read)

  const isOpen = (schema: Json | undefined) => isObject(schema) && open.has(schema)

  const build = (schema: JsonObject): Shape => {
    const ref = schema["$ref"]
    const referred = isText(ref) ? readAll([target(document, ref)]) : []
    const only = referred[0]
    if (only !== undefined && Object.keys(schema).every((key) => key === "$ref" || isProse("schema", key)))
      return only
    const parts = [...referred, ...readAll(list(schema["allOf"]))]
    const unions = [schema["anyOf"], schema["oneOf"]].map((union) => readAll(list(union)))
    const said = [...parts, ...unions.filter((union) => union.length > 0).map(anyOf)]
    const facets = said.reduce(
      (held, part) => intersect(held, part.facets, both),
      ownFacets(document, schema),
    )
    // Strictly, 3.0's `nullable` beside a `$ref`, an `allOf` or an enum without null has no effect: its authors
    // mean that it has, and it is what becomes a type list when they move on to 3.1.
    const nullable = schema["nullable"] === true ? [plain("null")] : []
    const marked = (mark: "deprecated" | "readOnly" | "writeOnly") =>
      schema[mark] === true || said.some((part) => part[mark])
    return {
      facets: consolidate([...facets, ...nullable]),
      default: schema["default"] ?? said.find((part) => part.default !== undefined)?.default,
      deprecated: marked("deprecated"),
      readOnly: marked("readOnly"),
      writeOnly: marked("writeOnly"),
    }
  }

  const both = (left: Json, right: Json): Json => {
    const [one, other] = [resolved(left), resolved(right)]
    if (one === other || !isObject(one) || !isObject(other)) return isObject(one) ? one : other
    const row = joined.get(one) ?? new WeakMap<JsonObject, JsonObject>()
    const schema = row.get(other) ?? { allOf: [one, other] }
    joined.set(one, row.set(other, schema))
    return schema
  }

  const resolved = (schema: Json): Json =>
    isObject(schema) && isText(schema["$ref"]) && Object.keys(schema).length === 1
      ? resolved(target(document, schema["$ref"]))
      : schema

  return read
}

/** What fits one of several; it is marked as what all of them but null are marked as. */
const anyOf = (branches: ReadonlyArray<Shape>): Shape => {
  const [first, ...rest] = branches.filter(({ facets }) => facets.some(({ type }) => type !== "null"))
  const marked = (mark: "deprecated" | "readOnly" | "writeOnly") =>
    first !== undefined && [first, ...rest].every((branch) => branch[mark])
  return {
    facets: branches.flatMap(({ facets }) => facets),
    default: rest.length === 0 ? first?.default : undefined,
    deprecated: marked("deprecated"),
    readOnly: marked("readOnly"),
    writeOnly: marked("writeOnly"),
  }
}
