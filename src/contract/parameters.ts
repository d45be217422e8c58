import { escapeToken } from "effect/JsonPointer"
import type { Described, JsonObject, OpenApiDocument } from "./document.ts"
import { isObject } from "./document-diff/json.ts"
import { locate, parametersOf } from "./document-diff/operation.ts"
import type { RecordedRequest } from "./fixture.ts"

/** A parameter as its document has it, and its value in a request. */
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

  const valueOf = (name: string, place: string, key: string) => {
    if (place === "path") return inPath[Number(key.slice("path ".length))]
    if (place === "header") return headers[name.toLowerCase()]
    if (place === "cookie") return headers["cookie"]
    // An object's properties come as `name[property]`.
    return [...searchParams].find(([known]) => known === name || known.startsWith(`${name}[`))?.[1]
  }
  return parametersOf(located).map(({ key, name, place, required, schema, style }) => {
    const value = valueOf(name, place, key)
    if ((place === "cookie" || !plain.test(style)) && (required || value !== undefined)) {
      const pointer = `/paths/${escapeToken(path)}/${method.toLowerCase()}/parameters`
      throw new Error(`${pointer}: the ${place} parameter ${name} (${style}) is of a kind that is not read`)
    }
    return { name, place, required, schema: isObject(schema) ? schema : {}, value }
  })
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
