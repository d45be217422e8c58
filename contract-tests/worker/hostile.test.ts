import { afterAll, expect, it, vi } from "vitest"
import { callerKeys } from "../caller-keys.ts"
import { environment } from "../emulator/credentials.ts"
import { startEmulator } from "../emulator/server.ts"
import { hostileInputs } from "../hostile-inputs.ts"
import { faultsLogged, sendHostile } from "../hostile-run.ts"
import { callerKey } from "../routes.ts"
import { startWorker } from "./start-worker.ts"

const emulator = await startEmulator()
const worker = await startWorker({
  ...environment(emulator.url),
  CALLER_KEYS: callerKeys({ tests: [callerKey] }),
})
afterAll(() => Promise.all([worker.stop(), emulator.close()]))

const families = Map.groupBy(hostileInputs(400, 1), ({ name }) => name.replace(/^[^:]*: /, ""))

/** All lines that the Worker logged: they are there when that of a later request is. */
const logged = async () => {
  const id = crypto.randomUUID()
  await fetch(`${worker.url}/health`, { headers: { "x-request-id": id } })
  await vi.waitFor(() => expect(worker.logs().some((line) => line.includes(id))).toBe(true))
  return worker.logs()
}

it.each([...families])("%s: a 4xx, and nothing reaches a provider", async (_, inputs) => {
  emulator.forget()
  const { length: before } = await logged()
  const sent = await sendHostile(worker.url, [callerKey], inputs)
  const faults = sent.flatMap(({ fault, name }) => (fault === undefined ? [] : [`${name}: ${fault}`]))
  expect(new Set(faults)).toEqual(new Set())
  expect(emulator.received()).toEqual([])
  // Also of requests whose answers nobody got: what a caller breaks off is no fault of the Worker's.
  expect(faultsLogged((await logged()).slice(before))).toEqual([])
})
