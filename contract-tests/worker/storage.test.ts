/** What the Durable Objects of keys leave on the disk. */
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { DatabaseSync } from "node:sqlite"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, describe, expect, it, vi } from "vitest"
import { buildWorker } from "../build-worker.ts"
import { callerKeys } from "../caller-keys.ts"
import { environment } from "../emulator/credentials.ts"
import { startEmulator } from "../emulator/server.ts"
import { callerKey, post, routes } from "../routes.ts"
import { startWorkerd, type Workerd } from "../workerd.ts"
import { offline } from "../wrangler.ts"

Object.assign(process.env, offline)
const scratch = mkdtempSync(join(tmpdir(), "edge-checkout-storage-"))
const script = await buildWorker(scratch)
const previous = join(scratch, "previous.js")
copyFileSync(fileURLToPath(new URL("../previous-release/worker.js", import.meta.url)), previous)
const emulator = await startEmulator()
afterAll(async () => {
  await emulator.close()
  rmSync(scratch, { recursive: true })
})
/** The tables of each object's database. */
const contents = (storage: string) =>
  readdirSync(join(storage, "IdempotentCalls"), { withFileTypes: true })
    .filter(({ name }) => /^[0-9a-f]{64}\.sqlite$/.test(name))
    .map(({ name, parentPath }) => {
      const database = new DatabaseSync(join(parentPath, name), { readOnly: true })
      const tables = database.prepare("SELECT name FROM sqlite_master ORDER BY name").all()
      database.close()
      return tables.map(({ name }) => name)
    })

const vars = { ...environment(emulator.url), CALLER_KEYS: callerKeys({ tests: [callerKey] }) }
const kept = ["_cf_KV", "_cf_METADATA"]
const guarded = routes.filter(([, { repeatable }]) => !repeatable)
const payNow = guarded.filter(([, { api }]) => api === "paynow")

const started = async (variables: Readonly<Record<string, string>> = vars) => {
  emulator.reset()
  const storage = mkdtempSync(join(scratch, "storage-"))
  return { storage, worker: await startWorkerd(script, variables, { storage }) }
}

describe.each(guarded)("%s", { timeout: 60_000 }, (_, route) => {
  it("leaves no storage of an input that is not valid", async () => {
    const { storage, worker } = await started()
    for (let n = 0; n < 30; n++) expect((await post(worker, route, { body: "{}" })).status).toBe(422)
    await worker.stop()
    expect(contents(storage)).toEqual([])
  })

  it("leaves nothing in the storage of a key that was freed, and an answer in that of another", async () => {
    const { storage, worker } = await started()
    emulator.fail({ fault: { kind: "status", status: 404 }, times: 2 })
    const statuses = []
    for (let n = 0; n < 3; n++) statuses.push((await post(worker, route)).status)
    await worker.stop()
    expect(statuses).toEqual([404, 404, 201])
    expect(contents(storage).sort()).toEqual([[], [], kept])
  })

  it("frees a key for the copies that arrive meanwhile, one of which makes the call", async () => {
    const { storage, worker } = await started()
    const refusals = 5
    const keys = Array.from({ length: 4 }, () => crypto.randomUUID())
    emulator.fail({ fault: { kind: "status", status: 404 }, times: refusals * keys.length })
    const copyOf = async (served: Workerd, key: string): Promise<string> => {
      const response = await post(served, route, { headers: { "idempotency-key": key } })
      const text = await response.text()
      if (response.status === 201) return text
      expect([404, 409]).toContain(response.status)
      expect(text).not.toContain("broken-off")
      return copyOf(served, key)
    }
    const copiesOf = (key: string) => Promise.all(Array.from({ length: 8 }, () => copyOf(worker, key)))
    const answers = await Promise.all(keys.map(copiesOf))
    expect(answers.map((copies) => new Set(copies).size)).toEqual(keys.map(() => 1))
    expect(emulator.received()).toHaveLength((refusals + 1) * keys.length)
    await worker.stop()
    expect(contents(storage)).toEqual(keys.map(() => kept))

    // Nor did a deletion that came late take what was kept after it.
    const again = await startWorkerd(script, vars, { storage })
    for (const [n, key] of keys.entries()) expect(await copyOf(again, key)).toBe(answers[n]?.[0])
    await again.stop()
    expect(emulator.received()).toHaveLength((refusals + 1) * keys.length)
  })
})

it.each(payNow)(
  "%s leaves nothing where its API is not configured",
  { timeout: 60_000 },
  async (_, route) => {
    const { storage, worker } = await started({ ...vars, PAYNOW_API_KEY: "" })
    expect((await post(worker, route)).status).toBe(503)
    await worker.stop()
    expect(contents(storage)).toEqual([[]])
  },
)

/** The times of the alarms that are set, in nanoseconds. */
const alarms = (storage: string) => {
  const database = new DatabaseSync(join(storage, "IdempotentCalls", "metadata.sqlite"))
  const select = database.prepare("SELECT scheduled_time AS time FROM _cf_ALARM")
  select.setReadBigInts(true)
  const times = select.all().map(({ time }) => Number(time))
  database.close()
  return times
}

/** Makes every alarm ring when workerd starts. An object compares it with a time that it has of its own. */
const ringAlarms = (storage: string) => {
  for (const name of readdirSync(join(storage, "IdempotentCalls"))) {
    if (!name.endsWith(".sqlite")) continue
    const database = new DatabaseSync(join(storage, "IdempotentCalls", name))
    if (name === "metadata.sqlite") database.exec("UPDATE _cf_ALARM SET scheduled_time = 1")
    else database.exec("UPDATE _cf_METADATA SET value = 1")
    database.close()
  }
}

it.each([
  ["this release", script],
  ["the previous release, which wrote no time", previous],
])(
  "an alarm that rings too early is set anew: a key settled by %s",
  { timeout: 60_000 },
  async (_, writer) => {
    emulator.reset()
    const storage = mkdtempSync(join(scratch, "storage-"))
    const [[, route] = expect.fail("no route")] = guarded
    const ask = (worker: Workerd) => post(worker, route, { headers: { "idempotency-key": "a" } })
    const day = 24 * 60 * 60_000

    const writing = await startWorkerd(writer, vars, { storage })
    expect((await ask(writing)).status).toBe(201)
    await writing.stop()
    ringAlarms(storage)

    const begun = Date.now()
    const reading = await startWorkerd(script, vars, { storage })
    await vi.waitFor(() => expect(alarms(storage)).not.toEqual([1]), { timeout: 20_000 })
    const [time = 0] = alarms(storage)
    // Of what has no time nobody knows when it was settled: it is kept as if that were now.
    expect(time / 1e6 - day).toBeGreaterThan(writer === previous ? begun - 1 : begun - 60_000)
    expect(time / 1e6 - day).toBeLessThan(Date.now() + 1)
    expect((await ask(reading)).headers.get("idempotent-replayed")).toBe("true")
    await reading.stop()
  },
)
