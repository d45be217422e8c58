import { type Described, operationObject } from "./document.ts"
import { isProse } from "./prose.ts"

/** The SHA-256, in hex, of what a document says of an operation: its references followed, its prose left out. */
export const specHash = async (described: Described): Promise<string> => {
  const { schemas } = described.document.components
  const reached = new Map<string, unknown>()
  const reach = (name: string) => {
    if (reached.has(name)) return
    reached.set(name, null)
    reached.set(name, sorted(schemas[name] ?? null, reach))
  }
  const operation = sorted(operationObject(described), reach)
  const named = [...reached].sort(([left], [right]) => (left < right ? -1 : 1))
  const text = JSON.stringify([described.method, described.path, operation, named])
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("")
}

/** The order of a document's keys says nothing. */
const sorted = (node: unknown, reach: (name: string) => void): unknown => {
  if (Array.isArray(node)) return node.map((item) => sorted(item, reach))
  if (typeof node !== "object" || node === null) return node
  const entries = Object.entries(node).sort(([left], [right]) => (left < right ? -1 : 1))
  return Object.fromEntries(
    entries.flatMap(([key, value]: [string, unknown]) => {
      if (isProse(key, value)) return []
      if (key === "$ref" && typeof value === "string") reach(value.slice("#/components/schemas/".length))
      return [[key, sorted(value, reach)]]
    }),
  )
}
