/** The issue that `.github/workflows/contracts.yml` keeps, by its script with a `gh` that writes down what it is asked. */
import { execFileSync, spawnSync } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import process from "node:process"
import { afterAll, describe, expect, it } from "vitest"
import { parse } from "yaml"
import type { Drift } from "../src/contract/drift.ts"

const file = join(import.meta.dirname, "../.github/workflows/contracts.yml")
const { jobs } = parse(readFileSync(file, "utf8")) as {
  readonly jobs: { readonly issue: { readonly steps: ReadonlyArray<{ readonly run?: string }> } }
}
const script = jobs.issue.steps.flatMap(({ run = [] }) => run).join("\n")

/** The longest body of an issue that GitHub takes. */
const mostCharacters = 65_536

const gh = `#!/bin/sh
echo "$1 $2" >> calls
case "$1 $2" in
  "issue list") if [ -f issue ]; then echo 7; fi ;;
  "issue view") cat issue ;;
  "issue create" | "issue edit") cp body.md issue ;;
esac
`

const found = (n: number): Drift => ({
  expected: "漢".repeat(199),
  got: '"'.repeat(199),
  meaning: "-",
  pointer: `/response/body/${n}`,
  severity: "breaking",
})

const folder = mkdtempSync(join(tmpdir(), "drift-issue-"))
afterAll(() => rmSync(folder, { recursive: true }))
mkdirSync(join(folder, "bin"))
writeFileSync(join(folder, "bin", "gh"), gh, { mode: 0o755 })

/** Runs the script after runs of the APIs that found so much; gives what it asked of `gh`. */
const kept = (counts: Readonly<Record<string, number>>) => {
  rmSync(join(folder, "calls"), { force: true })
  for (const [api, count] of Object.entries(counts)) {
    const report = join(folder, "reports", `contracts-${api}`)
    mkdirSync(report, { recursive: true })
    const scenarios = [{ drift: Array.from({ length: count }, (_, n) => found(n)) }]
    const operations = [{ operation: `Provider.${api}`, scenarios, verdict: "drift" }]
    writeFileSync(join(report, "run.json"), JSON.stringify({ operations }))
    writeFileSync(join(report, "exit-code"), "1")
  }
  const env = {
    LABEL: "drift",
    PATH: `${join(folder, "bin")}:${process.env["PATH"]}`,
    RUN_URL: "https://ci.example/1",
    VERIFIED: "failure",
  }
  execFileSync("bash", ["-e", "-o", "pipefail", "-c", script], { cwd: folder, env })
  return readFileSync(join(folder, "calls"), "utf8").trim().split("\n")
}
const body = () => readFileSync(join(folder, "issue"), "utf8")

describe.skipIf(spawnSync("jq", ["--version"]).status !== 0 || !existsSync("/bin/sh"))(
  "the issue of what drifts (skipped where there is no jq)",
  () => {
    const all = { paynow: 60, "paywint-developer": 60, "paywint-platform": 60 }

    it("is opened by a drift however large, and within what GitHub takes", () => {
      expect(kept(all)).toContain("issue create")
      expect(body()).toContain("Provider.paynow /response/body/0: expected 漢")
      expect(body().match(/^and 50 more$/gm)).toHaveLength(3)
      expect(body().length).toBeLessThan(mostCharacters)
    })

    it("stays as it is while the same drifts", () => {
      expect(kept(all)).toEqual(["issue list", "issue view"])
    })

    it("is changed when more drifts", () => {
      expect(kept({ ...all, paynow: 61 })).toEqual([
        "issue list",
        "issue view",
        "issue edit",
        "issue comment",
      ])
      expect(body()).toContain("and 51 more")
    })
  },
)
