/** Calls go through the `fetch` of the moment, so that what a test puts in its place is what they meet. */
import * as Effect from "effect/Effect"
import * as FetchHttpClient from "effect/http/FetchHttpClient"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Redacted from "effect/Redacted"
import { http, HttpResponse } from "msw"
import { setupServer } from "msw/node"
import { afterEach, describe, expect, it, vi } from "vitest"
import { defaultPolicy, PaywintDeveloper } from "../src/index.ts"
import { configuration, flushed } from "../src/worker/env.ts"
import { developmentCredentials } from "./emulator/credentials.ts"
import { gatewayInProcess } from "./gateway-in-process.ts"
import { byOperation } from "./programs.ts"
import { post, problemOf, routes } from "./routes.ts"

// Nothing listens here: a request that no stub meets fails.
const baseUrl = "http://127.0.0.1:9"
const original = globalThis.fetch

afterEach(() => {
  vi.unstubAllGlobals()
  globalThis.fetch = original
})

const stub = (status = 404) => vi.fn<typeof fetch>(() => Promise.resolve(Response.json({}, { status })))

/** Bindings that no test here asks. */
const nobody = { getByName: () => ({ fetch: () => Promise.reject(new Error("not asked")) }) }

/** The ways in which tests replace the global `fetch`. */
const replacements = [
  ["vi.stubGlobal", (fetch: typeof globalThis.fetch) => vi.stubGlobal("fetch", fetch)],
  ["an assignment", (fetch: typeof globalThis.fetch) => void (globalThis.fetch = fetch)],
  [
    "vi.spyOn",
    (fetch: typeof globalThis.fetch) => void vi.spyOn(globalThis, "fetch").mockImplementation(fetch),
  ],
] as const

describe.each(replacements)("after %s", (_, replace) => {
  it.each(byOperation)("%s is sent with the fetch that is there then", async (_, { call, input }) => {
    for (const fetch of [stub(), stub()]) {
      replace(fetch)
      await Effect.runPromise(Effect.flip(call(input, { baseUrl })))
      expect(fetch).toHaveBeenCalledTimes(1)
    }
  })

  it.each(routes)("the gateway sends %s with the fetch that is there then", async (_, route) => {
    const served = gatewayInProcess(baseUrl)
    for (const fetch of [stub(), stub()]) {
      replace(fetch)
      expect((await problemOf(await post(served, route)))["provider_status"]).toBe(404)
      expect(fetch).toHaveBeenCalledTimes(1)
    }
  })

  it("one layer that was made before sends with the fetch that is there then", async () => {
    const { key, secret } = developmentCredentials.paywintDeveloper
    const options = { apiKey: Redacted.make(key), apiSecret: Redacted.make(secret), baseUrl }
    const runtime = ManagedRuntime.make(PaywintDeveloper.layer(options))
    const token = PaywintDeveloper.use((api) =>
      api.createCheckoutToken({ amount: 1, email: "jane@example.com" }),
    )
    for (const fetch of [stub(), stub()]) {
      replace(fetch)
      await runtime.runPromise(Effect.flip(token))
      expect(fetch).toHaveBeenCalledTimes(1)
    }
    await runtime.dispose()
  })

  it("the Worker's telemetry is sent with the fetch that is there then", async () => {
    const env = {
      CONTRACT_RUNS: nobody,
      IDEMPOTENT_CALLS: nobody,
      OTLP_ENDPOINT: "https://collector.example",
    }
    for (const fetch of [stub(), stub()]) {
      replace(fetch)
      const span = Effect.provide(Effect.withSpan(Effect.void, "span"), configuration(env))
      await flushed(Effect.runPromise(span))
      expect(fetch).toHaveBeenCalledTimes(1)
    }
  })
})

describe.each(byOperation)("%s", (_, { call, input }) => {
  it("reads the fetch again for the next attempt", async () => {
    const second = stub()
    vi.stubGlobal("fetch", () => {
      vi.stubGlobal("fetch", second)
      return Promise.resolve(Response.json({}, { status: 429 }))
    })
    const policy = { ...defaultPolicy, firstDelay: 0 }
    const error = await Effect.runPromise(Effect.flip(call(input, { baseUrl, policy })))
    expect(error).toMatchObject({ attempts: 2, reason: { _tag: "Rejected", status: 404 } })
    expect(second).toHaveBeenCalledTimes(1)
  })

  it("prefers the option to a provided Fetch, and that to the global one", async () => {
    const [option, provided, global] = [stub(), stub(), stub()]
    vi.stubGlobal("fetch", global)
    const run = (options: object) =>
      Effect.runPromise(
        Effect.flip(call(input, { baseUrl, ...options })).pipe(
          Effect.provideService(FetchHttpClient.Fetch, provided),
        ),
      )
    await run({ fetch: option })
    expect([option, provided, global].map(({ mock }) => mock.calls.length)).toEqual([1, 0, 0])
    await run({})
    expect([option, provided, global].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 0])
  })
})

describe("with msw", () => {
  const served = gatewayInProcess(baseUrl)
  const answering = (status: number, asked: Array<string>) =>
    http.all(`${baseUrl}/*`, ({ request }) => {
      asked.push(new URL(request.url).pathname)
      return HttpResponse.json({}, { status })
    })

  it.each(routes)("%s meets the handlers of the server that listens", async (_, route) => {
    // A call before: it must not decide what later ones are sent with.
    const before = stub()
    vi.stubGlobal("fetch", before)
    await Effect.runPromise(Effect.flip(route.call(route.input, { baseUrl })))
    await post(served, route)
    expect(before).toHaveBeenCalledTimes(2)
    vi.unstubAllGlobals()

    const asked: Array<string> = []
    const server = setupServer(answering(404, asked))
    server.listen({ onUnhandledRequest: "error" })
    try {
      const rejected = await Effect.runPromise(Effect.flip(route.call(route.input, { baseUrl })))
      expect(rejected.reason).toMatchObject({ _tag: "Rejected", status: 404 })
      expect((await problemOf(await post(served, route)))["provider_status"]).toBe(404)
      server.use(answering(401, asked))
      const refused = await Effect.runPromise(Effect.flip(route.call(route.input, { baseUrl })))
      expect(refused.reason).toMatchObject({ _tag: "Unauthorized", status: 401 })
      expect(asked).toHaveLength(3)
    } finally {
      server.close()
    }
  })
})
