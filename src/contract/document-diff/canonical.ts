import type { Json } from "../document.ts"
import { get, isList, isObject, isText } from "./json.ts"
import { isProse } from "./prose.ts"
import { follow } from "./reference.ts"

// Lists whose order says nothing.
const unordered = new Set(["allOf", "anyOf", "enum", "oneOf", "required", "type"])

/** One spelling, as text, of a schema that is compared as a whole: references followed, prose left out. */
export const canonical = (document: unknown, schema: Json): string => {
  const open = new Set<string>()
  const spell = (node: Json): Json => {
    const ref = get(node, "$ref")
    if (isText(ref)) {
      if (open.has(ref)) return ref
      open.add(ref)
      const spelled = spell(follow(document, node) ?? null)
      open.delete(ref)
      return spelled
    }
    if (isList(node)) return node.map(spell)
    if (!isObject(node)) return node
    const kept = Object.keys(node).filter((key) => !isProse(key) || isObject(node[key]))
    return Object.fromEntries(
      kept.sort().map((key) => {
        const value = spell(node[key] ?? null)
        return [key, unordered.has(key) && isList(value) ? sorted(value) : value]
      }),
    )
  }
  return text(spell(schema))
}

const sorted = (values: ReadonlyArray<Json>) =>
  [...values].sort((left, right) => (text(left) < text(right) ? -1 : 1))

const text = (value: Json): string => JSON.stringify(value)
