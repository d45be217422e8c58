import * as ConfigProvider from "effect/ConfigProvider"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import { Hono } from "hono"
import { describe, expect, it, vi } from "vitest"
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

describe("mounted in another app", () => {
  const app = new Hono()
    .get("/", (context) => context.text("The shop"))
    .route("/pay", gateway(Logger.layer([])).app)
  const ask = (path: string, method = "GET") => app.request(path, { method })

  it("serves its routes under the prefix, and none beside it", async () => {
    expect((await ask("/pay/health")).status).toBe(200)
    expect(await (await ask("/")).text()).toBe("The shop")
    expect((await ask("/health")).headers.has("x-request-id")).toBe(false)
    const [[, { path }] = expect.fail("no route")] = routes
    expect((await ask(`/pay${path}`, "POST")).status).toBe(401)
    expect((await ask(`/pay${path}`)).headers.get("allow")).toBe("POST")
  })

  it("describes itself relative to the prefix", async () => {
    const document: unknown = await (await ask("/pay/openapi.json")).json()
    expect(document).toMatchObject({ servers: [{ url: "." }] })
  })

  it.each(["/pay/nowhere", "/pay/docs", "/pay/%68ealth", "/pay//health", "/pay/v1"])(
    "answers %s with a 404 that has no link",
    async (path) => {
      const answer = await ask(path)
      expect(answer.status).toBe(404)
      expect(await answer.json()).toEqual({
        detail: "There is no such route.",
        status: 404,
        title: "No such route",
        type: "/docs#not-found",
      })
    },
  )
})

it.each(["/health", "/openapi.json"])("answers HEAD %s like GET, without the body", async (path) => {
  const { handler } = gateway(Logger.layer([]))
  const [head, get] = await Promise.all(
    ["HEAD", "GET"].map((method) => handler(new Request(`https://gateway.example${path}`, { method }))),
  )
  if (head === undefined || get === undefined) return expect.fail("no answer")
  expect([head.status, await head.text()]).toEqual([200, ""])
  expect(head.headers.get("content-type")).toBe(get.headers.get("content-type"))
  expect(head.headers.get("content-length")).toBe(String((await get.arrayBuffer()).byteLength))
})
