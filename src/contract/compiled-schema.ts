import { dereference, type Schema, type SchemaDraft } from "@cfworker/json-schema"
import type { Json, JsonObject, OpenApiDocument } from "./document.ts"
import { entries, get, isList, isObject, isText, list } from "./document-diff/json.ts"
import { targetIfAny } from "./document-diff/reference.ts"
import { type Direction, waived } from "./marks.ts"
import { readPattern } from "./patterns.ts"
import { schemaKeywords } from "./schema-keywords.ts"

interface Compiler {
  readonly draft: SchemaDraft
  /** Every schema that was asked for and what it refers to, by the URIs that they have for the validator. */
  readonly lookup: Record<string, Schema | boolean>
  readonly uriOf: (schema: Json) => string
  /** Whether any of them wants the items of a list to differ. */
  readonly wantsUniqueItems: () => boolean
}

// Compiling takes longer than validating: it is done once for a document and direction, and as far as it is needed.
const compilers = new WeakMap<OpenApiDocument, Map<Direction, Compiler>>()

/** The schemas of a document, for one direction. */
export const compilerOf = (document: OpenApiDocument, direction: Direction): Compiler => {
  const known = compilers.get(document) ?? new Map<Direction, Compiler>()
  const compiler = known.get(direction) ?? makeCompiler(document, direction)
  compilers.set(document, known.set(direction, compiler))
  return compiler
}

// Read as they stand. What is missing here is no keyword of JSON Schema, or is one that narrows nothing.
const literal = new Set([
  ...["const", "dependentRequired", "enum", "exclusiveMaximum", "exclusiveMinimum", "format", "maxContains"],
  ...["maximum", "maxItems", "maxLength", "maxProperties", "minContains", "minimum", "minItems", "minLength"],
  ...["minProperties", "multipleOf", "type", "uniqueItems"],
])

// Keywords whose schemas speak of the same value, and say what is to be of it.
const inPlace = new Set(["allOf", "anyOf", "dependentSchemas", "else", "oneOf", "then"])

// Reached by reference, or compiled as what they became in JSON Schema 2019-09.
const elsewhere = new Set(["$defs", "definitions", "dependencies"])

const [anything, nothing] = ["https://schema.invalid/anything", "https://schema.invalid/nothing"]

const holdsSchemas = (keyword: string): keyword is keyof typeof schemaKeywords =>
  Object.hasOwn(schemaKeywords, keyword)

/** The validator reads the names under `dependencies` as keywords; it does not where they are said in two. */
const dependencies = (schema: JsonObject): ReadonlyArray<readonly [string, Json]> => {
  const all = entries(get(schema, "dependencies"))
  const said = (keyword: string, own: typeof all) =>
    own.length === 0
      ? []
      : [[keyword, { ...Object.fromEntries(own), ...Object(get(schema, keyword)) }] as const]
  return [
    ...said(
      "dependentRequired",
      all.filter(([, one]) => isList(one)),
    ),
    ...said(
      "dependentSchemas",
      all.filter(([, one]) => !isList(one)),
    ),
  ]
}

/**
 * Makes the schemas of a document into ones for the validator. It reads `id` and `$ref` wherever they stand, in an
 * example and in a property's name too, so that it is given nothing but keywords of JSON Schema, and references that
 * are resolved already.
 */
const makeCompiler = (document: OpenApiDocument, direction: Direction): Compiler => {
  const lookup: Compiler["lookup"] = { [anything]: true, [nothing]: false }
  let count = 0
  let unique = false
  const uris = new Map<JsonObject, Map<string, string>>()
  const nullable = document.openapi.startsWith("3.0")

  /** `without` are properties that are not required because something around the schema says so. */
  const uriOf = (schema: Json, without: ReadonlySet<string>): string => {
    if (!isObject(schema)) return schema === false ? nothing : anything
    const known = uris.get(schema) ?? new Map<string, string>()
    uris.set(schema, known)
    const key = JSON.stringify([...without].sort())
    const found = known.get(key)
    if (found !== undefined) return found
    const uri = `https://schema.invalid/${count++}`
    // Known before it is compiled: it may refer to itself.
    known.set(key, uri)
    dereference(compile(schema, without), lookup, new URL(uri))
    return uri
  }

  const compile = (schema: Json, without: ReadonlySet<string>): Schema | boolean => {
    if (!isObject(schema)) return schema !== false
    const type = get(schema, "type")
    const mayBeNull = nullable && get(schema, "nullable") === true
    const typed = mayBeNull && type !== undefined ? { ...schema, type: [type, "null"].flat() } : schema
    const compiled = Object.fromEntries(
      [...entries(typed), ...dependencies(schema)].flatMap(([keyword, value]) => {
        const said = compileKeyword(keyword, value, without)
        return said === undefined ? [] : [[keyword, said]]
      }),
    )
    return mayBeNull && type === undefined ? { anyOf: [{ type: "null" }, compiled] } : compiled
  }

  const compileKeyword = (keyword: string, value: Json, without: ReadonlySet<string>): unknown => {
    if (keyword === "uniqueItems" && value === true) unique = true
    if (literal.has(keyword)) return value
    if (keyword === "pattern") return isText(value) ? readPattern(value)?.source : undefined
    if (keyword === "required") return list(value).filter((name) => !isText(name) || !without.has(name))
    if (keyword === "$ref") {
      const target = isText(value) ? targetIfAny(document, value) : undefined
      // What leads nowhere is for the validator to say, where a value gets there.
      return target === undefined ? value : uriOf(target, without)
    }
    if (!holdsSchemas(keyword) || elsewhere.has(keyword)) return undefined
    const inner = (one: Json) =>
      compile(one, inPlace.has(keyword) ? without : waived(document, one, direction))
    if (schemaKeywords[keyword] === "schema") return isList(value) ? value.map(inner) : inner(value)
    return Object.fromEntries(
      entries(value).flatMap(([name, one]) => {
        const key = keyword === "patternProperties" ? readPattern(name)?.source : name
        return key === undefined ? [] : [[key, inner(one)]]
      }),
    )
  }

  return {
    draft: nullable ? "4" : "2020-12",
    lookup,
    uriOf: (schema) => uriOf(schema, waived(document, schema, direction)),
    wantsUniqueItems: () => unique,
  }
}
