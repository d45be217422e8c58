import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, expect, it, vi } from "vitest"
import { unstable_startWorker } from "wrangler"
import { readFixtures } from "../fixtures.ts"
import { offline } from "../wrangler.ts"
import { everything } from "./harness-worker.ts"

// Beside other tests a process may take its time.
vi.setConfig({ hookTimeout: 30_000, testTimeout: 30_000 })

Object.assign(process.env, offline)

// A configuration of its own: the project's has a Durable Object, which this Worker does not.
const folder = mkdtempSync(join(tmpdir(), "harness-"))
const config = join(folder, "wrangler.json")
writeFileSync(config, JSON.stringify({ compatibility_date: "2026-11-01", name: "harness" }))
const worker = await unstable_startWorker({
  config,
  dev: {
    inspector: false,
    logLevel: "error",
    persist: false,
    server: { hostname: "127.0.0.1", port: 0 },
    watch: false,
  },
  entrypoint: fileURLToPath(new URL("harness-worker.ts", import.meta.url)),
})
afterAll(async () => {
  await worker.dispose()
  rmSync(folder, { recursive: true })
})

it("records, replays, checks, redacts and verifies in workerd as in Node", async () => {
  const fixtures = readFixtures().map(({ fixture }) => fixture)
  const here = await everything(fixtures)
  expect(here.outcomes.length).toBeGreaterThan(0)
  for (const { checked, fixture, recorded } of here.outcomes) {
    const { departures, ending, exchange } = fixture
    expect(checked).toEqual([])
    expect(recorded).toMatchObject({ departures, ending, exchange })
  }
  expect(JSON.stringify(here)).not.toContain("canary")
  expect(here.verified.map(({ verdict }) => verdict)).toEqual(here.verified.map(() => "pass"))

  const { origin } = await worker.url
  const inWorkerd: unknown = await (
    await fetch(origin, { body: JSON.stringify(fixtures), method: "POST" })
  ).json()
  expect(inWorkerd).toEqual(JSON.parse(JSON.stringify(here)))
})
