/** The object that runs contracts, where its machine dies, or where Cloudflare rings its alarm again. */
import { DatabaseSync } from "node:sqlite"
import { afterAll, beforeEach, expect, it, vi } from "vitest"
import type { History } from "../../src/contract/history.ts"
import type { ObjectState } from "../../src/worker/cloudflare.ts"
import { ContractRuns, underContract } from "../../src/worker/contract-runs.ts"
import type { Env } from "../../src/worker/env.ts"
import { startServer } from "../bare-server.ts"
import { environment } from "../emulator/credentials.ts"
import { startEmulator } from "../emulator/server.ts"
import { emulatorSubjects } from "../targets.ts"

const emulator = await startEmulator()
const receiver = await startServer(() => ({ status: 200 }))
afterAll(() => Promise.all([emulator.close(), receiver.close()]))
beforeEach(() => {
  emulator.reset()
  receiver.received.length = 0
})

const none: Env["CONTRACT_RUNS"] = {
  getByName: () => {
    throw new Error("There is no such object")
  },
}
const env = {
  CONTRACT_ALERT_URL: receiver.url,
  CONTRACT_RUNS: none,
  IDEMPOTENT_CALLS: none,
  ...emulatorSubjects,
  ...environment(emulator.url),
}

/** A place to store that outlives a machine, and the alarms that were set. */
const newStorage = () => {
  const database = new DatabaseSync(":memory:")
  const alarms: Array<number> = []
  const kv = new Map<string, unknown>()
  const state: ObjectState = {
    storage: {
      deleteAlarm: async () => undefined,
      deleteAll: async () => undefined,
      kv: {
        get: (key) => kv.get(key),
        put: (key, value) => void kv.set(key, value),
      },
      setAlarm: async (time) => void alarms.push(time),
      sql: {
        exec: <Row extends Record<string, string>>(
          query: string,
          ...values: ReadonlyArray<string | number>
        ) => {
          const rows = database.prepare(query).all(...values)
          return { toArray: () => rows as Array<Row> }
        },
      },
    },
    waitUntil: () => undefined,
  }
  return { alarms, state }
}
const ask = async <A>(object: ContractRuns, path: string) =>
  (await (await object.fetch(new Request(`https://contract-runs${path}`))).json()) as A
const history = (object: ContractRuns) => ask<History>(object, "/history")
const alerted = () => receiver.received.map(({ body }) => String(body))
const nothing = () => new Promise<never>(() => undefined)

it("performs a run once, however often its alarm rings", async () => {
  const { alarms, state } = newStorage()
  const object = new ContractRuns(state, env)
  expect([await ask(object, "/start"), await ask(object, "/start")]).toEqual([true, false])
  expect(alarms).toHaveLength(1)
  await Promise.all([object.alarm(), object.alarm()])
  const sent = emulator.received().length
  expect(sent).toBeGreaterThan(0)
  await object.alarm()
  await new ContractRuns(state, env).alarm()
  expect(emulator.received()).toHaveLength(sent)
  const { runs, under_way } = await history(object)
  expect([runs.length, runs[0]?.operations.map(({ verdict }) => verdict), under_way]).toEqual([
    1,
    underContract.map(() => "pass"),
    null,
  ])
  expect(alerted()).toEqual([])
})

it("does not repeat a run whose machine died, and alerts once until a run ends", async () => {
  const { alarms, state } = newStorage()
  const fetch = vi.spyOn(globalThis, "fetch").mockImplementation(nothing)
  const first = new ContractRuns(state, env)
  await ask(first, "/start")
  void first.alarm()
  await vi.waitFor(() => expect(fetch).toHaveBeenCalled())
  fetch.mockRestore()
  // Somebody rings even where Cloudflare does not by itself: a quarter of an hour later.
  expect(alarms).toHaveLength(2)
  expect((alarms[1] ?? 0) - (alarms[0] ?? 0)).toBeGreaterThan(14 * 60_000)

  const second = new ContractRuns(state, env)
  expect((await history(second)).under_way).not.toBeNull()
  await second.alarm()
  const { runs, under_way } = await history(second)
  expect(under_way).toBeNull()
  expect(runs).toMatchObject([{ note: expect.stringContaining("broke off") }])
  expect(runs[0]?.operations.map(({ verdict }) => verdict)).toEqual(underContract.map(() => "skipped"))
  expect(emulator.received()).toEqual([])
  expect(alerted()).toEqual([expect.stringMatching(/contract run: outage, opened .*broke off/)])

  expect(await ask(second, "/start")).toBe(true)
  await second.alarm()
  expect(emulator.received().length).toBeGreaterThan(0)
  expect((await history(second)).runs).toHaveLength(2)
  expect(alerted().slice(1)).toEqual([expect.stringContaining("contract run: resolved")])
})

it("ends a run that can't be stored, and the next one begins", async () => {
  const { state } = newStorage()
  const { exec } = state.storage.sql
  const full: ObjectState = {
    ...state,
    storage: {
      ...state.storage,
      sql: {
        exec: <Row extends Record<string, string>>(
          query: string,
          ...values: ReadonlyArray<string | number>
        ) => {
          if (query.startsWith("INSERT INTO run")) throw new Error("database or disk is full")
          return exec<Row>(query, ...values)
        },
      },
    },
  }
  const object = new ContractRuns(full, env)
  await ask(object, "/start")
  await object.alarm()
  expect(await history(object)).toEqual({ runs: [], under_way: null })
  expect(alerted()).toEqual([expect.stringContaining("could not be stored")])
  expect(await ask(object, "/start")).toBe(true)
})

it("deletes old runs that together are too long to be read at once", async () => {
  const { state } = newStorage()
  const object = new ContractRuns(state, env)
  const rows = (query: string) => state.storage.sql.exec<{ length: string }>(query).toArray()
  for (const length of [1, 1_500_000, 1_500_000, 1_500_000]) {
    state.storage.sql.exec("INSERT INTO run (run) VALUES (?)", " ".repeat(length))
  }
  await ask(object, "/start")
  await object.alarm()
  expect(rows("SELECT LENGTH(run) AS length FROM run").map(({ length }) => length)).toEqual([
    1_500_000,
    1_500_000,
    expect.any(Number),
  ])
})
