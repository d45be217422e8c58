import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, it, vi } from "vitest"
import { startServer } from "../bare-server.ts"
import { callerKeys } from "../caller-keys.ts"
import { bodyWith, callerKey, canariesIn, canaryCredentials, formsIn, heads, magpie } from "../canary.ts"
import { environment } from "../emulator/credentials.ts"
import { startEmulator } from "../emulator/server.ts"
import { entered, enterKey } from "../entered-key.ts"
import { post, routes } from "../routes.ts"
import { emulatorSubjects } from "../targets.ts"
import { quotingFaults } from "./indiscreet-provider.ts"
import { startWorker } from "./start-worker.ts"

const pageKey = "page-key-canary"
// wrangler would write every request to disk for a page of its own.
process.env["X_LOCAL_OBSERVABILITY"] = "false"
const storage = mkdtempSync(join(tmpdir(), "edge-checkout-storage-"))
const collector = await startServer(() => ({ status: 200 }))
// One that takes nothing: an alert that fails says no more than that it did.
const alerted = await startServer(() => ({ status: 500 }))
const emulator = await startEmulator({ credentials: canaryCredentials })
const worker = await startWorker(
  {
    ...emulatorSubjects,
    ...environment(emulator.url, canaryCredentials),
    CALLER_KEYS: callerKeys({ tests: [callerKey] }),
    CONTRACT_ALERT_URL: `${alerted.url}/canary`,
    OTLP_ENDPOINT: collector.url,
    PAGE_KEY: pageKey,
  },
  { persist: storage },
)
let running = true
const stop = async () => {
  if (running) await worker.stop()
  running = false
}
afterAll(async () => {
  await Promise.all([stop(), collector.close(), alerted.close(), emulator.close()])
  rmSync(storage, { force: true, recursive: true })
})

const answers: Array<string> = []
const answered = async (asked: Promise<Response>) => {
  const response = await asked
  const body = await response.text()
  answers.push(JSON.stringify([...response.headers]) + body)
  return { body, status: response.status }
}

/** Without a time in it, a signature is the same whenever the same is sent. */
const signatures = () => new Set(emulator.received().flatMap(({ headers }) => headers["x-signature"] ?? []))

/** Whether a text holds what nobody but the Worker and a provider may know. */
const expectNoSecret = (text: string) => {
  const said = text.slice(0, 2_000)
  expect(canariesIn(text), said).toEqual([])
  for (const signature of signatures()) expect(formsIn(text, signature), said).toEqual([])
}

const created: Array<string> = []
describe.each(routes)("%s tells its caller nothing", (operation, route) => {
  const ask = (key: string, changes: Readonly<Record<string, string>> = {}, text = magpie) => {
    const headers = { ...heads, "idempotency-key": `"canary ${key} ${operation}"`, ...changes }
    return answered(post(worker, route, { body: bodyWith(text, route), headers }))
  }

  it("of what it is asked with", async () => {
    const [first, again] = [await ask("1"), await ask("1")]
    expect(again).toEqual(first)
    created.push(...Object.values(JSON.parse(first.body) as Record<string, string>))
    const others = [
      await ask("1", {}, "canary"),
      await ask("2", { authorization: "Bearer wrong-canary" }),
      await ask("2", { "content-type": "text/canary" }),
      await ask("2", { "idempotency-key": '"canary' }),
    ]
    const statuses = [first, ...others].map(({ status }) => status)
    expect(statuses).toEqual([201, 422, 401, 415, 400])
  })

  it.each(Object.keys(quotingFaults(route, [])))("where a provider %s", async (name) => {
    const [status, fault] = quotingFaults(route, signatures())[name] ?? expect.fail("no fault")
    emulator.fail({ fault, operation })
    expect([(await ask(name)).status, (await ask(name)).status]).toEqual([status, status])
    emulator.heal()
  })
})

it("tells nobody of contracts that fail", async () => {
  for (const [operation, route] of routes) {
    const [, fault] = quotingFaults(route, signatures())["refuses"] ?? expect.fail("no fault")
    emulator.fail({ fault, operation })
  }
  const asked = (path: string, method = "GET") =>
    answered(fetch(`${worker.url}${path}`, { headers: heads, method }))
  expect((await asked("/v1/contracts/runs", "POST")).status).toBe(202)
  await vi.waitFor(
    async () => {
      const { body } = await asked("/v1/contracts")
      expect(JSON.parse(body)).toMatchObject({ runs: [expect.anything()], under_way: null })
      expect(body).toContain('"drift"')
    },
    { interval: 50, timeout: 15_000 },
  )
  expect((await answered(enterKey(worker, "wrong-page-key-canary"))).status).toBe(403)
  expect((await answered(enterKey(worker, pageKey))).status).toBe(303)
  const { cookie } = await entered(worker, pageKey)
  const page = fetch(`${worker.url}/contracts`, {
    headers: { ...heads, cookie: `${heads.cookie}; ${cookie}` },
  })
  expect((await answered(page)).body).toContain("drift")
  await vi.waitUntil(() => alerted.received.length > 0)
  for (const { body } of alerted.received) expectNoSecret(String(body))
  emulator.heal()
})

it("tells nobody anything: in answers, in the log, to a collector, on the disk", async () => {
  // What is under way when a machine stops is on its disk too.
  const [, route] = routes.find(([, { repeatable }]) => !repeatable) ?? expect.fail("no route")
  emulator.fail({ fault: { kind: "delay", ms: 3_600_000 } })
  const before = emulator.received().length
  const headers = { ...heads, "idempotency-key": '"canary, under way"' }
  const brokenOff = post(worker, route, { body: bodyWith(magpie, route), headers }).catch(() => undefined)
  await vi.waitUntil(() => emulator.received().length > before && worker.logs().length >= answers.length)
  await stop()
  await brokenOff

  const exported = collector.received.map(({ body, headers, target }) =>
    [target, JSON.stringify(headers), body].join("\n"),
  )
  const stored = readdirSync(storage, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    // Texts are stored with a byte to a character, or two.
    .map(({ name, parentPath }) => name + readFileSync(join(parentPath, name), "latin1").replaceAll("\0", ""))
  for (const text of [...answers, ...worker.logs(), ...exported, ...stored]) expectNoSecret(text)
  for (const text of [...worker.logs(), ...exported]) {
    expect(formsIn(text, magpie), text).toEqual([])
    for (const value of created) expect(text).not.toContain(value)
  }

  // Where nothing was said or stored, nothing of this would mean anything.
  expect(signatures().size).toBeGreaterThan(1)
  expect(created.length).toBeGreaterThanOrEqual(2 * routes.length)
  for (const what of [...created, "under-way", "drift"]) expect(stored.join()).toContain(what)
  for (const what of ["/v1/traces", "/v1/metrics"]) expect(exported.join()).toContain(what)
})
