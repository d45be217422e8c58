import type { Json } from "../document.ts"
import type { Severity } from "../drift.ts"
import { entries, get, isList, isObject, isText, list } from "./json.ts"
import { follow } from "./reference.ts"
import type { Side } from "./change.ts"

/** A schema that can be changed in place. */
export type Draft = Record<string, unknown>

const isDraft = (value: unknown): value is Draft => isObject(value)

/** A copy with every reference replaced by what it stands for, so that one place can change without another. */
export const inlined = (document: unknown, node: Json): Json => {
  const found = get(node, "$ref") === undefined ? node : (follow(document, node) ?? null)
  if (isList(found)) return found.map((item) => inlined(document, item))
  return isObject(found)
    ? Object.fromEntries(Object.entries(found).map(([key, value]) => [key, inlined(document, value)]))
    : found
}

/** A property, and where it is. */
export interface Place {
  readonly pointer: string
  readonly name: string
  readonly schema: Draft
  readonly parent: Draft
  readonly side: Side
}

/** The properties in a schema, at any depth. */
export const placesIn = (schema: unknown, pointer: string, side: Side): ReadonlyArray<Place> => {
  if (!isDraft(schema)) return []
  const properties = entries(schema["properties"]).flatMap(([name, property]): ReadonlyArray<Place> => {
    const at = `${pointer}/${name}`
    if (!isDraft(property)) return []
    return [{ name, parent: schema, pointer: at, schema: property, side }, ...placesIn(property, at, side)]
  })
  const forms = [...asList(schema["anyOf"]), ...asList(schema["oneOf"])]
  return [
    ...properties,
    ...forms.flatMap((form) => placesIn(form, pointer, side)),
    ...[schema["items"], schema["additionalProperties"]].flatMap((inner) =>
      placesIn(inner, `${pointer}/*`, side),
    ),
  ]
}

const asList = (value: unknown) => (isList(value) ? value : [])

/** Changes a place; says how bad that is in a request and in a response, or undefined where it can't be done. */
export type Mutation = (place: Place) => { readonly [side in Side]: Severity | "none" } | undefined

const requiredIn = (parent: Draft): ReadonlyArray<string> => asList(parent["required"]).filter(isText)
const propertiesIn = (parent: Draft): Draft => (isDraft(parent["properties"]) ? parent["properties"] : {})
const typesOf = ({ type }: Draft): ReadonlyArray<unknown> => (isText(type) ? [type] : asList(type))

export const mutations: Readonly<Record<string, Mutation>> = {
  "the property is removed": ({ name, parent }) => {
    const required = requiredIn(parent)
    parent["properties"] = Object.fromEntries(
      entries(parent["properties"]).filter(([other]) => other !== name),
    )
    parent["required"] = required.filter((other) => other !== name)
    return {
      request: parent["additionalProperties"] === false ? "breaking" : "warning",
      response: required.includes(name) ? "breaking" : "warning",
    }
  },
  "the property becomes required, or optional": ({ name, parent }) => {
    const required = requiredIn(parent)
    if (required.includes(name)) {
      parent["required"] = required.filter((other) => other !== name)
      return { request: "info", response: "breaking" }
    }
    parent["required"] = [...required, name]
    return { request: "breaking", response: "none" }
  },
  "the type changes": ({ name, parent, schema }) => {
    const other = typesOf(schema).includes("boolean") ? "string" : "boolean"
    if (typesOf(schema).length === 0 && schema["anyOf"] === undefined) return undefined
    propertiesIn(parent)[name] = { type: other }
    return { request: "breaking", response: "breaking" }
  },
  "null is allowed": ({ schema }) => {
    const { type } = schema
    if (!isText(type)) return undefined
    schema["type"] = [type, "null"]
    return { request: "info", response: "breaking" }
  },
  "null is refused": ({ schema }) => {
    const types = typesOf(schema)
    if (!types.includes("null")) return undefined
    schema["type"] = types.filter((type) => type !== "null")
    return { request: "breaking", response: "info" }
  },
  "a value is gained": ({ schema }) => {
    const values = list(isList(schema["enum"]) ? schema["enum"] : undefined)
    if (values.length === 0) return undefined
    schema["enum"] = [...values, "something_new"]
    return { request: "info", response: "warning" }
  },
  "a value is gone": ({ schema }) => {
    const values = list(isList(schema["enum"]) ? schema["enum"] : undefined)
    if (values.length < 2) return undefined
    schema["enum"] = values.slice(1)
    return { request: "breaking", response: "info" }
  },
  "a pattern is asked for": ({ schema }) => {
    if (!typesOf(schema).includes("string") || schema["pattern"] !== undefined) return undefined
    schema["pattern"] = "^[a-z]+$"
    return { request: "breaking", response: "info" }
  },
  "the format changes": ({ schema }) => {
    if (!isText(schema["format"]) || /^u?int/.test(schema["format"])) return undefined
    schema["format"] = "hostname"
    return { request: "breaking", response: "breaking" }
  },
  "the property is deprecated": ({ schema }) => {
    if (schema["deprecated"] === true) return undefined
    schema["deprecated"] = true
    return { request: "warning", response: "warning" }
  },
}
