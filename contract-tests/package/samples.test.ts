import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, inject, it, vi } from "vitest"
import { unstable_startWorker } from "wrangler"
import { environment } from "../emulator/credentials.ts"
import { compile } from "./compiled.ts"
import { read } from "./project.ts"
import {
  ask,
  bearer,
  developerToken,
  lines,
  link,
  node,
  ofExamples,
  ofSamples,
  times,
  voucher,
} from "./sample-cases.ts"
import { startProviders, startVouchers } from "./sample-providers.ts"
import { examples, installSamples, samples, textOf } from "./samples.ts"

// Beside other tests a process may take its time.
vi.setConfig({ testTimeout: 60_000 })

// Nothing of this leaves the machine: wrangler would fetch a sample of `Request.cf`, and report.
Object.assign(process.env, {
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_WRITE_LOGS: "false",
})

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
  const below = ["contract.ts", "idempotency.ts", "vouchers.ts", "worker.ts"]
  expect(files.filter((file) => !ran.includes(`../${file}`)).sort()).toEqual(below)
})

it.concurrent.each([...ofSamples, ...ofExamples])("$what", async (expected) => {
  await using providers = await startProviders(project, expected.faults)
  const { fails, prints } = expected
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
  const path = "/v1/paywint/platform/users/3c90c3cc-0d44-4b50-8888-8dd25736052a/payment-links"
  const asking = (key: string, amount = 1) =>
    ask("idempotency.ts", path, { ...bearer, "idempotency-key": key }, { amount })

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

it.concurrent("worker.ts", async () => {
  await using providers = await startProviders(project)
  const { emulator, received } = providers
  const config = join(project, "wrangler.json")
  writeFileSync(config, JSON.stringify({ compatibility_date: "2026-11-01", name: "sample" }))
  const worker = await unstable_startWorker({
    bindings: Object.fromEntries(
      Object.entries(environment(emulator.url)).map(([name, value]) => [name, { type: "plain_text", value }]),
    ),
    config,
    dev: {
      inspector: false,
      logLevel: "error",
      persist: false,
      server: { hostname: "127.0.0.1", port: 0 },
      structuredLogsHandler: () => undefined,
      watch: false,
    },
    entrypoint: join(project, "worker.ts"),
  })
  await worker.ready
  const { origin } = await worker.url
  const answer = async (product: string, form: Readonly<Record<string, string>>) => {
    const body = new URLSearchParams(form)
    const response = await fetch(`${origin}/checkouts/${product}`, { body, method: "POST" })
    return `${response.status} ${await response.text()}`
  }
  const email = "jane@example.com"
  try {
    expect(await answer("mug", { email })).toMatch(/^201 {"checkout_token":"[^"]+","expires_at":/)
    expect(await answer("constructor", { email })).toBe("404 Not found")
    expect(await answer("mug", {})).toBe("400 The form has no e-mail address")
    expect(await answer("mug", { email: "jane" })).toBe("422 The e-mail address is not valid")
    expect(received()).toEqual([developerToken])
    expect(JSON.parse(emulator.received()[0]?.body ?? "")).toEqual({ amount: 12.5, currency: "USD", email })
    emulator.fail({ fault: { kind: "status", status: 401 } })
    expect(await answer("mug", { email })).toBe("503 Try again later")
  } finally {
    await worker.dispose()
  }
})
