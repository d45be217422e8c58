/** A key is free again after a rejection only where it is known that nothing was done. */
import { afterAll, beforeEach, describe, expect, it } from "vitest"
import { startEmulator } from "./emulator/server.ts"
import { gatewayInProcess } from "./gateway-in-process.ts"
import { post, problemOf, routes } from "./routes.ts"

const emulator = await startEmulator()
const served = gatewayInProcess(emulator.url)
afterAll(() => Promise.all([served.stop(), emulator.close()]))
beforeEach(() => emulator.reset())

const money = routes.filter(([, { repeatable }]) => !repeatable)

describe.each(money)("%s", (_, route) => {
  const asked = async (status: number) => {
    emulator.fail({ fault: { kind: "status", status }, times: 1 })
    const headers = { "idempotency-key": `"${crypto.randomUUID()}"` }
    const problem = await problemOf(await post(served, route, { headers }))
    return { again: await post(served, route, { headers }), problem }
  }

  it.each([402, 423, 424, 460, 499])("keeps the key after %i, and replays the answer", async (status) => {
    const { again, problem } = await asked(status)
    const expected = { outcome: "unknown", provider_status: status, reason: "Rejected", status: 422 }
    expect(problem).toMatchObject(expected)
    expect(again.headers.get("idempotent-replayed")).toBe("true")
    expect(await problemOf(again)).toEqual(problem)
    expect(emulator.received()).toMatchObject([{ applied: true }])
  })

  it.each([400, 404, 405, 409, 413, 415, 422, 451])("frees the key after %i", async (status) => {
    const { again, problem } = await asked(status)
    expect(problem).toMatchObject({ outcome: "not-applied", provider_status: status, reason: "Rejected" })
    expect([again.status, again.headers.get("idempotent-replayed")]).toEqual([201, null])
    expect(emulator.received()).toMatchObject([{ applied: false }, { applied: true }])
  })

  it("is sent twice by Node itself after 421, in one attempt", async () => {
    emulator.fail({ fault: { kind: "status", status: 421 } })
    const problem = await problemOf(await post(served, route))
    expect(problem).toMatchObject({ attempts: 1, outcome: "not-applied", provider_status: 421 })
    expect(emulator.received()).toMatchObject([{ applied: false }, { applied: false }])
  })

  it("sends again after 425, under the same key", async () => {
    emulator.fail({ fault: { kind: "status", status: 425 }, times: 1 })
    expect((await post(served, route)).status).toBe(201)
    expect(emulator.received()).toMatchObject([{ applied: false }, { applied: true }])
  })
})
