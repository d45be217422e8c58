import { afterAll, describe, expect, it, vi } from "vitest"
import { environment } from "../emulator/credentials.ts"
import { startEmulator } from "../emulator/server.ts"
import { callerKeys } from "../caller-keys.ts"
import { callerKey, post, problemOf, routes } from "../routes.ts"
import { type RunningWorker, startWorker } from "./start-worker.ts"

const emulator = await startEmulator()
const configuration = { ...environment(emulator.url), CALLER_KEYS: callerKeys({ tests: [callerKey] }) }
afterAll(() => emulator.close())

const names = Object.keys(configuration)

/** A Worker with changes to its configuration: `undefined` takes a variable away. */
const configured = async <A>(
  changes: Readonly<Record<string, string | undefined>>,
  use: (worker: RunningWorker) => Promise<A>,
) => {
  const all: Readonly<Record<string, string | undefined>> = { ...configuration, ...changes }
  const vars = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  const worker = await startWorker(Object.fromEntries(vars))
  return use(worker).finally(() => worker.stop())
}

/** What each API answers, and which variables its problem names. */
const answers = async (worker: RunningWorker): Promise<Readonly<Record<string, ReadonlyArray<unknown>>>> => {
  const all = await Promise.all(
    routes.map(async ([, route]) => {
      const response = await post(worker, route)
      if (response.status === 201) return [route.api, [201]] as const
      const { detail, type } = await problemOf(response)
      const named = names.filter((name) => String(detail).includes(name))
      return [route.api, [response.status, type, ...named]] as const
    }),
  )
  return Object.fromEntries(all)
}

const notConfigured = [503, "/docs#not-configured"]

describe("an API", { timeout: 30_000 }, () => {
  it("without its credentials answers 503 and names them; the others go on", () =>
    configured({ PAYWINT_PLATFORM_ID: undefined, PAYWINT_PLATFORM_SECRET: "" }, async (worker) => {
      expect(await answers(worker)).toEqual({
        "paywint-developer": [201],
        "paywint-platform": [...notConfigured, "PAYWINT_PLATFORM_ID", "PAYWINT_PLATFORM_SECRET"],
        paynow: [201],
      })
      expect((await fetch(`${worker.url}/health`)).status).toBe(200)
    }))

  it("names no credential that it has", () =>
    configured({ PAYNOW_API_KEY: undefined, PAYWINT_API_SECRET: undefined }, async (worker) => {
      expect(await answers(worker)).toEqual({
        "paywint-developer": [...notConfigured, "PAYWINT_API_SECRET"],
        "paywint-platform": [201],
        paynow: [...notConfigured, "PAYNOW_API_KEY"],
      })
    }))

  it("is not asked where its configuration is not safe, and none of that is shown", () =>
    configured(
      {
        PAYNOW_BASE_URL: "http://canary.example",
        PAYWINT_API_SECRET: "canary\nx-injected: 1",
        PAYWINT_PLATFORM_BASE_URL: "https://user:canary@api.example",
      },
      async (worker) => {
        expect(await answers(worker)).toEqual({
          "paywint-developer": [...notConfigured, "PAYWINT_API_SECRET"],
          "paywint-platform": [...notConfigured, "PAYWINT_PLATFORM_BASE_URL"],
          paynow: [...notConfigured, "PAYNOW_BASE_URL"],
        })
        const said = await Promise.all(routes.map(async ([, route]) => (await post(worker, route)).text()))
        expect(said.join() + worker.logs().join()).not.toContain("canary")
      },
    ))
})

describe("CALLER_KEYS", { timeout: 30_000 }, () => {
  it("that are absent let nobody in: 401", () =>
    configured({ CALLER_KEYS: undefined }, async (worker) => {
      for (const [status, type] of Object.values(await answers(worker))) {
        expect([status, type]).toEqual([401, "/docs#caller-unknown"])
      }
    }))

  it("that can't be read let nobody in either: 503", () =>
    configured({ CALLER_KEYS: '{"tests": ["canary"]}' }, async (worker) => {
      for (const answer of Object.values(await answers(worker))) {
        expect(answer).toEqual([...notConfigured, "CALLER_KEYS"])
      }
      const [, route] = routes[0] ?? expect.fail("no route")
      expect((await (await post(worker, route)).text()) + worker.logs().join()).not.toContain("canary")
      expect((await fetch(`${worker.url}/health`)).status).toBe(200)
    }))

  it("let a caller in by any of its keys, so that they can be rotated", () =>
    configured({ CALLER_KEYS: callerKeys({ alice: ["old", "new"], bob: ["other"] }) }, async (worker) => {
      const [, route] = routes[0] ?? expect.fail("no route")
      for (const [key, status, caller] of [
        ["old", 201, "alice"],
        ["new", 201, "alice"],
        ["other", 201, "bob"],
        ["older", 401, undefined],
      ] as const) {
        const id = crypto.randomUUID()
        const headers = { authorization: `Bearer ${key}`, "x-request-id": id }
        expect((await post(worker, route, { headers })).status).toBe(status)
        await vi.waitFor(() => expect(worker.logs().join()).toContain(id))
        const line = worker.logs().find((line) => line.includes(id)) ?? "{}"
        expect(JSON.parse(line).message?.caller).toBe(caller)
      }
    }))
})
