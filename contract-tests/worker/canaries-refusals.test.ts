import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { describe, expect, it, vi } from "vitest"
import { Idempotency } from "../../src/gateway/idempotency/idempotency.ts"
import { bodyWith, canary, heads } from "../canary.ts"
import { post, problemOf, type Route, routes } from "../routes.ts"
import { expectNoSecret, faultOf, type Options, watchedGateway } from "./watched-gateway.ts"

interface Refusal extends NonNullable<Parameters<typeof post>[2]> {
  readonly kind: string
  readonly options?: Options
}

const ownStore = (run: Idempotency["Service"]["run"]) => ({
  idempotency: Layer.succeed(Idempotency, { run }),
})
const failing = ownStore(() => Effect.promise(() => Promise.reject(faultOf("store"))))
const broken = { idempotency: Idempotency.layerMemory(() => Effect.die(faultOf("call"))) }
const overLimit = { limit: { admits: () => Effect.succeed(false) } }
const faulty = { limit: { admits: () => Effect.die(faultOf("limit")) } }

const key = (value: string): Refusal => ({ headers: { "idempotency-key": value }, kind: "idempotency-key" })
const media = (headers: Record<string, string>): Refusal => ({ headers, kind: "unsupported-media-type" })
const unknown = (authorization: string): Refusal => ({ headers: { authorization }, kind: "caller-unknown" })

/** Refused for what stands before the body, whatever the route. */
const beforeRouting = ({ path }: Route): Readonly<Record<string, Refusal>> => ({
  "a method that is overridden": { headers: { "x-http-method": "canary" }, kind: "method-override" },
  "a path that can't be decoded": { kind: "not-found", path: `${path}/%E0%A4%Acanary` },
  "a path with a semicolon": { kind: "not-found", path: `${path};canary` },
  "an unknown route": { kind: "not-found", path: `${path}/canary?canary=canary` },
  "headers that are too long": { headers: { "x-canary": "canary".repeat(6_000) }, kind: "headers-too-large" },
})

const wrong = { amount: "canary", currency: ["canary"], email: "canary", lines: "canary" }

/** Refused by what is behind the route. */
const behindIt = ({ input, param, template }: Route): Readonly<Record<string, Refusal>> => ({
  "a body that is no JSON": { body: `{"canary": canary`, kind: "malformed-json" },
  "a body that is not UTF-8": { body: Buffer.from("“canary", "utf16le"), kind: "malformed-json" },
  "a body that is too long": { body: `"${"canary".repeat(20_000)}"`, kind: "body-too-large" },
  "a body with a key that is there twice": { body: '{"canary": 1, "canary": 2}', kind: "malformed-json" },
  "a body with an escape that nobody knows": { body: '"\\canary"', kind: "malformed-json" },
  "a caller that asks too often": { kind: "too-many-requests", options: overLimit },
  "a call that breaks off": { kind: "broken-off", options: broken },
  "a store of one's own that fails": { kind: "broken-off", options: failing },
  "a compressed body": media({ "content-encoding": "canary" }),
  "a fault of the gateway's": { kind: "internal", options: faulty },
  "a key of another scheme": unknown("Basic Y2FuYXJ5OmNhbmFyeQ=="),
  "a wrong key": unknown("Bearer wrong-canary"),
  "an Idempotency-Key that is too long": key("canary".repeat(50)),
  "an Idempotency-Key without an end": key('"canary'),
  "another media type": media({ "content-type": "text/canary" }),
  "several Idempotency-Keys": key('"canary", "canary"'),
  "values that are none": {
    body: JSON.stringify({ ...Object(input.body), ...wrong }),
    kind: "invalid-request",
  },
  // A store's id may be any text.
  ...(param === "user_id"
    ? { "a parameter that is none": { kind: "invalid-request", path: template.replace("{}", "canary") } }
    : {}),
})

const nowhere = "http://127.0.0.1:9"

describe.each(routes)("%s tells nobody", (operation, route) => {
  const rows = (refusals: Readonly<Record<string, Refusal>>, routed: boolean) =>
    Object.entries(refusals).map(([name, refusal]) => [name, { ...refusal, routed }] as const)

  it.concurrent.each([...rows(beforeRouting(route), false), ...rows(behindIt(route), true)])(
    "of %s",
    async (_, { kind, options = {}, routed, ...changes }) => {
      const provider = () => expect.unreachable("No provider is asked")
      const gateway = watchedGateway(nowhere, { provider, ...options })
      const headers = { ...heads, "idempotency-key": '"a canary"', ...changes.headers }
      const [body, path] = [bodyWith(canary, route), `${route.path}?canary`]
      const response = await post(gateway, route, { body, path, ...changes, headers })
      expect(await response.json()).toMatchObject({ type: `/docs#${kind}` })
      expectNoSecret(gateway)
      // A line that nobody can tell from others helps nobody.
      expect(gateway.said.logs.join().includes(`"operation":"${operation}"`)).toBe(routed)
    },
  )

  it("of a store that fails, but for its log and that nobody knows what was done", async () => {
    const gateway = watchedGateway(nowhere, failing)
    const answer = await post(gateway, route, { headers: heads })
    expect(await problemOf(answer)).toMatchObject({ operation, outcome: "unknown", status: 409 })
    const [fault] = gateway.said.logs
    expect(JSON.parse(fault ?? "")).toMatchObject({ level: "ERROR", message: { fault: "Error", operation } })
  })

  it("of a key that is under way or was used for another request", async () => {
    let answer: ((response: Response) => void) | undefined
    const provider = () => new Promise<Response>((resolve) => (answer = resolve))
    const gateway = watchedGateway(nowhere, { provider })
    const ask = (text: string) => {
      const headers = { ...heads, "idempotency-key": `"canary ${operation}"` }
      return post(gateway, route, { body: bodyWith(text, route), headers })
    }
    const first = ask(canary)
    await vi.waitUntil(() => answer !== undefined)
    expect([(await ask(canary)).status, (await ask("another canary")).status]).toEqual([409, 422])
    answer?.(new Response(null, { status: 404 }))
    expect((await first).status).toBe(404)
    expectNoSecret(gateway)
  })
})
