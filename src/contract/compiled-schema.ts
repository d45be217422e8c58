import { dereference, type Schema, type SchemaDraft } from "@cfworker/json-schema"
import type { Json, JsonObject, OpenApiDocument } from "./document.ts"
import { entries, get, isList, isObject, isText, list } from "./document-diff/json.ts"
import { targetIfAny } from "./document-diff/reference.ts"
import { type Direction, waived } from "./marks.ts"
import { readPattern } from "./patterns.ts"
import { schemaKeywords } from "./schema-keywords.ts"

export interface Compiler {
  readonly draft: SchemaDraft
  /** All schemas that were asked for and those that they refer to, by the URIs that the validator knows them by. */
  readonly lookup: Record<string, Schema | boolean>
  readonly uriOf: (schema: Json) => string
}

/** The longest list that is searched for equal items: the validator compares every item with every other. */
const longest = 2000

/** The keyword's value by which the validator reports a longer list, at its place. */
export const tooLong: Array<never> = []

// Compiling takes longer than validating, so each schema is compiled once for a document and direction, when it is needed.
const compilers = new WeakMap<OpenApiDocument, Map<Direction, Compiler>>()

/** The schemas of a document, for one direction. */
export const compilerOf = (document: OpenApiDocument, direction: Direction): Compiler => {
  const known = compilers.get(document) ?? new Map<Direction, Compiler>()
  const compiler = known.get(direction) ?? makeCompiler(document, direction)
  compilers.set(document, known.set(direction, compiler))
  return compiler
}

// Keywords that are copied as they are. A key that is in none of these lists is dropped: it restricts no value.
const literal = new Set([
  ...["const", "dependentRequired", "enum", "exclusiveMaximum", "exclusiveMinimum", "format", "maxContains"],
  ...["maximum", "maxItems", "maxLength", "maxProperties", "minContains", "minimum", "minItems", "minLength"],
  ...["minProperties", "multipleOf", "type"],
])

// Keywords whose schemas apply to the same value as the schema itself.
const inPlace = new Set(["allOf", "anyOf", "dependentSchemas", "else", "oneOf", "then"])

// Not copied: they are reached by reference, or compiled as their successors in JSON Schema 2019-09.
const elsewhere = new Set(["$defs", "definitions", "dependencies"])

const [anything, nothing] = ["https://schema.invalid/anything", "https://schema.invalid/nothing"]

const holdsSchemas = (keyword: string): keyword is keyof typeof schemaKeywords =>
  Object.hasOwn(schemaKeywords, keyword)

/** Splits `dependencies` in two, because the validator reads the names under it as keywords. */
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
 * Compiles the schemas of a document for the validator. The validator reads `id` and `$ref` everywhere, even in examples
 * and as names of properties, so it only gets keywords of JSON Schema and references that are resolved already.
 */
const makeCompiler = (document: OpenApiDocument, direction: Direction): Compiler => {
  const lookup: Compiler["lookup"] = { [anything]: true, [nothing]: false }
  let count = 0
  const uris = new Map<JsonObject, Map<string, string>>()
  const nullable = document.openapi.startsWith("3.0")

  /** `without`: properties that are not required because a schema around this one excludes them from the direction. */
  const uriOf = (schema: Json, without: ReadonlySet<string>): string => {
    if (!isObject(schema)) return schema === false ? nothing : anything
    const known = uris.get(schema) ?? new Map<string, string>()
    uris.set(schema, known)
    const key = JSON.stringify([...without].sort())
    const found = known.get(key)
    if (found !== undefined) return found
    const uri = `https://schema.invalid/${count++}`
    // Registered before it is compiled, because it may refer to itself.
    known.set(key, uri)
    dereference(compile(schema, without), lookup, new URL(uri))
    return uri
  }

  const compile = (schema: Json, without: ReadonlySet<string>): Schema | boolean => {
    if (!isObject(schema)) return schema !== false
    const type = get(schema, "type")
    const mayBeNull = nullable && get(schema, "nullable") === true
    const typed = mayBeNull && type !== undefined ? { ...schema, type: [type, "null"].flat() } : schema
    const compiled: Schema = Object.fromEntries(
      [...entries(typed), ...dependencies(schema)].flatMap(([keyword, value]) => {
        const said = compileKeyword(keyword, value, without)
        return said === undefined ? [] : [[keyword, said]]
      }),
    )
    if (get(schema, "uniqueItems") === true) {
      const unique = { else: { enum: tooLong }, if: { maxItems: longest }, then: { uniqueItems: true } }
      compiled.allOf = [...(compiled.allOf ?? []), unique]
    }
    return mayBeNull && type === undefined ? { anyOf: [{ type: "null" }, compiled] } : compiled
  }

  const compileKeyword = (keyword: string, value: Json, without: ReadonlySet<string>): unknown => {
    if (literal.has(keyword)) return value
    if (keyword === "pattern") return isText(value) ? readPattern(value)?.source : undefined
    if (keyword === "required") return list(value).filter((name) => !isText(name) || !without.has(name))
    if (keyword === "$ref") {
      const target = isText(value) ? targetIfAny(document, value) : undefined
      // A reference that leads nowhere is left to the validator, which fails only where a value gets there.
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
  }
}
