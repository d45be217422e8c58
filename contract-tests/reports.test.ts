/** Reports of what a provider answers, where that is meant for whoever reads the report: a terminal, a CI system. */
import { spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { afterAll, expect, it } from "vitest"
import { alerts, message } from "../src/contract/alert.ts"
import { Severity } from "../src/contract/drift.ts"
import { record } from "../src/contract/record.ts"
import { junit } from "../src/contract/report/junit.ts"
import { page } from "../src/contract/report/page.ts"
import { table } from "../src/contract/report/table.ts"
import type { OperationResult, Run } from "../src/contract/run.ts"
import { runContracts } from "../src/contract/run-contracts.ts"
import { Verdict } from "../src/contract/verdict.ts"
import { startEmulator } from "./emulator/server.ts"
import { documentOf as giftsDocument, gifts, giftsSandbox, success } from "./own-contract.ts"
import { elementsOf } from "./xml.ts"

const emulator = await startEmulator()
const folder = mkdtempSync(join(tmpdir(), "reports-"))
afterAll(async () => {
  await emulator.close()
  rmSync(folder, { recursive: true })
})

const hostile = [
  "x\n::error title=t::m",
  "::warning::m",
  "##[error]m",
  "a ##vso[task.setvariable variable=a]b",
  "\u001b]0;title\u0007\u001b[2J",
  "\r\u0085\u009b31m\u2028\u2029",
  "\u202egnp.exe\u2066\u200b\ufeff",
  '<!channel> & "quotes" \' <b>]]>',
]

/** The lines of an output in which something other than its text gets through to its reader. */
const commands = (output: string): ReadonlyArray<string> =>
  output
    .split("\n")
    .filter(
      (line) =>
        /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u.test(line) ||
        /^\s*::|##\w*\[/.test(line),
    )

/** Every report of a run, by its name. */
const reportsOf = (run: Run) => ({
  alert: message(run, alerts({}, run).alerts).text,
  html: page(
    [run],
    run.operations.map(({ operation }) => operation),
  ),
  junit: junit(run),
  table: run.operations.map(table).join("\n"),
})

const text = fc.oneof(
  fc.constantFrom(...hostile, "\ud800 \udc00"),
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom("#", "[", ":", " ", "\n", "a", "\u001b", "\ud800", "<", "&") }),
)
const verdict = fc.constantFrom(...Verdict.literals)
const drift = fc.record({
  expected: text,
  got: text,
  meaning: text,
  pointer: text,
  severity: fc.constantFrom(...Severity.literals),
})
const scenario = fc.record(
  { drift: fc.array(drift, { maxLength: 3 }), flaky: fc.boolean(), note: text, scenario: text, verdict },
  { requiredKeys: ["drift", "flaky", "scenario", "verdict"] },
)
const operation = fc.record(
  { api: text, note: text, operation: text, scenarios: fc.array(scenario, { maxLength: 3 }), verdict },
  { requiredKeys: ["api", "operation", "scenarios", "verdict"] },
)
const anyRun = fc.record(
  {
    finished: text,
    note: text,
    operations: fc.array<OperationResult>(operation, { maxLength: 3 }),
    started: text,
    target: text,
  },
  { requiredKeys: ["finished", "operations", "started", "target"] },
)

it("no report holds a command for its reader, whatever a run holds", () => {
  fc.assert(
    fc.property(anyRun, (run) => {
      for (const [name, report] of Object.entries(reportsOf(run))) {
        expect([name, commands(report)]).toEqual([name, []])
      }
      expect(elementsOf(junit(run))[0]).toBe("testsuites")
    }),
  )
})

it("JUnit's counts match its elements", () => {
  fc.assert(
    fc.property(anyRun, (run) => {
      const xml = junit(run)
      const elements = elementsOf(xml)
      const counted = (name: string) =>
        [...xml.matchAll(new RegExp(`<testsuite [^>]*${name}="(\\d+)"`, "g"))].reduce(
          (sum, [, count]) => sum + Number(count),
          0,
        )
      const listed = (name: string) => elements.filter((element) => element === name).length
      expect(["tests", "failures", "errors", "skipped"].map(counted)).toEqual(
        ["testcase", "failure", "error", "skipped"].map(listed),
      )
    }),
  )
})

