import type { Json } from "../document.ts"

export const types = ["array", "boolean", "null", "number", "object", "string"] as const
export type Type = (typeof types)[number]

/** What a schema allows of one JSON type. That a number has to be an integer is one of its limits. */
export interface Facet {
  readonly type: Type
  /** The only values allowed, where the schema lists them. */
  readonly values: ReadonlyArray<Json> | undefined
  readonly limits: Readonly<Record<string, Json>>
  readonly properties: ReadonlyMap<string, Json>
  readonly required: ReadonlySet<string>
  /** The schema of further properties; undefined where nothing is said of them. */
  readonly rest: Json | undefined
  readonly items: Json | undefined
}

/** A schema in one spelling: a value is good if it fits one of the facets. */
export interface Shape {
  readonly facets: ReadonlyArray<Facet>
  readonly default: Json | undefined
  readonly deprecated: boolean
  readonly readOnly: boolean
  readonly writeOnly: boolean
}

export const plain = (type: Type): Facet => ({
  type,
  values: undefined,
  limits: {},
  properties: new Map(),
  required: new Set(),
  rest: undefined,
  items: undefined,
})

const unmarked = { default: undefined, deprecated: false, readOnly: false, writeOnly: false }

export const anything: Shape = { ...unmarked, facets: types.map(plain) }
export const nothing: Shape = { ...unmarked, facets: [] }

/** Whether a facet only says what its values and limits say. */
export const isFlat = (facet: Facet): boolean =>
  facet.properties.size === 0 &&
  facet.required.size === 0 &&
  facet.rest === undefined &&
  facet.items === undefined

/** Whether a facet allows every value of its type. */
export const isPlain = (facet: Facet): boolean =>
  isFlat(facet) && facet.values === undefined && Object.keys(facet.limits).length === 0
