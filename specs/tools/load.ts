import { readFileSync } from "node:fs"
import { type OpenApiDocument, parseDocument } from "./document.ts"
import { join } from "./join.ts"
import { operations, specs } from "./operations.ts"
import { applyOverlay } from "./overlay.ts"

export { operations } from "./operations.ts"

const read = (file: string) => readFileSync(new URL(file, specs), "utf8")

/** One API's document: its pages' documents joined, its overlay applied. */
export const loadApi = (api: string): OpenApiDocument => {
  const files = new Set(operations().flatMap((row) => (row.api === api ? [row.document] : [])))
  const sources = [...files].map((name) => ({ name, document: parseDocument(read(name), name) }))
  const overlay = `${api}.overlay.yaml`
  return applyOverlay(join(sources), read(overlay), overlay)
}
