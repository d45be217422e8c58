/**
 * A Worker and a Durable Object one release apart: in a gradual deployment either may be the older one, and what one
 * release stored the next one reads, as does the one before after a rollback.
 */
import { copyFileSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import * as Schema from "effect/Schema"
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest"
import { History } from "../../src/contract/history.ts"
import { startServer } from "../bare-server.ts"
import { buildWorker } from "../build-worker.ts"
import { callerKeys } from "../caller-keys.ts"
import { environment } from "../emulator/credentials.ts"
import type { Fault } from "../emulator/fault.ts"
import { startEmulator } from "../emulator/server.ts"
import { callerKey, post, type Route, routes } from "../routes.ts"
import { emulatorSubjects } from "../targets.ts"
import { startWorkerd, type Workerd } from "../workerd.ts"
import { offline } from "../wrangler.ts"

Object.assign(process.env, offline)
const scratch = mkdtempSync(join(tmpdir(), "edge-checkout-releases-"))
const previous = join(scratch, "previous.js")
copyFileSync(fileURLToPath(new URL("../previous-release/worker.js", import.meta.url)), previous)
const releases = { previous, this: await buildWorker(scratch) }
type Release = keyof typeof releases
const other: Readonly<Record<Release, Release>> = { previous: "this", this: "previous" }

const emulator = await startEmulator()
beforeEach(() => emulator.reset())
afterAll(async () => {
  await emulator.close()
  rmSync(scratch, { recursive: true })
})

const start = (
  worker: Release,
  objects: Release,
  storage: string,
  vars: Readonly<Record<string, string>> = {},
) =>
  startWorkerd(
    releases[worker],
    { ...environment(emulator.url), ...vars, CALLER_KEYS: callerKeys({ tests: [callerKey] }) },
    { objects: releases[objects], storage },
  )

/** The part of an answer that every release has to agree on. */
const ask = async (served: Workerd, route: Route, key: string, body?: string) => {
  const headers = { "idempotency-key": `"${key}"` }
  const response = await post(served, route, body === undefined ? { headers } : { body, headers })
  const text = await response.text()
  const { outcome, type } = JSON.parse(text) as { readonly outcome?: string; readonly type?: string }
  return {
    outcome,
    replayed: response.headers.get("idempotent-replayed"),
    retryAfter: response.headers.get("retry-after"),
    status: response.status,
    text,
    type,
  }
}

const guarded = routes.filter(([, { repeatable }]) => !repeatable)
const unavailable: Fault = { kind: "status", retryAfter: "5", status: 503 }
const changed = (route: Route) =>
  JSON.stringify({ ...Object(route.input.body), ...Object(others[route.operation]) })
const others: Readonly<Record<string, object>> = {
  "PayNow.createCheckoutSession": { metadata: { reference: "2" } },
  "PaywintPlatform.createPaymentLink": { amount: 2 },
}

describe.each<[Release, Release]>([
  ["previous", "this"],
  ["this", "previous"],
])("the Worker of the %s release and objects of the %s one", (worker, objects) => {
  it.each(guarded)(
    "agree on every state of a key of %s, and so do those that follow",
    { timeout: 60_000 },
    async (_, route) => {
      const storage = mkdtempSync(join(scratch, "storage-"))
      const key = () => crypto.randomUUID()
      const [made, failed, broken] = [key(), key(), key()]
      const served = await start(worker, objects, storage)

      const first = await ask(served, route, made)
      expect(first).toMatchObject({ replayed: null, status: 201 })
      expect(await ask(served, route, made)).toEqual({ ...first, replayed: "true" })
      const mismatch = { status: 422, type: "/docs#idempotency-mismatch" }
      expect(await ask(served, route, made, changed(route))).toMatchObject(mismatch)
      expect(emulator.received()).toHaveLength(1)

      const freed = key()
      expect(await ask(served, route, freed, "{}")).toMatchObject({ outcome: "not-applied", status: 422 })
      emulator.fail({ fault: { kind: "status", status: 404 }, times: 1 })
      expect(await ask(served, route, freed)).toMatchObject({ outcome: "not-applied", status: 404 })
      expect(await ask(served, route, freed)).toMatchObject({ replayed: null, status: 201 })

      emulator.fail({ fault: unavailable, times: 1 })
      const unknown = await ask(served, route, failed)
      expect(unknown).toMatchObject({ outcome: "unknown", replayed: null, status: 502 })
      expect(await ask(served, route, failed)).toEqual({ ...unknown, replayed: "true" })

      emulator.reset()
      emulator.fail({ fault: { kind: "delay", ms: 60_000 }, times: 1 })
      const cut = expect(ask(served, route, broken)).rejects.toThrow()
      await vi.waitFor(() => expect(emulator.received()).toHaveLength(1))
      expect(await ask(served, route, broken)).toMatchObject({ status: 409, type: "/docs#under-way" })
      await served.stop()
      await cut

      // The same keys, whichever release is before them and whichever wrote them.
      for (const [before, behind] of [
        [worker, objects],
        [other[worker], other[objects]],
      ] as const) {
        const next = await start(before, behind, storage)
        expect(await ask(next, route, made)).toEqual({ ...first, replayed: "true" })
        expect(await ask(next, route, made, changed(route))).toMatchObject(mismatch)
        const { outcome, replayed, retryAfter, status, text } = await ask(next, route, failed)
        expect({ outcome, replayed, status, text }).toEqual({
          outcome: "unknown",
          replayed: "true",
          status: 502,
          text: unknown.text,
        })
        if (before === "this") expect(retryAfter).toBeNull()
        expect(await ask(next, route, broken)).toMatchObject({
          outcome: "unknown",
          status: 409,
          type: "/docs#broken-off",
        })
        await next.stop()
      }
      expect(emulator.received()).toHaveLength(1)
    },
  )
})

describe("contract runs", () => {
  const authorization = `Bearer ${callerKey}`
  const history = async ({ url }: Workerd) =>
    Schema.decodeUnknownSync(History)(
      await (await fetch(`${url}/v1/contracts`, { headers: { authorization } })).json(),
    )
  /** Performs a run; gives what PayNow's operation came to in each run that is kept, newest first. */
  const run = async (served: Workerd) => {
    const before = (await history(served)).runs.length
    await fetch(`${served.url}/v1/contracts/runs`, { headers: { authorization }, method: "POST" })
    return vi.waitFor(
      async () => {
        const { runs, under_way } = await history(served)
        expect([runs.length, under_way]).toEqual([before + 1, null])
        return runs.map(({ operations }) => operations.find(({ api }) => api === "paynow")?.verdict)
      },
      { interval: 50, timeout: 30_000 },
    )
  }

  it(
    "of the previous release are read, and nobody is told again of what it told",
    { timeout: 60_000 },
    async () => {
      const receiver = await startServer(() => ({ status: 200 }))
      const vars = { ...emulatorSubjects, CONTRACT_ALERT_URL: receiver.url }
      const storage = mkdtempSync(join(scratch, "storage-"))
      const told = () => receiver.received.map(({ body }) => String(body))
      emulator.fail({ fault: unavailable, operation: "PayNow.createCheckoutSession" })
      const before = await start("previous", "previous", storage, vars)
      expect(await run(before)).toEqual(["outage"])
      await vi.waitFor(() => expect(told()).toEqual([expect.stringContaining("outage, opened")]))
      // It begins when the one before has stored what it told.
      expect(await run(before)).toEqual(["outage", "outage"])
      await before.stop()

      const now = await start("this", "this", storage, vars)
      expect(await run(now)).toEqual(["outage", "outage", "outage"])
      emulator.reset()
      expect(await run(now)).toEqual(["pass", "outage", "outage", "outage"])
      await vi.waitFor(() => expect(told().slice(1)).toEqual([expect.stringContaining("resolved")]))
      await now.stop()

      const back = await start("previous", "previous", storage, vars)
      expect((await run(back)).slice(0, 3)).toEqual(["pass", "pass", "outage"])
      expect(told()).toHaveLength(2)
      await back.stop()
      await receiver.close()
    },
  )
})
