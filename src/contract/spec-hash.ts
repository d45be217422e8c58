import { type Described, type Json, type JsonObject, operationObject } from "./document.ts"

// What a document says for people. It changes with every build of a provider's pages and changes no exchange.
const prose = new Set([
  "default",
  "description",
  "example",
  "examples",
  "externalDocs",
  "summary",
  "tags",
  "title",
])

/** The SHA-256, in hex, of what a document says of an operation: its references followed, its prose left out. */
export const specHash = async (described: Described): Promise<string> => {
  const { components } = described.document
  const reached = new Map<string, Json>()
  const visit = (node: Json): Json => {
    if (Array.isArray(node)) return node.map(visit)
    if (typeof node !== "object" || node === null) return node
    return sorted(node as JsonObject, visit, (name) => {
      if (reached.has(name)) return
      reached.set(name, null)
      reached.set(name, visit(components.schemas[name] ?? null))
    })
  }
  const operation = visit(operationObject(described) as unknown as Json)
  const schemas = [...reached].sort(([left], [right]) => (left < right ? -1 : 1))
  const text = JSON.stringify([described.method, described.path, operation, schemas])
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("")
}

const sorted = (node: JsonObject, visit: (node: Json) => Json, reach: (name: string) => void): JsonObject => {
  const keys = Object.keys(node).filter((key) => !key.startsWith("x-"))
  return Object.fromEntries(
    keys.sort().flatMap((key) => {
      const value = node[key] ?? null
      // Under `properties` a key is a name, whatever it reads like; prose is no object there.
      if (prose.has(key) && (typeof value !== "object" || value === null || Array.isArray(value))) return []
      if (key === "$ref" && typeof value === "string") reach(value.slice("#/components/schemas/".length))
      return [[key, visit(value)]]
    }),
  )
}
