import { spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { delimiter, join } from "node:path"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import { countTests } from "./vitest-report.ts"
import { offline } from "./wrangler.ts"

interface Ran {
  readonly ok: boolean
  readonly output: string
}

interface Result {
  readonly passed: number
  readonly failed: number
  readonly skipped?: ReadonlyArray<string>
  readonly note?: string
}

interface Step {
  readonly name: string
  readonly command: ReadonlyArray<string>
  /** Whether what it prints is shown where it succeeds, too. */
  readonly shown?: boolean
  /** A line of its output that tells of something done. Every tenth is counted on the console. */
  readonly done?: RegExp
  /** Without it a step is one check: whether its command succeeds. */
  readonly judge?: (ran: Ran) => Result
}

const largestBundleKiB = 124
const stepWithinMs = 10 * 60_000
const root = fileURLToPath(new URL("..", import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), "edge-checkout-"))
const report = join(scratch, "vitest.json")

const check = (ok: boolean): Result => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 })

const bundleSize = ({ ok, output }: Ran): Result => {
  const kib = Number(/gzip: ([\d.]+) KiB/.exec(output)?.[1] ?? NaN)
  return {
    ...check(ok && kib <= largestBundleKiB),
    note: `${kib} KiB gzipped of at most ${largestBundleKiB}`,
  }
}

/** Two at a time. */
const checks: ReadonlyArray<Step> = [
  { name: "formatting", command: ["prettier", "--check", "."] },
  { name: "lint", command: ["eslint", "--config", "contract-tests/eslint.config.js", "."] },
  { name: "types of tests and tools", command: ["tsc", "-p", "contract-tests"] },
  { name: "types of the source", command: ["tsc", "-p", "."] },
  { name: "generated/ is up to date", command: ["node", "specs/tools/generate.ts", "--check"] },
  { name: "what the fixtures cover", command: ["node", "contract-tests/coverage.ts"], shown: true },
  { name: "the Worker's size", command: ["wrangler", "deploy", "--dry-run"], judge: bundleSize },
]

/** Alone: they watch the clock. */
const tests: Step = {
  name: "tests",
  command: [
    ...["vitest", "run", "--config", "contract-tests/vitest.config.ts", "--allowOnly=false"],
    ...["--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
  ],
  done: /\.test\.ts .*tests?\b/,
  judge: ({ ok }) => countTests(report, ok),
}

const run = ({ command: [program = "", ...args], done, name }: Step) =>
  new Promise<Ran>((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: {
        ...process.env,
        ...offline,
        CONTRACT_ALLOW_STALE: process.argv.includes("--allow-stale") ? "1" : "0",
        PATH: [join(root, "node_modules/.bin"), process.env["PATH"]].join(delimiter),
        WRANGLER_HIDE_BANNER: "true",
      },
      killSignal: "SIGKILL",
      stdio: ["ignore", "pipe", "pipe"],
      timeout: stepWithinMs,
    })
    let output = ""
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => (output += text))
    }
    if (done !== undefined) {
      let count = 0
      createInterface(child.stdout).on("line", (line) => {
        if (done.test(line) && ++count % 10 === 0) console.log(`        ${name}: ${count} files done`)
      })
    }
    child.on("error", (error) => resolve({ ok: false, output: String(error) }))
    child.on("exit", (code, signal) => {
      const ended = () => resolve({ ok: code === 0, output: signal ? `${output}Killed: ${signal}` : output })
      // Whatever it left behind may hold its output open for ever.
      child.on("close", ended)
      setTimeout(ended, 1_000)
    })
  })

const total = { passed: 0, failed: 0, skipped: 0 }

const perform = async (step: Step) => {
  const { command, judge = ({ ok }) => check(ok), name, shown } = step
  const begun = Date.now()
  const ran = await run(step)
  const { failed, note, passed, skipped = [] } = judge(ran)
  total.passed += passed
  total.failed += failed
  total.skipped += skipped.length
  const seconds = ((Date.now() - begun) / 1000).toFixed(1)
  console.log(`${failed === 0 ? "ok    " : "FAILED"}  ${name}${note ? `: ${note}` : ""} (${seconds} s)`)
  if (failed === 0 && shown) console.log(ran.output.replaceAll(/^/gm, "        ").trimEnd())
  if (failed > 0) console.log(`\n$ ${command.join(" ")}\n${ran.output}`)
  for (const test of skipped) console.log(`skipped ${test}`)
}

const waiting = checks.values()
const lane = async () => {
  for (const step of waiting) await perform(step)
}
await Promise.all([lane(), lane()])
await perform(tests)

rmSync(scratch, { recursive: true })
const { failed, passed, skipped } = total
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`)
process.exit(failed > 0 ? 1 : 0)
