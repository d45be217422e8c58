/** A variable that is there and can't be read is never replaced by a default. */
import * as ConfigProvider from "effect/ConfigProvider"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import { afterEach, expect, it, vi } from "vitest"
import { gateway } from "../src/gateway/gateway.ts"
import { configuration, type Env, variables } from "../src/worker/env.ts"
import { callerKeys } from "./caller-keys.ts"
import { environment } from "./emulator/credentials.ts"
import { callerKey, post, problemOf, routes } from "./routes.ts"

afterEach(() => vi.unstubAllGlobals())

const variableOf = {
  "paywint-developer": "PAYWINT_DEVELOPER_BASE_URL",
  "paywint-platform": "PAYWINT_PLATFORM_BASE_URL",
  paynow: "PAYNOW_BASE_URL",
}
const valid = { ...environment("http://127.0.0.1:9"), CALLER_KEYS: callerKeys({ tests: [callerKey] }) }
const nobody = { getByName: () => ({ fetch: () => Promise.reject(new Error("not asked")) }) }
const envWith = (changes: object): Env => ({
  ...valid,
  ...changes,
  CONTRACT_RUNS: nobody,
  IDEMPOTENT_CALLS: nobody,
})

const served = (services: Layer.Layer<never>) => {
  const { handler } = gateway(Layer.mergeAll(services, Logger.layer([])))
  return { fetch: (request: Request) => handler(request), url: "https://gateway.example" }
}
const withVariables = (changes: object) => served(ConfigProvider.layer(variables(envWith(changes))))

const shapes = [{}, { canary: "canary" }, [], ["canary"], null, 5, true]

it.each(routes)("%s is not configured where its base URL has another shape", async (_, route) => {
  const sent = vi.fn(() => Promise.resolve(new Response()))
  vi.stubGlobal("fetch", sent)
  const name = variableOf[route.api]
  for (const shape of shapes) {
    const problem = await problemOf(await post(withVariables({ [name]: shape }), route))
    expect(problem).toMatchObject({ outcome: "not-applied", status: 503, type: "/docs#not-configured" })
    expect(problem["detail"]).toContain(name)
    expect(problem["detail"]).not.toContain("canary")
  }
  expect(sent).not.toHaveBeenCalled()
})

it.each([[], ["canary"], null, 5, true, [{ tests: [] }]])(
  "CALLER_KEYS can't be read as %o",
  async (shape) => {
    const [, route] = routes[0] ?? expect.fail("no route")
    const problem = await problemOf(await post(withVariables({ CALLER_KEYS: shape }), route))
    expect(problem).toMatchObject({ status: 503, type: "/docs#not-configured" })
    expect(problem["detail"]).toMatch(/^CALLER_KEYS can't be read/)
  },
)

it.each(shapes)("requests succeed where OTLP_ENDPOINT is %o", async (OTLP_ENDPOINT) => {
  const { fetch, url } = served(configuration(envWith({ OTLP_ENDPOINT })))
  expect((await fetch(new Request(`${url}/health`))).status).toBe(200)
})
