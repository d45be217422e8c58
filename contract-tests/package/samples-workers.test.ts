/** The samples that are Workers, in workerd. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, inject, it, vi } from "vitest"
import { unstable_startWorker } from "wrangler"
import { environment } from "../emulator/credentials.ts"
import { bindingsOf, offline } from "../wrangler.ts"
import { bearer, developerToken, link, linkPath } from "./sample-cases.ts"
import { startProviders } from "./sample-providers.ts"
import { installSamples } from "./samples.ts"

// Beside other tests a process may take its time.
vi.setConfig({ testTimeout: 60_000 })

Object.assign(process.env, offline)

const project = mkdtempSync(join(tmpdir(), "edge-checkout-workers-"))
afterAll(() => rmSync(project, { recursive: true }))
await installSamples(inject("tarball"), project)

/** Starts a sample in workerd, with what it is configured with and what else `wrangler.toml` says. */
const startSample = async (file: string, vars: Readonly<Record<string, string>>, more: object = {}) => {
  const config = join(project, `${file}.json`)
  writeFileSync(config, JSON.stringify({ compatibility_date: "2026-11-01", name: "sample", ...more }))
  const worker = await unstable_startWorker({
    bindings: bindingsOf(vars),
    config,
    dev: {
      inspector: false,
      logLevel: "error",
      persist: false,
      server: { hostname: "127.0.0.1", port: 0 },
      structuredLogsHandler: () => undefined,
      watch: false,
    },
    entrypoint: join(project, file),
  })
  await worker.ready
  const { origin } = await worker.url
  return { origin, [Symbol.asyncDispose]: () => worker.dispose() }
}

it.concurrent("gateway-worker.ts", async () => {
  await using providers = await startProviders(project)
  const { emulator, env, received } = providers
  const name = "IDEMPOTENT_CALLS"
  const class_name = "IdempotentCalls"
  const vars = { ...environment(emulator.url), CALLER_KEYS: env.CALLER_KEYS }
  await using worker = await startSample("gateway-worker.ts", vars, {
    durable_objects: { bindings: [{ class_name, name }] },
    migrations: [{ new_sqlite_classes: [class_name], tag: "v1" }],
  })
  expect(await (await fetch(worker.origin)).text()).toBe("The shop")
  const asked = async () => {
    const headers = { ...bearer, "content-type": "application/json", "idempotency-key": '"a"' }
    const init = { body: '{"amount":1}', headers, method: "POST" }
    const response = await fetch(worker.origin + linkPath, init)
    return [response.status, response.headers.get("idempotent-replayed")]
  }
  expect([await asked(), await asked()]).toEqual([
    [201, null],
    [201, "true"],
  ])
  expect(received()).toEqual([link])

  // A wait that does not fit in the deadline: no attempt follows the first.
  emulator.fail({ fault: { kind: "status", retryAfter: "60", status: 503 } })
  const called = async (more: object) => {
    const body = JSON.stringify({ amount: 1, user_id: "3c90c3cc-0d44-4b50-8888-8dd25736052a" })
    const headers = { ...bearer, "content-type": "application/json", ...more }
    const response = await fetch(`${worker.origin}/v1/paywint/platform/checkout-tokens`, {
      body,
      headers,
      method: "POST",
    })
    return Object(await response.json()).type
  }
  for (let call = 0; call < 5; call++) {
    expect(await called({ "idempotency-key": `"b${call}"` })).toBe("/docs#unavailable")
  }
  expect(await called({})).toBe("/docs#circuit-open")
})

it.concurrent("worker.ts", async () => {
  await using providers = await startProviders(project)
  const { emulator, received } = providers
  await using worker = await startSample("worker.ts", environment(emulator.url))
  const { origin } = worker
  const answer = async (product: string, form: Readonly<Record<string, string>>) => {
    const body = new URLSearchParams(form)
    const response = await fetch(`${origin}/checkouts/${product}`, { body, method: "POST" })
    return `${response.status} ${await response.text()}`
  }
  const email = "jane@example.com"
  expect(await answer("mug", { email })).toMatch(/^201 {"checkout_token":"[^"]+","expires_at":/)
  expect(await answer("constructor", { email })).toBe("404 Not found")
  expect(await answer("mug", {})).toBe("400 The form has no e-mail address")
  expect(await answer("mug", { email: "jane" })).toBe("422 The e-mail address is not valid")
  expect(received()).toEqual([developerToken])
  expect(JSON.parse(emulator.received()[0]?.body ?? "")).toEqual({ amount: 12.5, currency: "USD", email })
  emulator.fail({ fault: { kind: "status", status: 401 } })
  expect(await answer("mug", { email })).toBe("503 Try again later")
})
