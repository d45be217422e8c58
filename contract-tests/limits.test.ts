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
import { callerKey, post, problemOf, routes } from "./routes.ts"

/** A gateway whose provider answers when it is told to. */
const started = (limit: Layer.Layer<never> = Layer.empty) => {
  const held: Array<() => void> = []
  const provider = () =>
    new Promise<Response>((resolve) => held.push(() => resolve(new Response("{}", { status: 404 }))))
  const env = { ...environment("http://127.0.0.1:9"), CALLER_KEYS: callerKeys({ tests: [callerKey] }) }
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

it("sheds the 501st call under way, answers /health meanwhile, and is well afterwards", async () => {
  const served = started()
  const underWay = Array.from({ length: 500 }, () => post(served, route))
  await vi.waitUntil(() => served.held.length === 500)
  const shed = await post(served, route)
  expect([shed.status, shed.headers.get("retry-after")]).toEqual([503, "1"])
  expect(await problemOf(shed)).toMatchObject({ type: "/docs#overloaded" })
  expect((await served.fetch(new Request(`${served.url}/health`))).status).toBe(200)
  for (const release of served.held) release()
  expect(new Set((await Promise.all(underWay)).map(({ status }) => status))).toEqual(new Set([404]))
  const after = post(served, route)
  await vi.waitUntil(() => served.held.length === 501)
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
