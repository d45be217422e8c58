import { afterAll, expect, it } from "vitest"
import { callerKeys } from "../caller-keys.ts"
import { environment } from "../emulator/credentials.ts"
import { startEmulator } from "../emulator/server.ts"
import { callerKey, post, problemOf, routes } from "../routes.ts"
import { startWorker } from "./start-worker.ts"

const emulator = await startEmulator()
const worker = await startWorker({
  ...environment(emulator.url),
  CALLER_KEYS: callerKeys({ tests: [callerKey] }),
})
afterAll(() => Promise.all([worker.stop(), emulator.close()]))

// Operations of different APIs that take a key or none: each API has a breaker that no other test has touched.
const [one, other] = routes.filter(([, { repeatable }]) => repeatable).map(([, route]) => route)

const keyed = () => ({ headers: { "idempotency-key": `"${crypto.randomUUID()}"` } })
const unkeyed = () => ({ headers: { "idempotency-key": "" } })

it.each([
  ["keyed calls see the breaker that calls without a key opened", one, unkeyed, keyed],
  ["calls without a key see the breaker that keyed calls opened", other, keyed, unkeyed],
])("%s", async (_, route = expect.fail(), opening, seeing) => {
  // A wait that does not fit in the deadline: no attempt follows the first.
  emulator.fail({ fault: { kind: "status", retryAfter: "60", status: 503 } })
  for (let call = 0; call < 5; call++) expect((await post(worker, route, opening())).status).toBe(502)
  emulator.reset()
  const refused = await post(worker, route, seeing())
  expect(await problemOf(refused)).toMatchObject({ outcome: "not-applied", type: "/docs#circuit-open" })
  expect(emulator.received()).toHaveLength(0)
})
