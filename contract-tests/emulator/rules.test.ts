import { afterAll, beforeEach, expect, it } from "vitest"
import { startEmulator } from "./server.ts"
import { bodyOf, callsTo, post } from "./test-calls.ts"

const emulator = await startEmulator()
const { platformToken, paymentLink } = callsTo(emulator.url)

beforeEach(() => emulator.reset())
afterAll(() => emulator.close())

it("obeys operation, skip, times and the order of rules", async () => {
  const operation = "PaywintPlatform.createCheckoutToken"
  emulator.fail({ operation, fault: { kind: "status", status: 500 }, skip: 1, times: 2 })
  emulator.fail({ operation, fault: { kind: "status", status: 503 }, times: 1 })
  expect((await paymentLink()).status).toBe(200)
  const statuses: Array<number> = []
  for (let call = 0; call < 5; call++) statuses.push((await platformToken()).status)
  expect(statuses).toEqual([503, 500, 500, 200, 200])
})

it("draws the same lots for the same seed", async () => {
  const run = async (seed: number) => {
    emulator.reset()
    emulator.fail({ fault: { kind: "status", status: 500 }, probability: 0.5, seed })
    for (let call = 0; call < 32; call++) await platformToken()
    return emulator.received().map(({ status }) => status)
  }
  const first = await run(1)
  expect(new Set(first)).toEqual(new Set([200, 500]))
  expect(await run(1)).toEqual(first)
  expect(await run(2)).not.toEqual(first)
})

it.each([
  [{ fault: { kind: "nonsense" } }, "reset-before"],
  [{ fault: { kind: "status" } }, "status"],
  [{ operation: "PayNow.refund", fault: { kind: "truncated" } }, "operation"],
  [{ fault: { kind: "truncated" }, tines: 1 }, "tines"],
  [{ operation: "PayNow.createCheckoutSession", fault: { kind: "unsuccessful" } }, "/success"],
  [{ fault: { kind: "patch", patch: [{ op: "remove", path: "/nowhere" }] } }, "/nowhere"],
  [{ fault: { kind: "patch", patch: [{ op: "add", path: "/x" }] } }, "value"],
  [{ fault: { kind: "headers", headers: { "a b": "c" } } }, "a b"],
])("refuses the rule %j and names what is wrong", async (rule, named) => {
  const response = await post(`${emulator.url}/__emulator/faults`, {}, JSON.stringify(rule))
  expect(response.status).toBe(400)
  expect((await bodyOf(response)).error).toContain(named)
  expect((await platformToken()).status).toBe(200)
})
