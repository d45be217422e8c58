import { type Described, operationObject } from "./document.ts"
import { get } from "./document-diff/json.ts"
import { locate } from "./document-diff/operation.ts"
import { target } from "./document-diff/reference.ts"
import { hasKeywords, type Place } from "./places.ts"
import { saidToPrograms } from "./prose.ts"

/** The SHA-256, in hex, of what a document says of an operation: its references followed, its prose left out. */
export const specHash = async (described: Described): Promise<string> => {
  const { document, method, path } = described
  const reached = new Map<string, unknown>()
  const reach = (reference: string, place: Place) => {
    const name = reference.replace("#/components/schemas/", "")
    if (reached.has(name)) return
    reached.set(name, null)
    reached.set(name, sorted(target(document, reference), place, reach))
  }
  const operation = sorted(operationObject(described), "operation", reach)
  const shared = sorted(get(locate(document, method, path)?.item, "parameters"), "parameter", reach)
  const named = [...reached].sort(([left], [right]) => (left < right ? -1 : 1))
  const text = JSON.stringify([method, path, operation, named, ...(shared === undefined ? [] : [shared])])
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("")
}

type Reach = (reference: string, place: Place) => void

/** The order of a document's keys says nothing. */
const sorted = (node: unknown, place: Place, reach: Reach): unknown => {
  if (Array.isArray(node)) return node.map((item) => sorted(item, place, reach))
  if (typeof node !== "object" || node === null) return node
  const entries = [...saidToPrograms(place, node)].sort(([left], [right]) => (left < right ? -1 : 1))
  return Object.fromEntries(
    entries.map(([key, value, inner]) => {
      if (hasKeywords(place)) {
        if (key === "$dynamicRef")
          throw new Error(`The reference ${String(value)} is dynamic, which is not read`)
        if (key === "$ref" && typeof value === "string") reach(value, place)
      }
      return [key, sorted(value, inner, reach)]
    }),
  )
}
