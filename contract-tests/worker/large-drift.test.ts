/** A provider that answers far more than its document says, in workerd, where a row is at most 2 MB. */
import * as Schema from "effect/Schema"
import { afterAll, expect, it, vi } from "vitest"
import { History } from "../../src/contract/history.ts"
import { underContract } from "../../src/worker/contract-runs.ts"
import { startServer } from "../bare-server.ts"
import { callerKeys } from "../caller-keys.ts"
import { environment } from "../emulator/credentials.ts"
import { startEmulator } from "../emulator/server.ts"
import { emulatorSubjects } from "../targets.ts"
import { startWorker } from "./start-worker.ts"

vi.setConfig({ testTimeout: 60_000 })

const key = "caller-key"
const session = { id: "411486491630370816", token: "t", url: "https://pay.example/c" }
const extra = Object.fromEntries(Array.from({ length: 40_000 }, (_, n) => [`property${n}`, 1]))
let body = JSON.stringify({ ...session, ...extra })
const provider = await startServer(() => ({
  body,
  headers: { "content-type": "application/json" },
  status: 200,
}))
const receiver = await startServer(() => ({ status: 200 }))
const emulator = await startEmulator()
const worker = await startWorker({
  ...emulatorSubjects,
  ...environment(emulator.url),
  CALLER_KEYS: callerKeys({ alice: [key] }),
  CONTRACT_ALERT_URL: receiver.url,
  PAYNOW_BASE_URL: provider.url,
})
afterAll(() => Promise.all([worker.stop(), provider.close(), receiver.close(), emulator.close()]))

const authorization = `Bearer ${key}`
const history = async () =>
  Schema.decodeUnknownSync(History)(
    await (await fetch(`${worker.url}/v1/contracts`, { headers: { authorization } })).json(),
  )
const run = async () => {
  const asked = provider.received.length
  const response = await fetch(`${worker.url}/v1/contracts/runs`, {
    headers: { authorization },
    method: "POST",
  })
  expect(response.status).toBe(202)
  return vi.waitFor(
    async () => {
      const known = await history()
      expect(known.under_way).toBeNull()
      expect(provider.received.length).toBeGreaterThan(asked)
      return known.runs.map(({ operations }) => operations.find(({ api }) => api === "paynow"))
    },
    { interval: 50, timeout: 30_000 },
  )
}

/** The requests of a run to PayNow: an invalid one is never sent. */
const sent = underContract
  .filter(({ api }) => api === "paynow")
  .flatMap(({ scenarios }) => scenarios.filter(({ expect }) => expect !== "InvalidRequest")).length

it("ends, is stored and alerted once, and the next run begins", async () => {
  const [first] = await run()
  expect(first?.verdict).toBe("drift")
  const success = first?.scenarios.find(({ scenario }) => scenario === "success")
  expect(success?.drift.length).toBeGreaterThan(0)
  expect(success?.drift.length).toBeLessThan(22)
  // Of each operation the success, the rejected and the unauthorized: each was sent once.
  expect(provider.received).toHaveLength(sent)
  await vi.waitFor(() => expect(receiver.received).toHaveLength(1))

  expect(await run()).toHaveLength(2)
  expect(provider.received).toHaveLength(2 * sent)
  expect(receiver.received).toHaveLength(1)
})

it("and so does a run whose provider's answer is longer than the limit", async () => {
  body = JSON.stringify({ ...session, padding: "x".repeat(3 * 1024 * 1024) })
  const [latest] = await run()
  expect(latest?.verdict).toBe("drift")
  expect(JSON.stringify(latest).length).toBeLessThan(20_000)
  expect(worker.logs().filter((line) => line.includes("could not be"))).toEqual([])
})
