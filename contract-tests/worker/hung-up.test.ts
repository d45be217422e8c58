/** A caller that hangs up, where a runtime says so: it aborts the request's signal. */
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as FetchHttpClient from "effect/http/FetchHttpClient"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import { expect, it, vi } from "vitest"
import { gateway } from "../../src/gateway/gateway.ts"
import { Idempotency } from "../../src/gateway/idempotency/idempotency.ts"
import { perform } from "../../src/gateway/perform.ts"
import { Telemetry } from "../../src/gateway/telemetry.ts"
import { callerKeys } from "../caller-keys.ts"
import { environment } from "../emulator/credentials.ts"
import { callerKey, post, routes } from "../routes.ts"

const tokenOperation = "PaywintDeveloper.createCheckoutToken"
const linkOperation = "PaywintPlatform.createPaymentLink"
const routeOf = (operation: string) =>
  routes.find(([name]) => name === operation)?.[1] ?? expect.fail("no route")

const started = (idempotency = Idempotency.layerMemory(perform)) => {
  const lines: Array<unknown> = []
  const measured: Array<unknown> = []
  const asked: Array<{ readonly answer: (response: Response) => void; readonly signal: unknown }> = []
  const telemetry = {
    flush: () => Promise.resolve(),
    measure: (fields: object) => measured.push({ ...fields }),
  }
  const env = { ...environment("http://127.0.0.1:9"), CALLER_KEYS: callerKeys({ tests: [callerKey] }) }
  const { handler } = gateway(
    Layer.mergeAll(
      ConfigProvider.layer(ConfigProvider.fromUnknown(env)),
      Logger.layer([Logger.make(({ message }) => lines.push(message))]),
      Layer.succeed(FetchHttpClient.Fetch, (_, init) => {
        const { promise, resolve } = Promise.withResolvers<Response>()
        asked.push({ answer: resolve, signal: init?.signal })
        return promise
      }),
      Layer.effect(
        Telemetry,
        Effect.map(Effect.tracer, (tracer) => ({ ...telemetry, tracer })),
      ),
    ),
    { idempotency },
  )
  return {
    /** A caller that waits for an answer until it hangs up. */
    caller: (operation: string, changes: Parameters<typeof post>[2] = {}) => {
      const controller = new AbortController()
      const { signal } = controller
      const fetch = (request: Request) => handler(new Request(request, { signal }))
      const answered = post({ fetch, url: "https://gateway.example" }, routeOf(operation), changes)
      return { answered, hangUp: () => controller.abort() }
    },
    asked,
    lines,
    measured,
  }
}

const line = { duration_ms: expect.any(Number), method: "POST", request_id: "r-1" }
const headers = { "x-request-id": "r-1" }
const known = { caller: "tests", route: expect.stringContaining("/v1/paywint/") }

it("leaves a line and a measure of a call that it broke off", async () => {
  const { asked, caller, lines, measured } = started()
  const { hangUp } = caller(tokenOperation, { headers: { ...headers, "idempotency-key": "" } })
  await vi.waitUntil(() => asked.length === 1)
  hangUp()
  const fields = { ...known, operation: tokenOperation, outcome: "unknown", reason: "hung-up" }
  await vi.waitFor(() => expect(lines).toEqual([[{ ...line, ...fields }]]))
  expect(measured).toEqual([fields])
  expect(asked).toMatchObject([{ signal: { aborted: true } }])
})

it("leaves one where its body was still to come", async () => {
  const { asked, caller, lines } = started()
  const body = new ReadableStream<Uint8Array>()
  const { hangUp } = caller(linkOperation, { body, headers })
  await new Promise((resolve) => setTimeout(resolve, 20))
  hangUp()
  const fields = { ...known, operation: linkOperation, reason: "hung-up" }
  await vi.waitFor(() => expect(lines).toEqual([[{ ...line, ...fields }]]))
  expect(asked).toEqual([])
})

const rejected = () => Response.json({ message: "No" }, { status: 404 })
const made = () => {
  const payment_id = crypto.randomUUID()
  return Response.json({ data: { payment_id, payment_link: "https://pay.example/1" }, success: true })
}

it.each([
  ["applied", made, { outcome: "applied" }],
  ["not-applied", rejected, { attempts: 1, outcome: "not-applied", reason: "Rejected" }],
])("stops no keyed call, and how it ends is in the line: %s", async (_, answer, end) => {
  const { asked, caller, lines, measured } = started()
  const key = { "idempotency-key": `"${crypto.randomUUID()}"` }
  const { hangUp } = caller(linkOperation, { headers: { ...headers, ...key } })
  await vi.waitUntil(() => asked.length === 1)
  hangUp()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(asked).toMatchObject([{ signal: { aborted: false } }])
  expect(lines).toEqual([])
  asked[0]?.answer(answer())
  const fields = { ...known, operation: linkOperation, ...end }
  await vi.waitFor(() => expect(lines).toMatchObject([[{ ...line, ...fields }]]))
  expect(lines[0]).not.toHaveProperty("0.status")
  expect(measured).toMatchObject([fields])
})

it("stops no call of a store that makes it in the request's own fiber", async () => {
  const idempotency = Layer.succeed(Idempotency, {
    run: () =>
      Effect.as(Effect.sleep(50), {
        _tag: "called",
        answer: { body: "{}", contentType: "application/json", status: 201 },
      } as const),
  })
  const { caller, lines } = started(idempotency)
  const { hangUp } = caller(linkOperation, { headers })
  await new Promise((resolve) => setTimeout(resolve, 20))
  hangUp()
  await vi.waitFor(() => expect(lines).toMatchObject([[{ ...line, outcome: "applied" }]]))
})
