import { readFileSync } from "node:fs"
import { type OpenApiDocument, parseDocument } from "./document.ts"
import { join } from "./join.ts"
import { documentsOf, specs } from "./documents.ts"
import { applyOverlay } from "./overlay.ts"

const read = (file: string) => readFileSync(new URL(file, specs), "utf8")

/** One API's document: its pages' documents joined, its overlay applied. */
export const loadApi = (api: string): OpenApiDocument => {
  const sources = documentsOf(api).map(({ document: name }) => ({
    name,
    document: parseDocument(read(name), name),
  }))
  const overlay = `${api}.overlay.yaml`
  return applyOverlay(join(sources), read(overlay), overlay)
}
