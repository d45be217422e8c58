/**
 * `npm run specs:check` holds the documents in `specs/` against the pages as they are published now. Exits with 1 if
 * something changed that is as bad as `--fail-on`, else with 2 if a page could not be had, else with 0; with 64 where
 * the arguments can't be read.
 */
import { statSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { withoutEndSlashes } from "../../src/provider/base-url.ts"
import { brief, shownJson } from "../../src/contract/presentable.ts"
import { parseDocument } from "./document.ts"
import { compared, type OperationDrift, operationDrift } from "./drift.ts"
import { type Options, readOptions } from "./drift-options.ts"
import { anyAtLeast, countLine, driftCounts, driftTable } from "./drift-report.ts"
import { type Operation, specs } from "./operations.ts"
import { readPage } from "./page.ts"
import { readSource } from "./source.ts"

const usage = `Usage: npm run specs:check -- [--operation <operation>]… [--fail-on info|warning|breaking] [--json] [--from <folder or URL>]

With --from, a page published at https://<host>/<path> is read from <folder or URL>/<host>/<path>.`

interface Checked {
  readonly published: string
  readonly document: string
  readonly drifts: ReadonlyArray<OperationDrift>
  /** Whether the page says anything at all otherwise, be it to people only. */
  readonly changed: boolean
  readonly outage?: string
}

const placeOf = (published: string, from: string | undefined): string => {
  if (from === undefined) return published
  const { host, pathname } = new URL(published)
  return `${withoutEndSlashes(from)}/${host}${pathname}`
}

const check = async (
  { document, published }: Operation,
  rows: ReadonlyArray<Operation>,
  from: string | undefined,
): Promise<Checked> => {
  const text = await readFile(new URL(document, specs), "utf8")
  const kept = parseDocument(text, document, compared)
  try {
    const page = readPage(await readSource(placeOf(published, from)), published, compared)
    const drifts = operationDrift(rows, kept, page.document)
    return { published, document, drifts, changed: page.text !== text }
  } catch (error) {
    const outage = brief(error instanceof Error ? error.message : String(error), 500)
    return { published, document, drifts: [], changed: false, outage }
  }
}

const table = ({ changed, document, drifts, outage, published }: Checked): string => {
  if (outage !== undefined) return `specs/${document}\n  outage    ${outage}`
  if (!changed) return `specs/${document}\n  as published`
  const quiet = drifts.every(({ drift }) => drift.length === 0)
    ? ["  only words changed, or their order"]
    : []
  return [
    ...(quiet.length > 0 ? [`specs/${document}`, ...quiet] : drifts.map(driftTable)),
    `  To adopt it: npm run specs:pull -- ${published} && npm run generate`,
  ].join("\n")
}

const run = async ({ failOn, from, json, rows }: Options): Promise<number> => {
  const pages = new Map(rows.map((row) => [`${row.document} ${row.published}`, row]))
  const checked = await Promise.all(
    [...pages.values()].map((page) =>
      check(
        page,
        rows.filter(({ document, published }) => document === page.document && published === page.published),
        from,
      ),
    ),
  )
  const drifts = checked.flatMap((page) => page.drifts)
  console.log(
    json
      ? shownJson({ pages: checked, counts: driftCounts(drifts) })
      : [...checked.map(table), countLine(drifts)].join("\n\n"),
  )
  if (anyAtLeast(drifts, failOn)) return 1
  return checked.some(({ outage }) => outage !== undefined) ? 2 : 0
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

const options = (): Options => {
  const read = readOptions(process.argv.slice(2), ["from"])
  if (read.positionals.length > 0) throw new Error(usage)
  // Every page in a folder that does not exist would look like an outage.
  if (read.from !== undefined && !/^https?:\/\//.test(read.from) && !isFolder(read.from)) {
    throw new Error(`--from ${read.from} is neither a folder nor a URL`)
  }
  return read
}

try {
  process.exitCode = await run(options())
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 64
}
