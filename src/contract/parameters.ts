import { escapeToken } from "effect/JsonPointer"
import type { Described, Json, JsonObject, OpenApiDocument } from "./document.ts"
import { get, isObject } from "./document-diff/json.ts"
import { locate, parametersOf } from "./document-diff/operation.ts"
import { follow } from "./document-diff/reference.ts"
import type { RecordedRequest } from "./fixture.ts"

/** A parameter as its document has it, and its value in a request. A list gives one of these for each of its items. */
export interface ParameterValue {
  readonly name: string
  readonly place: string
  readonly required: boolean
  readonly schema: JsonObject
  readonly value: string | undefined
}

/**
 * The parameters of an operation with what a request has for them; `undefined` where its path is another one. It
 * throws where one that is needed or given is described in a way that is not read.
 */
export const parameterValues = (
  { document, method, path }: Described,
  { headers, target }: Pick<RecordedRequest, "headers" | "target">,
): ReadonlyArray<ParameterValue> | undefined => {
  const { pathname, searchParams } = new URL(`https://provider.invalid${target}`)
  const inPath = pathValues(document, path, pathname)
  const located = locate(document, method, path)
  if (inPath === undefined || located === undefined) return undefined

  const valuesOf = (name: string, place: string, key: string): ReadonlyArray<string> => {
    const optional = (value: string | undefined) => (value === undefined ? [] : [value])
    if (place === "path") return optional(inPath[Number(key.slice("path ".length))])
    if (place === "header") return optional(headers[name.toLowerCase()])
    if (place === "cookie") return optional(headers["cookie"])
    // An object's properties come as `name[property]`.
    return [...searchParams]
      .filter(([known]) => known === name || known.startsWith(`${name}[`))
      .map(([, value]) => value)
  }
  return parametersOf(located).flatMap(({ key, name, place, required, schema, style }) => {
    const values = valuesOf(name, place, key)
    const items = place === "query" ? itemsOf(document, schema) : undefined
    const separator = separators[style]
    if (items !== undefined && separator !== undefined && values.length > 0) {
      const texts = separator === "" ? values : (values[0] ?? "").split(separator)
      return texts.map((value) => ({ name, place, required, schema: items, value }))
    }
    const [value] = values
    if ((place === "cookie" || !plain.test(style)) && (required || value !== undefined)) {
      const pointer = `/paths/${escapeToken(path)}/${method.toLowerCase()}/parameters`
      throw new Error(`${pointer}: the ${place} parameter ${name} (${style}) is of a kind that is not read`)
    }
    return [{ name, place, required, schema: isObject(schema) ? schema : {}, value }]
  })
}

/** What separates the items of a list in a query; empty where each item repeats the parameter's name. */
const separators: Readonly<Record<string, string>> = {
  form: ",",
  "form, exploded": "",
  pipeDelimited: "|",
  spaceDelimited: " ",
}

/** The schema of a list's items; `undefined` where a schema describes no list. */
const itemsOf = (document: OpenApiDocument, schema: unknown): JsonObject | undefined => {
  const list = follow(document, schema as Json)
  const types = [get(list, "type")].flat()
  const items = get(list, "items")
  return types.includes("array") ? (isObject(items) ? items : {}) : undefined
}

// What a single value looks the same in.
const plain = /^(simple|form)(, exploded)?$/

/** The values in a path, which may begin with that of a server. */
const pathValues = (
  { servers = [] }: OpenApiDocument,
  template: string,
  pathname: string,
): ReadonlyArray<string> | undefined => {
  const prefixes = [
    "",
    ...servers.map(({ url }) => patternOf(url.replace(/^\w+:\/\/[^/]*/, "").replace(/\/$/, ""), "[^/]+")),
  ]
  const pattern = patternOf(template, "([^/]+)")
  const found = new RegExp(`^(?:${prefixes.join("|")})${pattern}$`).exec(pathname)
  return found?.slice(1).map(decodeURIComponent)
}

/** A template of a path as a regular expression, each of its parameters as `value`. */
const patternOf = (template: string, value: string): string =>
  template.replaceAll(/\{[^{}]+\}|[^\w/]/g, (part) => (part.length > 1 ? value : `\\${part}`))
