import { type Described, operationObject } from "./document.ts"
import { get } from "./document-diff/json.ts"
import { locate } from "./document-diff/operation.ts"
import { target } from "./document-diff/reference.ts"
import { isProse } from "./prose.ts"

/** The SHA-256, in hex, of what a document says of an operation: its references followed, its prose left out. */
export const specHash = async (described: Described): Promise<string> => {
  const { document, method, path } = described
  const reached = new Map<string, unknown>()
  const reach = (reference: string) => {
    const name = reference.replace("#/components/schemas/", "")
    if (reached.has(name)) return
    reached.set(name, null)
    reached.set(name, sorted(target(document, reference), reach))
  }
  const operation = sorted(operationObject(described), reach)
  const shared = sorted(get(locate(document, method, path)?.item, "parameters"), reach)
  const named = [...reached].sort(([left], [right]) => (left < right ? -1 : 1))
  const text = JSON.stringify([method, path, operation, named, ...(shared === undefined ? [] : [shared])])
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("")
}

/** The order of a document's keys says nothing. */
const sorted = (node: unknown, reach: (reference: string) => void): unknown => {
  if (Array.isArray(node)) return node.map((item) => sorted(item, reach))
  if (typeof node !== "object" || node === null) return node
  const entries = Object.entries(node).sort(([left], [right]) => (left < right ? -1 : 1))
  return Object.fromEntries(
    entries.flatMap(([key, value]: [string, unknown]) => {
      if (isProse(key, value)) return []
      if (key === "$dynamicRef")
        throw new Error(`The reference ${String(value)} is dynamic, which is not read`)
      if (key === "$ref" && typeof value === "string") reach(value)
      return [[key, sorted(value, reach)]]
    }),
  )
}
