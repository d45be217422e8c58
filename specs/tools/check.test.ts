import { spawn } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, expect, it, vi } from "vitest"
import { documents, specs } from "./documents.ts"
import { operations } from "./operations.ts"

// Each test starts processes, while other tests start theirs.
vi.setConfig({ testTimeout: 60_000 })

const scratch = fileURLToPath(new URL("../../.tmp/", import.meta.url))
mkdirSync(scratch, { recursive: true })
const folder = mkdtempSync(join(scratch, "check-"))
afterAll(() => rmSync(folder, { recursive: true }))

const tool = fileURLToPath(new URL("check.ts", import.meta.url))

/** Not synchronous: the pages may be served by this very process. */
const check = async (...args: ReadonlyArray<string>) => {
  const child = spawn(process.execPath, [tool, ...args])
  const [said, wrong]: [Array<Buffer>, Array<Buffer>] = [[], []]
  child.stdout.on("data", (chunk) => said.push(chunk))
  child.stderr.on("data", (chunk) => wrong.push(chunk))
  const status = await new Promise((resolve) => child.on("close", resolve))
  return { status, stdout: Buffer.concat(said).toString(), stderr: Buffer.concat(wrong).toString() }
}

const at = (published: string, from: string) => {
  const { host, pathname } = new URL(published)
  return join(from, host, pathname)
}

const pages = join(folder, "pages")
for (const { document, published } of operations()) {
  const file = at(published, pages)
  mkdirSync(dirname(file), { recursive: true })
  const text = readFileSync(new URL(document, specs), "utf8")
  writeFileSync(file, `# It\n\n\`\`\`\`${document.endsWith("json") ? "json" : "yaml"}\n${text}\`\`\`\`\n`)
}

const paynow = operations().find(({ api }) => api === "paynow")?.published ?? ""
const adoption = `npm run specs:pull -- ${paynow} && npm run generate`

/** The pages, PayNow's otherwise. */
const withPayNow = (name: string, change: (page: string) => string) => {
  const copy = join(folder, name)
  cpSync(pages, copy, { recursive: true })
  writeFileSync(at(paynow, copy), change(readFileSync(at(paynow, copy), "utf8")))
  return copy
}

const breaking = (page: string) =>
  page.replace('"required":["quantity"]', '"required":["quantity","product_id"]')
const reworded = (page: string) => page.replace("PayNow Management API", "PayNow API")

it("is content with pages that say what the documents say", async () => {
  const { status, stdout } = await check("--from", pages)
  expect(stdout.match(/as published/g)).toHaveLength(documents().length)
  expect(stdout).not.toContain("specs:pull")
  expect(status).toBe(0)
})

it("names the command that adopts a change", async () => {
  const { status, stdout } = await check("--from", withPayNow("breaking", breaking))
  expect(stdout).toContain("breaking  /request/body/lines/*/product_id")
  expect(stdout).toContain(adoption)
  expect(status).toBe(1)
})

it("names it where only words changed", async () => {
  const { status, stdout } = await check("--from", withPayNow("reworded", reworded), "--fail-on", "info")
  expect(stdout).toContain("only words changed")
  expect(stdout).toContain(adoption)
  expect(status).toBe(0)
})

it("takes a page that it can't have for an outage, behind drift", async () => {
  const changed = withPayNow("outage", breaking)
  const [first] = operations()
  rmSync(at(first?.published ?? "", changed))
  expect(await check("--from", changed)).toMatchObject({
    status: 1,
    stdout: expect.stringContaining("outage"),
  })
  expect((await check("--from", changed, "--operation", first?.operation ?? "")).status).toBe(2)
  const page = withPayNow("no-document", () => "# Down for maintenance\n")
  expect(await check("--from", page)).toMatchObject({ status: 2, stdout: expect.stringContaining(paynow) })
})

it("says the same as JSON", async () => {
  const { status, stdout } = await check("--from", withPayNow("breaking", breaking), "--json")
  const said = JSON.parse(stdout)
  expect(said.counts).toEqual({ breaking: 1, warning: 0, info: 0 })
  expect(said.pages).toHaveLength(documents().length)
  expect(status).toBe(1)
})

it("reads pages from a server", async () => {
  const server = createServer((request, response) => {
    try {
      response.end(readFileSync(join(pages, request.url ?? "")))
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  expect((await check("--from", `http://127.0.0.1:${port}/`)).status).toBe(0)
  const { status, stdout } = await check("--from", `http://127.0.0.1:${port}/elsewhere`)
  expect(stdout).toContain("answered 404")
  expect(status).toBe(2)
  server.close()
})

it.each([
  [["page.md"]],
  [["--fail-on", "bad"]],
  [["--operation", "A.b"]],
  [["--what"]],
  [["--from", "absent"]],
])("exits with 64 on %j", async (args) => {
  const { status, stderr } = await check(...args)
  expect(status).toBe(64)
  expect(stderr).not.toBe("")
})
