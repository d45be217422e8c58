/**
 * `npm run specs:pull -- <page or URL>…` writes the documents of published pages to `specs/`. A page is known by
 * the operation that it describes, wherever it comes from.
 */
import { readFile, writeFile } from "node:fs/promises"
import type { OpenApiDocument } from "./document.ts"
import { operations, specs } from "./operations.ts"
import { readPage } from "./page.ts"

const pages = process.argv.slice(2)
if (pages.length === 0) {
  console.error("Usage: npm run specs:pull -- <published page: file or URL>…\n\nPublished at:")
  for (const { published } of operations()) console.error(`  ${published}`)
  process.exit(64)
}

const fetchText = async (url: string) => {
  const response = await fetch(url).catch((error: unknown) => {
    throw new Error(`${url} can't be fetched`, { cause: error })
  })
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return response.text()
}

const describes = (document: OpenApiDocument, row: { method: string; path: string }) =>
  document.paths[row.path]?.[row.method.toLowerCase()] !== undefined

// Every page is read before any is written, so that a bad one changes nothing.
const pulled = await Promise.all(
  pages.map(async (page) => {
    const content = /^https?:\/\//.test(page) ? await fetchText(page) : await readFile(page, "utf8")
    const { document, text } = readPage(content, page)
    const row = operations().find((known) => describes(document, known))
    if (row === undefined) {
      throw new Error(`${page} describes no document of specs/documents.json: add a row for it there first`)
    }
    return { file: row.document, page, text }
  }),
).catch((error: unknown) => {
  console.error(`Nothing was written: ${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
})

for (const { file, page, text } of pulled) {
  await writeFile(new URL(file, specs), text)
  console.log(`specs/${file}  <-  ${page}`)
}
console.log("Now run: npm run generate")
