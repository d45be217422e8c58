import type { Json, JsonObject } from "../document.ts"
import { isList } from "./json.ts"
import type { Type } from "./shape.ts"

const always = ["not", "if", "then", "else"]

/** The keywords that narrow values of a type. On any other type they say nothing. */
export const keywords: Readonly<Record<Type, ReadonlyArray<string>>> = {
  array: [
    ...always,
    ...["contains", "maxContains", "maxItems", "minContains", "minItems", "prefixItems", "uniqueItems"],
  ],
  boolean: always,
  null: [],
  number: [...always, "format", "maximum", "minimum", "multipleOf"],
  object: [
    ...always,
    ...["dependentRequired", "dependentSchemas", "maxProperties", "minProperties", "patternProperties"],
    "propertyNames",
  ],
  string: [...always, "contentEncoding", "contentMediaType", "format", "maxLength", "minLength", "pattern"],
}

/** Said or not, these say the same. */
export const isIdle = (keyword: string, value: Json): boolean =>
  value === false || (value === 0 && /^min(Items|Length|Properties)$/.test(keyword))

export type Relation = "same" | "tightened" | "loosened" | "changed"

// A format and the one that holds all its values.
const wider: Readonly<Record<string, string>> = { double: "decimal", float: "double", int32: "int64" }

/** How a limit stands to what it was. */
export const relation = (keyword: string, old: Json | undefined, now: Json | undefined): Relation => {
  if (JSON.stringify(old) === JSON.stringify(now)) return "same"
  if (old === undefined) return "tightened"
  if (now === undefined) return "loosened"
  if (keyword === "format") {
    return wider[String(old)] === now ? "loosened" : wider[String(now)] === old ? "tightened" : "changed"
  }
  if (keyword === "multipleOf") {
    const [before, after] = [Number(old), Number(now)]
    return isMultiple(before, after) ? "loosened" : isMultiple(after, before) ? "tightened" : "changed"
  }
  if (!/^(min|max)/.test(keyword)) return "changed"
  const rises = compareBounds(old, now, keyword) > 0
  return rises === keyword.startsWith("min") ? "tightened" : "loosened"
}

// 1 is a multiple of 0.01, whatever the remainder of their division is.
const isMultiple = (value: number, of: number) => Math.abs(value / of - Math.round(value / of)) < 1e-9

const compareBounds = (old: Json, now: Json, keyword: string): number => {
  const [[before, beforeOpen], [after, afterOpen]] = [pair(old), pair(now)]
  return before === after
    ? (keyword === "minimum" ? 1 : -1) * (afterOpen - beforeOpen)
    : Math.sign(after - before)
}

const pair = (bound: Json): readonly [number, number] =>
  isList(bound) ? [Number(bound[0]), Number(bound[1])] : [Number(bound), 0]

/**
 * The lower or upper bound of a number as `[bound, 1 if it is excluded]`: OpenAPI 3.0 marks an excluded bound
 * with a boolean, 3.1 gives it, and of an integer the next one can be named as well.
 */
export const bound = (schema: JsonObject, side: "minimum" | "maximum", whole: boolean): Json | undefined => {
  const [inclusive, exclusive] = [
    schema[side],
    schema[side === "minimum" ? "exclusiveMinimum" : "exclusiveMaximum"],
  ]
  const step = side === "minimum" ? 1 : -1
  const bounds = [
    ...(typeof inclusive === "number" ? [[inclusive, exclusive === true ? 1 : 0] as const] : []),
    ...(typeof exclusive === "number" ? [[exclusive, 1] as const] : []),
  ].map(([at, open]) =>
    whole && open === 1 && Number.isInteger(at) ? ([at + step, 0] as const) : ([at, open] as const),
  )
  return bounds.sort((left, right) => step * (right[0] - left[0]) || right[1] - left[1])[0]
}
