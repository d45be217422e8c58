import * as SchemaAST from "effect/SchemaAST"
import { namesInPath, type ParameterPlace } from "../api/endpoint.ts"
import type { Served } from "./perform.ts"

/** A request, as far as its parameters are in it. */
export interface ParamsSource {
  /** The values of the route's path parameters, decoded. */
  readonly path: Readonly<Record<string, string>>
  /** The query, with or without its `?`. */
  readonly search: string
  readonly header: (name: string) => string | null | undefined
}

/**
 * Makes the function that reads the parameters of a request, each as the type that its operation gives it. A text that is
 * no number or no truth value stays a text, so that the operation's own check names it. In the query of an operation that
 * has query parameters an unknown name is kept too, and is refused by that check; any other query is ignored.
 */
export const paramsReader = ({ endpoint: { params, places = {} }, route }: Served) => {
  const types = new Map(params === undefined ? [] : propertiesOf(params.ast))
  const inPath = params === undefined ? [] : namesInPath(route.path)
  const others = Object.entries(places).filter(([, place]) => place.in !== "path")
  const hasQuery = others.some(([, place]) => place.in === "query")
  return ({ header, path, search }: ParamsSource): Readonly<Record<string, unknown>> => {
    const found: Record<string, unknown> = {}
    for (const name of inPath) if (path[name] !== undefined) found[name] = path[name]
    const query = new URLSearchParams(hasQuery ? search : "")
    for (const name of new Set(query.keys())) found[name] = query.getAll(name)[0]
    for (const [name, place] of others) {
      const texts = place.in === "query" ? query.getAll(name) : [header(name) ?? []].flat()
      const type = types.get(name)
      const value = type && valueOf(type, name, place, texts, query)
      if (value === undefined) continue
      if (place.in === "query" && place.style === "deepObject") {
        for (const key of Object.keys(found)) if (key.startsWith(`${name}[`)) delete found[key]
      }
      found[name] = value
    }
    return found
  }
}

const propertiesOf = (schema: SchemaAST.AST): ReadonlyArray<readonly [string, SchemaAST.AST]> =>
  SchemaAST.isObjects(schema) ? schema.propertySignatures.map(({ name, type }) => [String(name), type]) : []

/** What separates the items of a list that is not repeated. */
const separators = { pipeDelimited: "|", spaceDelimited: " " } as const

const valueOf = (
  type: SchemaAST.AST,
  name: string,
  { explode, in: place, style }: ParameterPlace,
  texts: ReadonlyArray<string>,
  query: URLSearchParams,
): unknown => {
  if (style === "deepObject") {
    const entries = [...query].flatMap(([key, text]) => {
      const [, property] = /^([^[]*)\[([^\]]*)\]$/.exec(key)?.slice(1) ?? []
      return key.startsWith(`${name}[`) && property !== undefined ? [[property, text] as const] : []
    })
    const types = new Map(propertiesOf(type))
    const typed = entries.map(([key, text]) => [key, scalarOf(types.get(key), text)] as const)
    return entries.length === 0 ? undefined : Object.fromEntries(typed)
  }
  const [first] = texts
  if (first === undefined) return undefined
  const list = membersOf(type).find(SchemaAST.isArrays)
  if (list === undefined) return scalarOf(type, first)
  const isRepeated = place === "query" && (explode ?? (style === undefined || style === "form"))
  const separator = style === "pipeDelimited" || style === "spaceDelimited" ? separators[style] : ","
  const items = isRepeated ? texts : first.split(separator).map((text) => text.trim())
  return items.map((text) => scalarOf(list.rest[0], text))
}

const membersOf = (type: SchemaAST.AST): ReadonlyArray<SchemaAST.AST> =>
  SchemaAST.isUnion(type) ? type.types : [type]

const scalarOf = (type: SchemaAST.AST | undefined, text: string): unknown => {
  const members = type === undefined ? [] : membersOf(type)
  if (members.some(SchemaAST.isNumber) && /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)) return Number(text)
  if (members.some(SchemaAST.isBoolean) && (text === "true" || text === "false")) return text === "true"
  return text
}
