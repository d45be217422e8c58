import { generated, type OpenApiDocument, parseDocument } from "./document.ts"

export interface Page {
  /** The document exactly as the page carries it. */
  readonly text: string
  readonly document: OpenApiDocument
}

// A fenced block (CommonMark 4.5) whose info string says YAML or JSON; the closing fence repeats the opening one.
const block = /^(`{3,}|~{3,})(?:ya?ml|json)\b.*\n([\s\S]*?)^\1[ \t]*$/gm

/** The OpenAPI document of a published page: of Markdown the one block that holds it, of YAML and JSON all. */
export const readPage = (content: string, source: string, versions = generated): Page => {
  const blocks = [...content.matchAll(block)].flatMap(([, , text]) =>
    text !== undefined && /^\s*(\{\s*"openapi"|openapi:)/.test(text) ? [text] : [],
  )
  if (blocks.length > 1)
    throw new Error(`${source} holds ${blocks.length} OpenAPI documents; one is expected`)
  const text = blocks[0] ?? content
  return { text, document: parseDocument(text, source, versions) }
}
