import type { Json } from "../document.ts"
import { entries, get, isText, list } from "./json.ts"
import { follow } from "./reference.ts"

/** An operation where its document has it. */
export interface Located {
  readonly document: unknown
  readonly path: string
  readonly item: Json
  readonly operation: Json
}

const anonymous = (path: string): string => path.replaceAll(/\{[^{}]*\}/g, "{}")

/** The path under which a document has a path: what its parameters are called does not matter. */
export const pathIn = (document: unknown, path: string): string | undefined => {
  const paths = get(document, "paths")
  if (get(paths, path) !== undefined) return path
  return entries(paths).find(([other]) => anonymous(other) === anonymous(path))?.[0]
}

export const locate = (document: unknown, method: string, path: string): Located | undefined => {
  const found = pathIn(document, path)
  if (found === undefined) return undefined
  const item = follow(document, get(get(document, "paths"), found))
  const operation = get(item, method.toLowerCase())
  return item === undefined || operation === undefined
    ? undefined
    : { document, item, operation, path: found }
}

export interface Parameter {
  readonly name: string
  readonly place: string
  /** What tells it from the others: of a path its position, of a header its name in any case. */
  readonly key: string
  readonly required: boolean
  readonly deprecated: boolean
  readonly schema: Json | undefined
  /** How a list or an object is written in it. */
  readonly style: string
}

// OpenAPI has these described elsewhere, and says to ignore parameters of these names.
const elsewhere = /^(accept|authorization|content-type)$/i

/** A path's parameter may be described by a name that its path does not have, or not at all. */
export const parametersOf = ({ document, item, operation, path }: Located): ReadonlyArray<Parameter> => {
  const inPath = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? "")
  const all = [...list(get(item, "parameters")), ...list(get(operation, "parameters"))]
  const names = all.map((node) => get(follow(document, node), "name"))
  const positionOf = (name: string) =>
    inPath.includes(name) ? inPath.indexOf(name) : inPath.findIndex((other) => !names.includes(other))
  const undescribed = inPath.map((name) => ({ in: "path", name, schema: { type: "string" } }))
  const described = [...undescribed, ...all]
  const read = described.flatMap((node) => {
    const parameter = follow(document, node)
    const [name, place] = [get(parameter, "name"), get(parameter, "in")]
    if (!isText(name) || !isText(place) || (place === "header" && elsewhere.test(name))) return []
    const position = place === "path" ? String(positionOf(name)) : name
    return [
      {
        name,
        place,
        key: `${place} ${place === "header" ? name.toLowerCase() : position}`,
        required: place === "path" || get(parameter, "required") === true,
        deprecated: get(parameter, "deprecated") === true,
        schema: get(parameter, "schema") ?? get(entries(get(parameter, "content"))[0]?.[1], "schema"),
        style: styleOf(parameter, place),
      },
    ]
  })
  return [...new Map(read.map((parameter) => [parameter.key, parameter])).values()]
}

const styleOf = (parameter: Json | undefined, place: string): string => {
  const content = entries(get(parameter, "content"))[0]
  if (content !== undefined) return content[0]
  const style = get(parameter, "style") ?? (place === "path" || place === "header" ? "simple" : "form")
  const explode = get(parameter, "explode") ?? style === "form"
  return `${String(style)}${explode === true ? ", exploded" : ""}`
}
