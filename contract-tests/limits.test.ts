import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as FetchHttpClient from "effect/http/FetchHttpClient"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import { expect, it, vi } from "vitest"
import { CallerLimit } from "../src/gateway/caller-limit.ts"
import { gateway } from "../src/gateway/gateway.ts"
import { callerKeys } from "./caller-keys.ts"
import { environment } from "./emulator/credentials.ts"
import { callerKey, otherCallerKey, post, problemOf, routes } from "./routes.ts"

/** A gateway with two callers, whose provider answers when it is told to. */
const started = (limit: Layer.Layer<never> = Layer.empty) => {
  const held: Array<() => void> = []
  const provider = () =>
    new Promise<Response>((resolve) => held.push(() => resolve(new Response("{}", { status: 404 }))))
  const env = {
    ...environment("http://127.0.0.1:9"),
    CALLER_KEYS: callerKeys({ others: [otherCallerKey], tests: [callerKey] }),
  }
  const { handler } = gateway(
    Layer.mergeAll(
      ConfigProvider.layer(ConfigProvider.fromUnknown(env)),
      Logger.layer([]),
      Layer.succeed(FetchHttpClient.Fetch, provider),
      limit,
    ),
  )
  return { fetch: (request: Request) => handler(request), held, url: "https://gateway.example" }
}

const [, route] = routes.find(([, { repeatable }]) => !repeatable) ?? expect.fail("no route")

const byOthers = { headers: { authorization: `Bearer ${otherCallerKey}` } }
const shareFull = { outcome: "not-applied", type: "/docs#overloaded" }

/** A body that begins and does not end. */
const slowBody = () =>
  new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode("{")),
  })

it("sheds the 501st call in progress, answers /health meanwhile, and is well afterwards", async () => {
  const served = started()
  const inProgress = Array.from({ length: 500 }, (_, at) => post(served, route, at < 400 ? {} : byOthers))
  await vi.waitUntil(() => served.held.length === 500)
  const shed = await post(served, route)
  expect([shed.status, shed.headers.get("retry-after")]).toEqual([503, "1"])
  expect(await problemOf(shed)).toMatchObject({ type: "/docs#overloaded" })
  expect((await served.fetch(new Request(`${served.url}/health`))).status).toBe(200)
  for (const release of served.held) release()
  expect(new Set((await Promise.all(inProgress)).map(({ status }) => status))).toEqual(new Set([404]))
  const after = post(served, route)
  await vi.waitUntil(() => served.held.length === 501)
  served.held.at(-1)?.()
  expect((await after).status).toBe(404)
})

it("gives one caller 400 of the slots, and the others what is left", async () => {
  const served = started()
  const inProgress = Array.from({ length: 400 }, () => post(served, route))
  await vi.waitUntil(() => served.held.length === 400)
  const shed = await post(served, route)
  expect([shed.status, shed.headers.get("retry-after")]).toEqual([503, "1"])
  expect(await problemOf(shed)).toMatchObject(shareFull)
  const others = post(served, route, byOthers)
  await vi.waitUntil(() => served.held.length === 401)
  for (const release of served.held) release()
  expect((await others).status).toBe(404)
  expect(new Set((await Promise.all(inProgress)).map(({ status }) => status))).toEqual(new Set([404]))
})

it("lets bodies that arrive slowly fill the share of their caller alone, until it hangs up", async () => {
  const served = started()
  const hangUp = new AbortController()
  const hangingUp = {
    ...served,
    fetch: (request: Request) => served.fetch(new Request(request, { signal: hangUp.signal })),
  }
  const shed: Array<Response> = []
  const slow = Array.from({ length: 500 }, () =>
    post(hangingUp, route, { body: slowBody() }).then((response) => shed.push(response)),
  )
  const ended = Promise.allSettled(slow)
  await vi.waitUntil(() => shed.length === 100)
  for (const response of shed) expect(await problemOf(response)).toMatchObject(shareFull)
  expect(await problemOf(await post(served, route))).toMatchObject(shareFull)

  const others = Array.from({ length: 250 }, () => post(served, route, byOthers))
  await vi.waitUntil(() => served.held.length === 250)
  for (const release of served.held) release()
  expect(new Set((await Promise.all(others)).map(({ status }) => status))).toEqual(new Set([404]))

  hangUp.abort()
  await ended
  const after = post(served, route)
  await vi.waitUntil(() => served.held.length === 251)
  served.held.at(-1)?.()
  expect((await after).status).toBe(404)
})

it("tells a caller that is over its limit when to come back, and asks no provider", async () => {
  const limit = Layer.succeed(CallerLimit, {
    admits: (caller) => Effect.succeed(caller !== "tests"),
    period: 10_000,
  })
  const served = started(limit)
  const response = await post(served, route)
  expect([response.status, response.headers.get("retry-after")]).toEqual([429, "10"])
  expect(await problemOf(response)).toMatchObject({ type: "/docs#too-many-requests" })
  expect(served.held).toHaveLength(0)
})
