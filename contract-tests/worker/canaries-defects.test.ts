import type { ObjectState } from "../../src/worker/cloudflare.ts"
import { expect, it } from "vitest"
import type { State } from "../../src/gateway/idempotency/machine.ts"
import type { Env } from "../../src/worker/env.ts"
import { IdempotentCalls } from "../../src/worker/idempotent-calls.ts"
import { bodyWith, canariesIn, canary, canaryCredentials, heads } from "../canary.ts"
import { environment } from "../emulator/credentials.ts"
import { entered } from "../entered-key.ts"
import { routes } from "../routes.ts"
import { consoled, expectNoSecret, faultOf, watchedGateway } from "./watched-gateway.ts"

const nowhere = "http://127.0.0.1:9"

it.each(["GET /v1/contracts", "GET /contracts", "POST /v1/contracts/runs"])(
  "a fault in %s tells nobody",
  async (asked) => {
    const [method = "", path = ""] = asked.split(" ")
    const gateway = watchedGateway(nowhere, { vars: { PAGE_KEY: canary } })
    const { cookie } = await entered(gateway, canary)
    const headers = { ...heads, cookie: `${heads.cookie}; ${cookie}` }
    const request = new Request(`${gateway.url}${path}?canary`, { headers, method })
    expect((await gateway.fetch(request)).status).toBe(500)
    expectNoSecret(gateway)
  },
)

/** An object whose storage takes that a call is under way, and no answer. */
const forgetful = () => {
  const put = (_: string, { _tag }: State) => {
    if (_tag === "settled") throw faultOf("storage")
  }
  const kv = { delete: () => false, get: () => undefined, put }
  const state = { storage: { kv, setAlarm: () => Promise.resolve() }, waitUntil: () => undefined }
  return new IdempotentCalls(
    state as unknown as ObjectState,
    environment(nowhere, canaryCredentials) as unknown as Env,
  )
}

it.each(routes.filter(([, { repeatable }]) => !repeatable))(
  "an answer of %s that can't be kept tells nobody, and whoever looks for it finds it in the log",
  async (operation, route) => {
    const params = { [route.param === "user_id" ? "user_id" : "store_id"]: route.input.param }
    const body = JSON.stringify({
      body: JSON.parse(bodyWith(canary, route)),
      fingerprint: "",
      operation,
      params,
    })
    const answer = await forgetful().fetch(new Request(nowhere, { body, method: "POST" }))
    expect(await answer.json()).toEqual({ _tag: "broken-off" })
    const lines = consoled.splice(0)
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: "ERROR", message: { fault: "Error", operation } },
    ])
    expect(lines.flatMap(canariesIn)).toEqual([])
  },
)
