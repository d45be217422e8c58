import { jsonpath } from "json-p3"
import { parse } from "yaml"
import type { Json, OpenApiDocument } from "./document.ts"

interface Action {
  readonly target: string
  readonly update?: Json
  readonly remove?: boolean
}

/**
 * Applies an Overlay (https://spec.openapis.org/overlay/v1.0.0.html) to a copy of `document`. An action whose
 * target selects nothing is an error, stricter than the specification: it mends a fault that is gone.
 */
export const applyOverlay = (document: OpenApiDocument, text: string, source: string): OpenApiDocument => {
  const overlay = parse(text) as { readonly overlay?: string; readonly actions?: ReadonlyArray<Action> }
  if (overlay.overlay !== "1.0.0") throw new Error(`${source} is no Overlay 1.0.0`)
  const copy = structuredClone(document)
  for (const action of overlay.actions ?? []) {
    const nodes = jsonpath.query(action.target, copy as never).nodes
    if (nodes.length === 0) throw new Error(`${source}: ${action.target} selects nothing; drop the action`)
    for (const { location, value } of [...nodes].reverse()) {
      if (action.remove === true) remove(copy, location)
      else merge(value, action.update)
    }
  }
  return copy
}

const remove = (root: OpenApiDocument, location: ReadonlyArray<string | number>) => {
  const key = location[location.length - 1]
  const parent = location.slice(0, -1).reduce<unknown>((node, step) => Object(node)[step], root)
  if (Array.isArray(parent)) parent.splice(Number(key), 1)
  else if (isRecord(parent)) delete parent[String(key)]
}

/** Objects are merged, arrays appended to, anything else replaced: the specification's rules for `update`. */
const merge = (target: unknown, update: unknown): unknown => {
  if (Array.isArray(target)) target.push(...(Array.isArray(update) ? update : [update]))
  else if (isRecord(target) && isRecord(update)) {
    for (const [key, value] of Object.entries(update)) {
      const old = target[key]
      const mergeable = (isRecord(old) && isRecord(value)) || (Array.isArray(old) && Array.isArray(value))
      target[key] = mergeable ? merge(old, value) : value
    }
  } else throw new Error("An update's target has to be an object or an array")
  return target
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
