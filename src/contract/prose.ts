// What a document says for people. It changes with every build of a provider's pages and changes no exchange.
const prose = new Set([
  "default",
  "description",
  "example",
  "examples",
  "externalDocs",
  "operationId",
  "summary",
  "tags",
  "title",
])

/** Whether a key of a document is for people. Under `properties` such a key is a name, and its value an object. */
export const isProse = (key: string, value: unknown): boolean =>
  key.startsWith("x-") ||
  (prose.has(key) && (typeof value !== "object" || value === null || Array.isArray(value)))

/** A document without what it says for people. */
export const withoutProse = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(withoutProse)
  if (typeof node !== "object" || node === null) return node
  const entries = Object.entries(node).filter(([key, value]) => !isProse(key, value))
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutProse(value)]))
}
