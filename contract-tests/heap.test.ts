/** What the store in memory keeps of requests, looked for in the heap itself. */
import * as ConfigProvider from "effect/ConfigProvider"
import * as FetchHttpClient from "effect/http/FetchHttpClient"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import { text } from "node:stream/consumers"
import { getHeapSnapshot } from "node:v8"
import { expect, it } from "vitest"
import { gateway } from "../src/gateway/gateway.ts"
import { callerKeys } from "./caller-keys.ts"
import { environment } from "./emulator/credentials.ts"
import { callerKey, post, routes } from "./routes.ts"

const requests = 20
const link = "PaywintPlatform.createPaymentLink"
const route = routes.find(([operation]) => operation === link)?.[1] ?? expect.fail("no route")

// Made anew whenever it is needed: a constant would be in the heap anyway.
const canary = (place: string) => ["heap", "canary", place].join("-")

/** A gateway whose provider makes a link or breaks off, in turn. */
const started = () => {
  const env = { ...environment("http://127.0.0.1:9"), CALLER_KEYS: callerKeys({ tests: [callerKey] }) }
  let asked = 0
  const answer = async () =>
    asked++ % 2 === 0
      ? Response.json({
          data: { payment_id: crypto.randomUUID(), payment_link: `https://pay.example/${canary("answer")}` },
          success: true,
        })
      : new Response(null, { headers: { "retry-after": "5" }, status: 503 })
  return gateway(
    Layer.mergeAll(
      ConfigProvider.layer(ConfigProvider.fromUnknown(env)),
      Logger.layer([]),
      Layer.succeed(FetchHttpClient.Fetch, answer),
    ),
  )
}

const ask = (fetch: (request: Request) => Promise<Response>, n: number) =>
  post({ fetch, url: "https://gateway.example" }, route, {
    body: JSON.stringify({ ...Object(route.input.body), description: canary(`body-${n}`) }),
    headers: { "idempotency-key": canary(`key-${n}`), "x-other": canary(`header-${n}`) },
  })

it("the heap holds answers, and nothing of their requests", { timeout: 60_000 }, async () => {
  const { handler } = started()
  for (let n = 0; n < requests; n++) await (await ask(handler, n)).text()
  // The circuit breaker and fetch hold on to the last call.
  const heap = await text(getHeapSnapshot())
  const found = (place: string) => heap.split(canary(place)).length - 1
  expect(found("answer")).toBeGreaterThanOrEqual(requests / 2)
  expect({ body: found("body"), header: found("header"), key: found("key") }).toEqual({
    body: 0,
    header: 0,
    key: 0,
  })
  // It has to be alive for this to say anything.
  expect((await ask(handler, 0)).headers.get("idempotent-replayed")).toBe("true")
})