it.each(hostile)(
  "a property named %j is shown by every report, by verify's result and by record",
  async (name) => {
    const answer = () => Response.json({ [name]: name, id: "card-of-nobody" }, { status: 201 })
    const { target } = giftsSandbox({}, answer)
    const closed = structuredClone(giftsDocument("id"))
    const responses: unknown = closed.paths["/cards"]?.["post"]?.responses
    Object.assign(Object(responses)[201].content["application/json"].schema, { additionalProperties: false })
    const contract = { ...gifts, document: closed }

    const run = await Effect.runPromise(runContracts([contract], [], target, "sandbox"))
    expect(run.operations[0]?.verdict).toBe("drift")
    for (const report of [...Object.values(reportsOf(run)), JSON.stringify(run, null, 2)]) {
      expect(commands(report)).toEqual([])
    }
    const references = { reference: "a1b2c3d4", subjects: { owner: "somebody" } }
    const recorded = await Effect.runPromise(
      Effect.result(record(contract, success, references, target, [], "2026-01-01")),
    )
    if (Result.isSuccess(recorded)) throw new Error("It was recorded")
    expect(commands(recorded.failure.message)).toEqual([])
  },
)

/** What a command prints. */
const printed = (script: string, args: ReadonlyArray<string>) =>
  new Promise<string>((resolve) => {
    const path = fileURLToPath(new URL(script, import.meta.url))
    const child = spawn(process.execPath, [path, ...args], { env: { PATH: process.env["PATH"] } })
    let output = ""
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => (output += text))
    }
    child.on("close", () => resolve(output))
  })

it("verify and record print no command for their reader", async () => {
  const payNow = "PayNow.createCheckoutSession"
  const patch = hostile.map((name) => ({
    op: "add" as const,
    path: `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`,
    value: name,
  }))
  emulator.fail({ fault: { kind: "patch", patch }, operation: payNow })
  const args = ["--target", emulator.url, "--operation", payNow]
  const files = ["html", "json", "junit"].map((kind) => [`--${kind}`, join(folder, kind)] as const)
  const verified = await printed("verify.ts", [...args, ...files.flat()])
  expect(verified).toMatch(/^drift /m)
  expect(await printed("record.ts", args)).toContain(payNow)
  const received = await (await fetch(`${emulator.url}/__emulator/received`)).text()
  const reports = files.map(([, file]) => readFileSync(file, "utf8"))
  for (const output of [verified, received, ...reports]) expect(commands(output)).toEqual([])
})

/** A document of the operation of PayNow whose request may have these properties, with such values. */
const documentOf = (names: ReadonlyArray<string>, value: string) => {
  const properties = Object.fromEntries(names.map((name) => [name, { enum: [name, `${name}${value}`] }]))
  const content = { "application/json": { schema: { properties, type: "object" } } }
  return JSON.stringify({
    info: { title: "t" },
    openapi: "3.1.0",
    paths: {
      "/v1/stores/{storeId}/checkouts": { post: { requestBody: { content }, responses: { 200: {} } } },
    },
  })
}

it("the commands that compare documents print no command that a document holds", async () => {
  const write = (name: string, content: string) => {
    const file = join(folder, name)
    writeFileSync(file, content)
    return file
  }
  const old = write("old.json", documentOf(hostile, "a"))
  const now = write("now.json", documentOf(hostile, "b"))
  const tagged = write("tagged.yaml", "openapi: 3.1.0\n::error::m: !x y\n")
  const versions = hostile.map((openapi, n) => write(`bad${n}.json`, JSON.stringify({ openapi })))
  const outputs = await Promise.all([
    printed("../specs/tools/diff.ts", [old, now]),
    printed("../specs/tools/diff.ts", [old, now, "--json"]),
    printed("../specs/tools/diff.ts", [tagged, now]),
    ...versions.map((bad) => printed("../specs/tools/pull.ts", [bad])),
  ])
  expect(outputs[0]).toMatch(new RegExp(`${hostile.length} breaking`))
  for (const output of outputs) expect(commands(output)).toEqual([])
})
