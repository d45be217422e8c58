import { afterAll, beforeEach, describe, expect, it } from "vitest"
import { environment } from "../emulator/credentials.ts"
import type { Fault } from "../emulator/fault.ts"
import { startEmulator } from "../emulator/server.ts"
import { callerKeys } from "../caller-keys.ts"
import { callerKey, post, problemOf, type Route, routes } from "../routes.ts"
import { startWorker } from "./start-worker.ts"

const emulator = await startEmulator()
const worker = await startWorker({
  ...environment(emulator.url),
  CALLER_KEYS: callerKeys({ tests: [callerKey] }),
})

// The Worker's deadline is 15 s and nothing shortens it: the calls that meet silence begin first and are seen to last.
const silent = await startEmulator()
silent.fail({ fault: { kind: "delay", ms: 600_000 } })
const patient = await startWorker({
  ...environment(silent.url),
  CALLER_KEYS: callerKeys({ tests: [callerKey] }),
})
const timedOut = routes.map(([operation, route]) => ({ operation, response: post(patient, route), route }))

beforeEach(async () => {
  emulator.reset()
  // An answer from every API, or the failures of one test after the other would open its circuit breaker.
  await Promise.all(routes.map(([, route]) => post(worker, route)))
  emulator.forget()
})
afterAll(() => Promise.all([worker.stop(), patient.stop(), emulator.close(), silent.close()]))

interface Row {
  readonly fault: Fault
  readonly status: number
  readonly type: string
  readonly outcome: "not-applied" | "unknown"
  readonly attempts: (route: Route) => number
  readonly retryAfter?: string
  readonly providerStatus?: number
  readonly traced?: boolean
  readonly of?: "Paywint"
}

const one = () => 1
const all = () => 4
const whereRepeatable = ({ repeatable }: Route) => (repeatable ? 4 : 1)
const status = (code: number, retryAfter?: string): Fault => ({
  kind: "status",
  status: code,
  ...(retryAfter === undefined ? {} : { retryAfter }),
})

const rejected = { attempts: one, outcome: "not-applied", traced: true, type: "rejected" } as const
const unauthorized = { attempts: one, outcome: "not-applied", status: 502, type: "unauthorized" } as const
const limited = { outcome: "not-applied", status: 503, type: "rate-limited" } as const
const unavailable = { outcome: "unknown", status: 502, type: "unavailable" } as const
const unreachable = {
  attempts: whereRepeatable,
  outcome: "unknown",
  status: 502,
  type: "unreachable",
} as const
const declined = { attempts: one, of: "Paywint", outcome: "unknown", status: 502, type: "declined" } as const
const violation = { attempts: one, outcome: "unknown", status: 502, type: "contract-violation" } as const

const rows: ReadonlyArray<Row> = [
  { ...rejected, fault: status(400), providerStatus: 400, status: 422 },
  { ...rejected, fault: status(404), providerStatus: 404, status: 404 },
  { ...rejected, fault: status(409), providerStatus: 409, status: 409 },
  { ...rejected, fault: status(410), providerStatus: 410, status: 422 },
  { ...rejected, fault: status(422), providerStatus: 422, status: 422 },
  { ...rejected, attempts: all, fault: status(425), providerStatus: 425, status: 422 },
  { ...rejected, fault: status(402), outcome: "unknown", providerStatus: 402, status: 422 },
  { ...rejected, fault: status(499), outcome: "unknown", providerStatus: 499, status: 422 },
  { ...unauthorized, fault: status(401), providerStatus: 401 },
  { ...unauthorized, fault: status(403), providerStatus: 403 },
  { ...limited, attempts: one, fault: status(429, "60"), retryAfter: "60" },
  { ...limited, attempts: all, fault: status(429), retryAfter: expect.stringMatching(/^[1-9]\d*$/) },
  { ...unavailable, attempts: whereRepeatable, fault: status(500), providerStatus: 500, traced: true },
  {
    ...unavailable,
    attempts: one,
    fault: status(503, "60"),
    providerStatus: 503,
    traced: true,
  },
  { ...unavailable, attempts: whereRepeatable, fault: { kind: "html", status: 502 }, providerStatus: 502 },
  { ...unreachable, fault: { kind: "reset-before" } },
  { ...unreachable, fault: { kind: "reset-after" } },
  { ...unreachable, fault: { kind: "broken-off" } },
  { ...declined, fault: { kind: "unsuccessful", message: "Not today." } },
  { ...declined, fault: { kind: "no-data" } },
  { ...violation, fault: { kind: "html" }, providerStatus: 200 },
  { ...violation, fault: { kind: "truncated" }, providerStatus: 200 },
  { ...violation, fault: status(302), providerStatus: 302 },
]

