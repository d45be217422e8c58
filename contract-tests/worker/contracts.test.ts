import { afterAll, beforeEach, expect, it, vi } from "vitest"
import * as Schema from "effect/Schema"
import { History } from "../../src/contract/history.ts"
import { underContract } from "../../src/worker/contract-runs.ts"
import { startServer } from "../bare-server.ts"
import { callerKeys } from "../caller-keys.ts"
import { environment } from "../emulator/credentials.ts"
import type { Fault } from "../emulator/fault.ts"
import { startEmulator } from "../emulator/server.ts"
import { entered } from "../entered-key.ts"
import { emulatorSubjects } from "../targets.ts"
import { startWorker } from "./start-worker.ts"

const key = "caller-key-canary"
const pageKey = "page-key-canary"
const credentials = {
  payNow: { key: "pnapi_v1_canary" },
  paywintDeveloper: { key: "developer-key-canary", secret: "developer-secret-canary" },
  paywintPlatform: { id: "e0000000-0000-4000-8000-000000000001", secret: "platform-secret-canary" },
}
const emulator = await startEmulator({ credentials })
const receiver = await startServer(() => ({ status: 200 }))
const production = "https://api.paywint.com"
const worker = await startWorker({
  ...emulatorSubjects,
  ...environment(emulator.url, credentials),
  CALLER_KEYS: callerKeys({ alice: [key] }),
  CONTRACT_ALERT_URL: `${receiver.url}/hook`,
  PAGE_KEY: pageKey,
  PAYWINT_DEVELOPER_BASE_URL: production,
})
afterAll(() => Promise.all([worker.stop(), receiver.close(), emulator.close()]))
beforeEach(() => emulator.reset())

const developer = "PaywintDeveloper.createCheckoutToken"
const payNow = "PayNow.createCheckoutSession"

const decode = Schema.decodeUnknownSync(History)
const history = async () => {
  const headers = { authorization: `Bearer ${key}` }
  return decode(await (await fetch(`${worker.url}/v1/contracts`, { headers })).json())
}
/** The page as a browser gets it in which the key was entered. */
const page = async () =>
  (await fetch(`${worker.url}/contracts`, { headers: await entered(worker, pageKey) })).text()
const start = (authorization = `Bearer ${key}`) =>
  fetch(`${worker.url}/v1/contracts/runs`, { headers: { authorization }, method: "POST" })

/** Waits until nothing is under way, and gives what is kept. */
const ended = () =>
  vi.waitFor(
    async () => {
      const known = await history()
      expect(known.under_way).toBeNull()
      return known
    },
    { interval: 25, timeout: 15_000 },
  )

/** Runs contracts to their end. */
const run = async () => {
  expect((await start()).status).toBe(202)
  return ended()
}
const verdicts = ({ runs: [latest] }: typeof History.Type) =>
  Object.fromEntries(latest?.operations.map(({ operation, verdict }) => [operation, verdict]) ?? [])
const passing = {
  ...Object.fromEntries(underContract.map(({ operation }) => [operation, "pass"])),
  [developer]: "skipped",
}
const alerted = () => receiver.received.map(({ body }) => (JSON.parse(String(body)) as { text: string }).text)

it("nothing has run before the first run", async () => {
  expect(await history()).toEqual({ runs: [], under_way: null })
})

it("starts for a caller with a key, and for no other", async () => {
  for (const authorization of ["", "Bearer nobody's"]) expect((await start(authorization)).status).toBe(401)
  expect((await history()).under_way).toBeNull()
  expect(verdicts(await run())).toEqual(passing)
})

it("runs one at a time", async () => {
  const before = (await history()).runs.length
  emulator.fail({ fault: { kind: "delay", ms: 500 }, operation: payNow, times: 1 })
  const first = await start()
  const second = await start()
  expect([first.status, second.status]).toEqual([202, 409])
  expect(await second.json()).toMatchObject({ status: 409, type: expect.stringContaining("run-under-way") })
  expect((await history()).under_way).toMatch(/^\d{4}-\d\d-\d\dT/)
  expect((await ended()).runs).toHaveLength(before + 1)
})

it("runs on the schedule", async () => {
  const before = (await history()).runs.length
  expect((await fetch(`${worker.url}/cdn-cgi/handler/scheduled`)).status).toBe(200)
  const after = await ended()
  expect(after.runs).toHaveLength(before + 1)
  expect(verdicts(after)).toEqual(passing)
})

it("never asks production", async () => {
  const { runs } = await run()
  const result = runs[0]?.operations.find(({ operation }) => operation === developer)
  expect(result).toEqual({
    api: "paywint-developer",
    note: "api.paywint.com is not a sandbox; production is never tested",
    operation: developer,
    scenarios: [],
    verdict: "skipped",
  })
})

it("tells once that drift begins, and once that it ends", async () => {
  const fault: Fault = { kind: "patch", patch: [{ op: "replace", path: "/token", value: 7 }] }
  const told = [
    expect.stringMatching(
      /^Contracts against sandbox\nPayNow.createCheckoutSession: drift, opened .*\n {2}breaking \/response\/body\/token: expected string; got number$/,
    ),
    expect.stringMatching(/^Contracts against sandbox\nPayNow.createCheckoutSession: resolved .*$/),
  ]
  expect(alerted()).toEqual([])
  emulator.fail({ fault, operation: payNow })
  expect(verdicts(await run())).toEqual({ ...passing, [payNow]: "drift" })
  // An alert may still be on its way when its run has ended.
  await vi.waitFor(() => expect(alerted()).toEqual(told.slice(0, 1)))
  await run()
  emulator.heal()
  expect(verdicts(await run())).toEqual(passing)
  await vi.waitFor(() => expect(alerted()).toEqual(told))
  await run()
  expect(alerted()).toEqual(told)
  for (const { headers, method, target } of receiver.received) {
    expect([method, target, headers["content-type"]]).toEqual(["POST", "/hook", "application/json"])
  }
})

it("shows on the page what is stored", async () => {
  emulator.fail({ fault: { kind: "status", status: 503 }, operation: "PaywintPlatform.createPaymentLink" })
  const { runs } = await run()
  const html = await page()
  for (const operation of Object.keys(passing)) {
    const [, article = ""] = html.split(`<article aria-labelledby="${operation}">`)
    const own = article.slice(0, article.indexOf("</article>"))
    const stored = runs.map((run) => run.operations.find((result) => result.operation === operation)?.verdict)
    expect(/class="verdict (\w+)"/.exec(own)?.[1]).toBe(stored[0])
    const strip = [...own.matchAll(/<li class="(\w+)"/g)].map(([, verdict]) => verdict)
    expect(strip).toEqual(stored.reverse())
  }
})

it("says no secret anywhere", async () => {
  const said = [JSON.stringify(await history()), await page(), ...alerted(), ...worker.logs()].join("\n")
  expect(said).toContain(payNow)
  expect(said).not.toContain("canary")
})
