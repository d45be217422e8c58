import { spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, describe, expect, it, vi } from "vitest"
import { stringify } from "yaml"
import { operations, specs } from "./operations.ts"

// Each test starts processes, while other tests start theirs.
vi.setConfig({ testTimeout: 60_000 })

const scratch = fileURLToPath(new URL("../../.tmp/", import.meta.url))
mkdirSync(scratch, { recursive: true })
const folder = mkdtempSync(join(scratch, "diff-"))
afterAll(() => rmSync(folder, { recursive: true }))

const tool = fileURLToPath(new URL("diff.ts", import.meta.url))
const diff = (...args: ReadonlyArray<string>) =>
  spawnSync(process.execPath, [tool, ...args], { encoding: "utf8" })

const written = (name: string, text: string) => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

const json = readFileSync(new URL("paynow-management-checkout.json", specs), "utf8")
const yaml = stringify(JSON.parse(json))
const page = (text: string, language: string) =>
  `# Checkout\n\n> Creates one.\n\n\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\n\nAsk us.\n`
const required = json.replace('"required":["quantity"]', '"required":["quantity","product_id"]')
const old = written("old.json", json)

describe("reads", () => {
  it.each([
    ["JSON", "same.json", json],
    ["YAML", "same.yaml", yaml],
    ["a page with JSON", "json.md", page(json, "json")],
    ["a page with YAML", "yaml.md", page(yaml, "yaml")],
    ["OpenAPI 3.0", "old.yaml", yaml.replace("openapi: 3.1.1", "openapi: 3.0.4")],
  ])("%s", (_, name, text) => {
    const { status, stdout } = diff(old, written(name, text))
    expect(stdout).toContain("PayNow.createCheckoutSession")
    expect(stdout).toContain("no change")
    expect(stdout).toContain("0 breaking, 0 warning, 0 info")
    expect(status).toBe(0)
  })

  // Two seconds are promised; other tests run at the same time.
  it("a whole API's document of a megabyte fast", () => {
    const whole = JSON.parse(required)
    for (let index = 0; JSON.stringify(whole).length < 1_000_000; index += 200) {
      for (let one = index; one < index + 200; one++) {
        const properties = Object.fromEntries(
          Array.from({ length: 8 }, (_, other) => [
            `p${other}`,
            { $ref: `#/components/schemas/S${(one * 3 + other) % 500}` },
          ]),
        )
        whole.components.schemas[`S${one}`] = {
          type: "object",
          description: "What it is. ".repeat(10),
          properties,
        }
        whole.paths[`/v1/things${one}`] = { get: { responses: { 200: { description: "OK" } } } }
      }
    }
    const file = written("whole.json", JSON.stringify(whole))
    const { status, stdout } = diff(old, file)
    expect(stdout).toContain("/request/body/lines/*/product_id")
    expect(status).toBe(1)
  })
})

describe("says", () => {
  const enumerated = required.replace('"on_trial_start"', '"on_trial_start","on_pause"')

  it("what changed, the worst first, and how much", () => {
    const { stdout } = diff(old, written("changed.json", enumerated))
    expect(stdout).toMatch(
      /breaking {2}\/request\/body\/lines\/\*\/product_id\n.*optional {2}-> {2}required\n.*\n.*info {6}\/request\/body\/lines\/\*\/inline_product\/commands\/\*\/stage/,
    )
    expect(stdout.trimEnd()).toMatch(/\n1 breaking, 0 warning, 1 info$/)
  })

  it("the same as JSON", () => {
    const { status, stdout } = diff(old, written("changed.json", enumerated), "--json")
    const said = JSON.parse(stdout)
    expect(status).toBe(1)
    expect(said.counts).toEqual({ breaking: 1, warning: 0, info: 1 })
    expect(said.operations[0]).toMatchObject({
      operation: "PayNow.createCheckoutSession",
      drift: expect.arrayContaining([
        expect.objectContaining({ expected: "optional", got: "required", severity: "breaking" }),
      ]),
    })
  })

  it("that an operation is gone, and knows it by whatever name its path has for a parameter", () => {
    const { paths, ...rest } = JSON.parse(json)
    const [item] = Object.values(paths)
    const gone = diff(old, written("gone.json", JSON.stringify({ ...rest, paths: {} })))
    expect(gone.status).toBe(1)
    expect(gone.stdout).toContain("no longer documented")
    const moved = written(
      "moved.json",
      JSON.stringify({ ...rest, paths: { "/v1/stores/{store_id}/checkouts": item } }),
    )
    expect(diff(old, moved)).toMatchObject({ status: 0, stdout: expect.stringContaining("no change") })
  })
})

describe("exits", () => {
  const gained = () => written("gained.json", json.replace('"on_trial_start"', '"on_trial_start","on_pause"'))

  it.each([
    ["breaking", 0],
    ["warning", 0],
    ["info", 1],
  ])("at or above --fail-on %s with 1, else with 0", (failOn, status) => {
    expect(diff(old, gained(), "--fail-on", failOn).status).toBe(status)
    expect(diff(gained(), old, "--fail-on", failOn).status).toBe(1)
  })

  const other = written("other.json", '{"openapi":"3.1.0","info":{"title":"Pets"},"paths":{}}')
  const lost = written("lost.json", json.replace('"CustomerPlatformAccountDto":{', '"Other":{'))

  it.each<readonly [what: string, args: ReadonlyArray<string>, ...said: ReadonlyArray<string>]>([
    ["one document", [old], "Usage"],
    ["three documents", [old, old, old], "Usage"],
    ["an unknown option", [old, old, "--from", "x"], "--from"],
    ["an unknown severity", [old, old, "--fail-on", "bad"], "bad"],
    [
      "an unknown operation",
      [old, old, "--operation", "A.b"],
      "A.b",
      ...operations().map(({ operation }) => operation),
    ],
    ["a file that is not there", [old, "absent.json"], "absent.json"],
    ["a host that is not there", [old, "http://127.0.0.1:9/x.json"], "127.0.0.1:9"],
    ["no OpenAPI", [old, written("none.md", "# Hello\n")], "none.md"],
    ["JSON that breaks off", [old, written("broken.json", json.slice(0, 900))], "broken.json"],
    ["Swagger 2", [old, written("two.json", '{"swagger":"2.0"}')], "two.json", "3.0 and 3.1"],
    ["a document of something else", [old, other], "other.json", "POST /v1/stores/{storeId}/checkouts"],
    ["something else's document", [other, old], "other.json", "PaywintPlatform.createPaymentLink"],
    [
      "a document without the operation",
      [old, old, "--operation", "PaywintPlatform.createPaymentLink"],
      "old.json",
    ],
    ["a reference to nothing", [old, lost], "lost.json", "CustomerPlatformAccountDto"],
  ])("with 64 on %s, and says why", (_, args, ...said) => {
    const { status, stderr, stdout } = diff(...args)
    expect(status).toBe(64)
    for (const part of said) expect(stderr).toContain(part)
    expect(stderr).not.toContain("    at ")
    expect(stdout).toBe("")
  })
})
