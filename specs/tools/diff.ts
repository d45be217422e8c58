/**
 * `npm run specs:diff -- <old> <new>` says what changed between two documents for the operations of
 * the declarations. Exits with 0 if nothing is as bad as `--fail-on`, with 1 if something is, and with 64
 * where the arguments or the documents can't be read.
 */
import { brief, shownJson } from "../../src/contract/presentable.ts"
import type { OpenApiDocument } from "./document.ts"
import { compared, describes, operationDrift } from "./drift.ts"
import { readOptions } from "./drift-options.ts"
import { anyAtLeast, countLine, driftCounts, driftTable } from "./drift-report.ts"
import type { Operation } from "./operations.ts"
import { readPage } from "./page.ts"
import { readSource } from "./source.ts"

const usage = `Usage: npm run specs:diff -- <old> <new> [--operation <operation>]… [--fail-on info|warning|breaking] [--json]

<old> and <new> are files or URLs: OpenAPI 3.0 or 3.1 as YAML or JSON, or a published page that holds it.`

const readDocument = async (source: string): Promise<OpenApiDocument> =>
  readPage(await readSource(source), source, compared).document

// A document that is compared may lack what one that is generated from has.
const titleOf = (document: OpenApiDocument) => (document as Partial<OpenApiDocument>).info?.["title"]

const requireAny = (rows: ReadonlyArray<Operation>, document: OpenApiDocument, source: string) => {
  if (rows.some((row) => describes(document, row))) return
  const sought = rows.map(({ method, operation, path }) => `  ${operation}  ${method} ${path}`)
  throw new Error(`${source} describes none of the operations looked for:\n${sought.join("\n")}`)
}

const compare = (
  rows: ReadonlyArray<Operation>,
  old: OpenApiDocument,
  now: OpenApiDocument,
  sources: string,
) => {
  try {
    return operationDrift(rows, old, now)
  } catch (error) {
    // It quotes the document.
    const why = brief(error instanceof Error ? error.message : String(error), 500)
    throw new Error(`${sources}: ${why}`, { cause: error })
  }
}

const diff = async () => {
  const { failOn, json, positionals, rows } = readOptions(process.argv.slice(2), [])
  const [old, now, ...more] = positionals
  if (old === undefined || now === undefined || more.length > 0) throw new Error(usage)
  const [before, after] = await Promise.all([readDocument(old), readDocument(now)])
  requireAny(rows, before, old)
  // An operation that its own document no longer describes is gone; of another API it was never there.
  if (titleOf(before) !== titleOf(after)) requireAny(rows, after, now)
  const drifts = compare(rows, before, after, `${old} or ${now}`)
  console.log(
    json
      ? shownJson({ old, new: now, operations: drifts, counts: driftCounts(drifts) })
      : [...drifts.map(driftTable), countLine(drifts)].join("\n\n"),
  )
  return anyAtLeast(drifts, failOn) ? 1 : 0
}

process.exitCode = await diff().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  return 64
})
