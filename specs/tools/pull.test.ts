import { spawnSync } from "node:child_process"
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, describe, expect, it } from "vitest"
import { operations, specs } from "./operations.ts"

// What is pulled is written to specs/: to a copy of it here, for others read the real one at the same time.
const scratch = fileURLToPath(new URL("../../.tmp/", import.meta.url))
mkdirSync(scratch, { recursive: true })
const folder = mkdtempSync(join(scratch, "pull-"))
const copy = join(folder, "specs")
cpSync(specs, copy, { filter: (file) => !file.endsWith(".test.ts"), recursive: true })
// The tools use the source beside specs/.
symlinkSync(fileURLToPath(new URL("../../src", import.meta.url)), join(folder, "src"))
afterAll(() => rmSync(folder, { recursive: true }))

const pull = (...pages: ReadonlyArray<string>) =>
  spawnSync(process.execPath, [join(copy, "tools/pull.ts"), ...pages], { encoding: "utf8" })

/** Every file of the copy with its text. */
const snapshot = () =>
  Object.fromEntries(
    readdirSync(copy, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, text(name)]),
  )

const written = (name: string, text: string) => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

const text = (document: string) => readFileSync(join(copy, document), "utf8")

/** A page as a publisher serves it, made of a document of specs/. */
const page = (document: string) =>
  written(
    `${document}.md`,
    `> ## Documentation index\n\n# Create it\n\n## OpenAPI\n\n\`\`\`\`${document.endsWith("json") ? "json" : "yaml"} POST /it\n${text(document)}\`\`\`\`\n`,
  )

const documents = operations().map(({ document }) => document)

describe("a page", () => {
  it("in Markdown gives the document of specs/, byte for byte", () => {
    const before = snapshot()
    const { status, stdout } = pull(...documents.map(page))
    expect(status).toBe(0)
    for (const document of documents) expect(stdout).toContain(`specs/${document}`)
    expect(snapshot()).toEqual(before)
  })

  it("that says something new is written", () => {
    const [document = ""] = documents
    const before = snapshot()
    const longer = `${before[document]}# new\n`
    expect(pull(written("new.yaml", longer)).status).toBe(0)
    expect(snapshot()).toEqual({ ...before, [document]: longer })
  })
})

describe("changes nothing and exits with 1", () => {
  const [document = "", other = ""] = documents
  const changed = () => written("changed.yaml", `${text(document)}# new\n`)
  const unknown = () => written("unknown.yaml", "openapi: 3.1.0\npaths:\n  /other:\n    post: {}\n")
  const twice = () =>
    written("twice.md", `\`\`\`yaml\n${text(document)}\`\`\`\n\n\`\`\`yaml\n${text(other)}\`\`\`\n`)

  it.each([
    ["a page of no operation", () => [unknown()], "unknown.yaml"],
    ["a good page beside one of no operation", () => [changed(), unknown()], "unknown.yaml"],
    ["a page with two documents", () => [twice()], "twice.md"],
    ["a page without a document", () => [written("none.md", "# Hello\n")], "none.md"],
    ["a file that is not there", () => [join(folder, "absent.md")], "absent.md"],
    ["a host that is not there", () => ["http://127.0.0.1:9/absent.md"], "absent.md"],
  ])("at %s", (_, pages, named) => {
    const before = snapshot()
    const { status, stderr } = pull(...pages())
    expect(snapshot()).toEqual(before)
    expect(status).toBe(1)
    expect(stderr).toContain("Nothing was written")
    expect(stderr).toContain(named)
  })
})

it("says where the pages are published when it is given none", () => {
  const { status, stderr } = pull()
  expect(status).toBe(64)
  for (const { published } of operations()) expect(stderr).toContain(published)
})
