import * as ConfigProvider from "effect/ConfigProvider"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import { expect, it, vi } from "vitest"
import { callerKeys } from "../../contract-tests/caller-keys.ts"
import { environment } from "../../contract-tests/emulator/credentials.ts"
import { callerKey, post, routes } from "../../contract-tests/routes.ts"
import { gateway } from "./gateway.ts"

it("shares its circuit breakers with a gateway of the same `memoMap`, and neither routes nor callers", async () => {
  const ask = vi.fn<typeof fetch>(() => {
    return Promise.resolve(new Response(null, { headers: { "retry-after": "60" }, status: 503 }))
  })
  vi.stubGlobal("fetch", ask)
  const memoMap = Layer.makeMemoMapUnsafe()
  const started = (caller: string) => {
    const env = { ...environment("http://127.0.0.1:9"), CALLER_KEYS: callerKeys({ [caller]: [caller] }) }
    const variables = ConfigProvider.layer(ConfigProvider.fromUnknown(env))
    const { handler } = gateway(Layer.merge(variables, Logger.layer([])), { memoMap })
    return { fetch: (request: Request) => handler(request), url: "https://gateway.example" }
  }
  const [first, second] = [started("another"), started(callerKey)]
  const [[, route] = expect.fail("no route")] = routes
  expect((await post(first, route)).status).toBe(401)
  for (let call = 0; call < 5; call++) expect((await post(second, route)).status).toBe(502)
  const headers = { authorization: "Bearer another" }
  expect((await post(first, route, { headers })).status).toBe(503)
  expect((await post(second, route, { headers })).status).toBe(401)
  expect(ask).toHaveBeenCalledTimes(5)
  vi.unstubAllGlobals()
})
