import type { Json, JsonObject } from "../document.ts"

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value)

export const isList = (value: unknown): value is ReadonlyArray<Json> => Array.isArray(value)

/** A property that `value` itself has: a document's names may be `constructor` or `toString`. */
export const get = (value: unknown, key: string): Json | undefined =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined

export const entries = (value: unknown): ReadonlyArray<readonly [string, Json]> =>
  isObject(value) ? Object.entries(value) : []

export const list = (value: unknown): ReadonlyArray<Json> => (isList(value) ? value : [])

export const isText = (value: unknown): value is string => typeof value === "string"
