import type { Json } from "../document.ts"
import { hasKeywords, isProse, type Place, placeOf } from "../places.ts"
import { get, isList, isObject, isText } from "./json.ts"
import { follow } from "./reference.ts"

// Lists whose order says nothing.
const unordered = new Set(["allOf", "anyOf", "enum", "oneOf", "required", "type"])

/** The canonical text of a part of a schema that is compared as a whole: references are followed, prose is left out. */
export const canonical = (document: unknown, value: Json, at: Place): string => {
  const open = new Set<string>()
  const spell = (node: Json, place: Place): Json => {
    const ref = hasKeywords(place) ? get(node, "$ref") : undefined
    if (isText(ref)) {
      if (open.has(ref)) return ref
      open.add(ref)
      const spelled = spell(follow(document, node) ?? null, place)
      open.delete(ref)
      return spelled
    }
    if (isList(node)) return node.map((item) => spell(item, place))
    if (!isObject(node)) return node
    const kept = Object.keys(node).filter((key) => !isProse(place, key))
    return Object.fromEntries(
      kept.sort().map((key) => {
        const value = spell(node[key] ?? null, placeOf(place, key))
        return [key, hasKeywords(place) && unordered.has(key) && isList(value) ? sorted(value) : value]
      }),
    )
  }
  return text(spell(value, at))
}

const sorted = (values: ReadonlyArray<Json>) =>
  [...values].sort((left, right) => (text(left) < text(right) ? -1 : 1))

const text = (value: Json): string => JSON.stringify(value)
