import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, inject, it, vi } from "vitest"
import { compile } from "./compiled.ts"
import { read } from "./project.ts"
import {
  ask,
  bearer,
  lines,
  link,
  linkPath,
  node,
  ofExamples,
  ofSamples,
  times,
  voucher,
} from "./sample-cases.ts"
import { startProviders, startVouchers } from "./sample-providers.ts"
import { startServer } from "./server.ts"
import { examples, installSamples, samples, textOf } from "./samples.ts"

// Beside other tests a process may take its time.
vi.setConfig({ testTimeout: 60_000 })

const project = mkdtempSync(join(tmpdir(), "edge-checkout-samples-"))
afterAll(() => rmSync(project, { recursive: true }))
await installSamples(inject("tarball"), project)
const files = [...samples, ...examples.map(({ file }) => file)]

describe("the README", () => {
  const readme = textOf("README.md")
  const shown = [...readme.matchAll(/<!-- (contract-tests\/samples\/\S+) -->\n+```ts\n([\s\S]*?)```/g)]

  it("shows samples as they are, and no other TypeScript", () => {
    expect(shown).not.toEqual([])
    for (const [, file = "", code] of shown) expect(code).toBe(textOf(file))
    expect(readme.match(/```ts/g)).toHaveLength(shown.length)
  })

  it("links every sample", () => {
    const linked = [...readme.matchAll(/\(contract-tests\/samples\/(\S+)\)/g)].map(([, name]) => name)
    expect(linked.sort()).toEqual(samples.toSorted())
  })
})

it("what is shown compiles, and what the package exports has a docstring", () => {
  const entries = Object.values(read(join(project, "node_modules/edge-checkout")).exports).flatMap(
    (entry) => {
      const { types } = Object(entry) as { readonly types?: string }
      return types === undefined ? [] : [join("node_modules/edge-checkout", types)]
    },
  )
  expect(entries).not.toEqual([])
  expect(compile(project, files, entries)).toEqual({ errors: [], undocumented: [] })
})

it("every sample and every example is run", () => {
  const ran = [...ofSamples, ...ofExamples].flatMap(({ command }) => command)
  const below = ["contract.ts", "gateway-worker.ts", "idempotency.ts", "node.ts", "vouchers.ts", "worker.ts"]
  expect(files.filter((file) => !ran.includes(`../${file}`)).sort()).toEqual(below)
})

it.concurrent.each([...ofSamples, ...ofExamples])("$what", async (expected) => {
  await using providers = await startProviders(project, expected.faults)
  const { before, fails, prints } = expected
  if (before !== undefined) expect((await providers.ran(before)).code).toBe(0)
  expect(await providers.ran(expected.command)).toEqual({
    code: fails === undefined ? 0 : 1,
    stderr: fails === undefined ? "" : expect.stringMatching(fails),
    stdout: prints === undefined ? "" : expect.stringMatching(prints),
  })
  expect(providers.received()).toEqual(expected.receives)
})

it.concurrent("contract.ts and vouchers.ts", async () => {
  await using providers = await startProviders(project)
  const { ran } = providers
  expect(await ran([...node("contract.ts"), "record"])).toEqual({ code: 0, stderr: "", stdout: "" })
  expect(await ran(node("contract.ts"))).toEqual({
    code: 0,
    stderr: "",
    stdout: expect.stringMatching(lines("pass +Vouchers.create +2/2 scenarios")),
  })
  expect(providers.received()).toEqual(times(4, voucher))
  const changed = await startVouchers(7)
  expect(await ran(node("contract.ts"), { VOUCHERS_URL: changed.url })).toEqual({
    code: 1,
    stderr: "",
    stdout: expect.stringMatching(/^drift +Vouchers[^]*breaking \/response\/body\/code/),
  })
  await changed.close()
})

it.concurrent("idempotency.ts", async () => {
  await using providers = await startProviders(project)
  const { emulator, ran, received } = providers
  const asking = (key: string, amount = 1) =>
    ask("idempotency.ts", linkPath, { ...bearer, "idempotency-key": key }, { amount })

  // Each run is a process, the second one Deno's: what is known of a key outlives who made the call.
  const first = /^201 (.*)$/m.exec((await ran(asking("a"))).stdout)?.[1]
  expect(first).toContain("payment_link")
  const [, ...script] = asking("a")
  expect((await ran(["deno", "run", "-A", ...script])).stdout).toContain(`201 replayed ${first}\n`)
  expect((await ran(asking("a", 2))).stdout).toMatch(/^422 .*idempotency-mismatch/m)
  expect(received()).toEqual([link])

  emulator.reset()
  emulator.fail({ fault: { kind: "delay", ms: 60_000 } })
  expect((await ran([...asking("b"), emulator.url])).code).toBe(null)
  emulator.heal()
  expect((await ran(asking("b"))).stdout).toMatch(/^409 .*broken-off/m)
  expect(received()).toEqual([link])
})

it.concurrent("node.ts", async () => {
  await using providers = await startProviders(project)
  const { env, received } = providers
  await using server = await startServer([process.execPath, "node.ts"], {
    cwd: project,
    env: { ...env, PORT: "0" },
  })
  expect((await fetch(`${server.url}/health`)).status).toBe(200)
  const asked = (body: BodyInit) => {
    const headers = { ...bearer, "content-type": "application/json", "idempotency-key": '"a"' }
    return fetch(server.url + linkPath, { body, headers, method: "POST", ...{ duplex: "half" } })
  }
  const answers = await Promise.all(Array.from({ length: 2 }, () => asked('{"amount":1}')))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  expect((await asked(new Blob(["x".repeat(1_000_000)]).stream())).status).toBe(413)
  expect((await fetch(`${server.url}/nowhere`, { method: "OPTIONS" })).status).toBe(404)
  const { code, stdout } = await providers.ran(["node", "--eval", trace(server.url)])
  expect([code, stdout]).toEqual([0, "400\n"])
  expect((await fetch(`${server.url}/health`)).status).toBe(200)
  expect(received()).toEqual([link])
})

/** A program that asks in a way that the web does not. */
const trace = (url: string) =>
  `require("node:http").request("${url}", { method: "TRACE" }, ({ statusCode }) => console.log(statusCode)).end()`
