import { once } from "node:events"
import { createServer, type ServerResponse } from "node:http"
import { afterAll, describe, expect, it, vi } from "vitest"
import { callerKeys } from "../caller-keys.ts"
import { environment } from "../emulator/credentials.ts"
import { startEmulator } from "../emulator/server.ts"
import { callerKey, post, problemOf, routes } from "../routes.ts"
import { startWorker } from "./start-worker.ts"

/** Calls under way in one isolate, at the most. */
const mostUnderWay = 500
const callerLimit = 5

const emulator = await startEmulator()

/** Stands before the emulator and holds what it has to say until it is released. */
const held: Array<() => void> = []
let holding = true
const gate = createServer((request, response) => {
  const chunks: Array<Buffer> = []
  request.on("data", (chunk: Buffer) => chunks.push(chunk))
  request.on("end", () => {
    const { headers, method = "", url = "" } = request
    const relay = () =>
      void relayed(`${emulator.url}${url}`, method, headers, Buffer.concat(chunks), response)
    if (holding) held.push(relay)
    else relay()
  })
}).listen(0, "127.0.0.1")
gate.keepAliveTimeout = 0
await once(gate, "listening")

const relayed = async (
  url: string,
  method: string,
  headers: NodeJS.Dict<string | Array<string>>,
  body: Buffer,
  response: ServerResponse,
) => {
  const passed = Object.entries(headers).flatMap(([name, value]) =>
    typeof value !== "string" || /^(connection|content-length|host|transfer-encoding)$/.test(name)
      ? []
      : [[name, value] as [string, string]],
  )
  const answer = await fetch(url, { body: Uint8Array.from(body), headers: passed, method })
  response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text())
}

const address = gate.address()
const gateUrl = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`
const keys = { CALLER_KEYS: callerKeys({ alice: [callerKey], bob: ["key-of-bob"] }) }
const [worker, limited] = await Promise.all([
  startWorker({ ...environment(gateUrl), ...keys }),
  startWorker({ ...environment(emulator.url), ...keys }, { callerLimit }),
])
afterAll(async () => {
  await Promise.all([worker.stop(), limited.stop(), emulator.close()])
  gate.closeAllConnections()
  gate.close()
})

// What is not repeatable has all of the deadline for its one attempt, and is not asked again while it is held.
const patient = routes.filter(([, { repeatable }]) => !repeatable)
const called = (all: typeof routes, at: number) => all[at % all.length]?.[1] ?? expect.fail("no route")

it(`of ${mostUnderWay + 1} calls under way the last is shed; the rest go on, and all is well after them`, async () => {
  const underWay = Array.from({ length: mostUnderWay }, (_, at) => post(worker, called(patient, at)))
  await vi.waitFor(() => expect(held).toHaveLength(mostUnderWay), { interval: 5, timeout: 10_000 })
  const headers = { "idempotency-key": crypto.randomUUID() }
  for (const [, route] of routes) {
    const shed = await post(worker, route, { headers })
    expect([shed.status, shed.headers.get("retry-after")]).toEqual([503, "1"])
    expect(await problemOf(shed)).toMatchObject({
      detail: expect.stringContaining("Nothing was done"),
      type: "/docs#overloaded",
    })
  }
  expect((await fetch(`${worker.url}/health`)).status).toBe(200)
  expect(held).toHaveLength(mostUnderWay)

  holding = false
  for (const release of held) release()
  const answers = await Promise.all(underWay)
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
  // What was shed has left nothing behind: its key is free, and the provider is asked once.
  emulator.forget()
  for (const [, route] of routes) expect((await post(worker, route, { headers })).status).toBe(201)
  expect(emulator.received()).toHaveLength(routes.length)
}, 30_000)

describe(`a caller that asks more often than ${callerLimit} times in ten seconds`, () => {
  // Twice what two windows let through: the clock may turn to the next one in between.
  const asked = 4 * callerLimit

  it.each(routes)("%s: is told to come back, and no other caller is", async (operation, route) => {
    emulator.forget()
    const answers = await Promise.all(Array.from({ length: asked }, () => post(limited, route)))
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused.length).toBeGreaterThanOrEqual(asked - 2 * callerLimit)
    for (const response of refused) {
      expect(response.headers.get("retry-after")).toBe("10")
      expect(await problemOf(response)).toMatchObject({ type: "/docs#too-many-requests" })
    }
    const admitted = answers.filter(({ status }) => status === 201)
    expect(admitted.length + refused.length).toBe(asked)
    expect(emulator.received({ operation })).toHaveLength(admitted.length)
    expect((await fetch(`${limited.url}/health`)).status).toBe(200)
    const headers = { authorization: "Bearer key-of-bob" }
    expect((await post(limited, route, { headers })).status).toBe(201)
  })
})