/** Different operations meet the same fault at the same time: the waits of their retries overlap. */
describe.each(rows.map((row) => [JSON.stringify(row.fault), row] as const))("%s", (_, row) => {
  it(`is answered with ${row.status} ${row.type}, ${row.outcome}`, async () => {
    const met = routes.filter(([, { provider }]) => row.of === undefined || row.of === provider)
    for (const [operation] of met) emulator.fail({ fault: row.fault, operation })
    await Promise.all(
      met.map(async ([operation, route]) => {
        const response = await post(worker, route)
        expect(response.status).toBe(row.status)
        expect(response.headers.get("retry-after")).toEqual(row.retryAfter ?? null)
        expect(response.headers.get("x-request-id")).toMatch(/\S/)
        const attempts = row.attempts(route)
        const problem = await problemOf(response)
        expect(problem).toMatchObject({
          attempts,
          operation,
          outcome: row.outcome,
          type: `/docs#${row.type}`,
        })
        expect(problem["provider_status"]).toBe(row.providerStatus)
        const traceId = row.traced === true && route.provider === "PayNow" ? /^[0-9a-f]{32}$/ : /^undefined$/
        expect(String(problem["trace_id"])).toMatch(traceId)
        expect(emulator.received({ operation })).toHaveLength(attempts)
      }),
    )
  })
})

it("says when to come back where no key keeps the answer", async () => {
  for (const [operation, route] of routes.filter(([, { repeatable }]) => repeatable)) {
    emulator.fail({ fault: status(503, "60"), operation })
    const response = await post(worker, route, { headers: { "idempotency-key": "" } })
    expect([response.status, response.headers.get("retry-after")]).toEqual([502, "60"])
  }
})

it("a provider's issues go to the caller, where they are about the caller's request", async () => {
  const paywint = { detail: [{ loc: ["body", "amount"], msg: "too small", type: "min" }] }
  const payNow = {
    code: "validation_error",
    errors: [{ code: "min", message: "too small", path: "body.amount", validation: "min" }],
    message: "Not valid",
    status: 400,
    trace_id: "4bf92f3577b34da6",
  }
  for (const [operation, route] of routes) {
    const body = route.provider === "PayNow" ? payNow : paywint
    emulator.fail({ fault: { body, kind: "status", status: 422 }, operation })
    const problem = await problemOf(await post(worker, route))
    expect(problem["issues"]).toEqual([{ message: "too small", path: ["body", "amount"] }])
    if (route.provider === "PayNow") {
      expect(problem).toMatchObject({ provider_code: "validation_error", trace_id: "4bf92f3577b34da6" })
    }
  }
})

it("an answer that gains properties is accepted, and they are left out", async () => {
  for (const [operation, route] of routes) {
    const patch = [{ op: "add" as const, path: `${route.data}/surprise`, value: 1 }]
    emulator.fail({ fault: { kind: "patch", patch }, operation })
    const response = await post(worker, route)
    expect(response.status).toBe(201)
    expect(Object.keys((await response.json()) as object).sort()).toEqual(Object.keys(route.result).sort())
  }
})

it.each([
  ["PaywintPlatform", "PaywintPlatform.createPaymentLink"],
  ["PaywintDeveloper", "PaywintDeveloper.createCheckoutToken"],
  ["PayNow", "PayNow.createCheckoutSession"],
])("%s is given a rest after five failures in a row, and the others are not", async (_, failing) => {
  emulator.fail({ fault: status(503, "60"), operation: failing })
  const [, route] = routes.find(([operation]) => operation === failing) ?? expect.fail()
  for (let call = 0; call < 5; call++) expect((await post(worker, route)).status).toBe(502)
  emulator.forget()
  const response = await post(worker, route)
  expect(response.status).toBe(503)
  expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0)
  expect(await problemOf(response)).toMatchObject({
    attempts: 0,
    outcome: "not-applied",
    type: "/docs#circuit-open",
  })
  expect(emulator.received({ operation: failing })).toHaveLength(0)
})

it.each(timedOut)(
  "silence is answered with 504 timed-out, unknown: $operation",
  async ({ operation, response, route }) => {
    const { headers, status } = await response
    expect([status, headers.get("retry-after")]).toEqual([504, null])
    const problem = await problemOf(await response)
    expect(problem).toMatchObject({ operation, outcome: "unknown", type: "/docs#timed-out" })
    const received = silent.received({ operation })
    expect(problem["attempts"]).toBe(received.length)
    // Of 15 s a repeatable operation gives 5 to an attempt; what is not repeatable is asked for once.
    expect(received.length).toBe(route.repeatable ? 3 : 1)
  },
  30_000,
)
