const words = new Set([
  "$comment",
  "description",
  "discriminator",
  "example",
  "examples",
  "externalDocs",
  "operationId",
  "summary",
  "tags",
  "title",
  "xml",
])

/** Whether a keyword speaks to people and tools only: no exchange depends on it. */
export const isProse = (keyword: string): boolean => words.has(keyword) || keyword.startsWith("x-")
