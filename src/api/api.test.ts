import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { expect, it } from "vitest"
import type { Transport } from "../provider/call.ts"
import { bind } from "./bind.ts"
import { clientCredentials } from "./client-credentials.ts"
import { defineApi } from "./define.ts"
import type { Endpoint, EndpointOf } from "./endpoint.ts"
import { operation } from "./operation.ts"

const shop = defineApi({
  authenticate: ({ key }) => ({ authorization: `Bearer ${key}` }),
  baseUrl: { default: "https://shop.example/v2", variable: "SHOP_URL" },
  credentials: { key: { variable: "SHOP_KEY" } },
  folder: "shop",
  name: "Shop",
  provider: "Shop",
})

interface Sent {
  readonly method: string | undefined
  readonly url: string
  readonly body: unknown
  readonly headers: Headers
}

/** A transport that answers with each of `answers` in turn, and what it was asked. */
const transport = (...answers: ReadonlyArray<() => Response>) => {
  const sent: Array<Sent> = []
  const fetch: Transport = async (url, init) => {
    sent.push({ body: init.body, headers: new Headers(init.headers), method: init.method, url: String(url) })
    return answers[Math.min(sent.length, answers.length) - 1]?.() ?? new Response(null, { status: 500 })
  }
  return { fetch, sent }
}
const options = (fetch: Transport) => ({ fetch, key: Redacted.make("key-of-tests") })

const Order = Schema.Struct({ id: Schema.String })
const json =
  (value: unknown, status = 200) =>
  () =>
    Response.json(value, { status })
const nothing = () => new Response(null, { status: 204 })

const listOrders = operation(shop, "listOrders", {
  endpoint: {
    method: "get",
    params: Schema.Struct({
      fields: Schema.optionalKey(Schema.Array(Schema.String)),
      filter: Schema.optionalKey(Schema.Struct({ state: Schema.String })),
      limit: Schema.optionalKey(Schema.Int),
      shop: Schema.String,
      tags: Schema.optionalKey(Schema.Array(Schema.String)),
      "x-trace": Schema.optionalKey(Schema.String),
    }),
    path: "/shops/{shop}/orders",
    places: {
      fields: { explode: false, in: "query" },
      filter: { in: "query", style: "deepObject" },
      limit: { in: "query" },
      tags: { in: "query" },
      "x-trace": { in: "header" },
    },
    success: { 200: { schema: Schema.Array(Order) } },
  },
})

it("writes query and header parameters by their style, and reads a list", async () => {
  const { fetch, sent } = transport(json([{ id: "1", more: true }]))
  const orders = await Effect.runPromise(
    bind(listOrders, options(fetch))("a/b", {
      fields: ["id", "it's"],
      filter: { state: "paid & sent" },
      limit: 5,
      tags: ["x", "y"],
      "x-trace": "t-1",
    }),
  )
  expect(orders).toEqual([{ id: "1" }])
  expect(sent).toHaveLength(1)
  expect(sent[0]).toMatchObject({ body: undefined, method: "GET" })
  expect(sent[0]?.url).toBe(
    "https://shop.example/v2/shops/a%2Fb/orders?fields=id,it%27s&filter[state]=paid%20%26%20sent&limit=5&tags=x&tags=y",
  )
  expect(sent[0]?.headers.get("x-trace")).toBe("t-1")
  expect(sent[0]?.headers.get("content-type")).toBeNull()
})

it("does without parameters that are optional", async () => {
  const { fetch, sent } = transport(json([]))
  await Effect.runPromise(bind(listOrders, options(fetch))("a"))
  expect(sent[0]?.url).toBe("https://shop.example/v2/shops/a/orders")
})

it.each(["", ".", ".."])("refuses %j as a segment of a path", async (segment) => {
  const { fetch, sent } = transport(json([]))
  const error = await Effect.runPromise(Effect.flip(bind(listOrders, options(fetch))(segment)))
  expect(error.reason).toMatchObject({ _tag: "InvalidRequest", issues: [{ path: ["shop"] }] })
  expect(sent).toEqual([])
})

it("names an unknown parameter", async () => {
  const { fetch } = transport(json([]))
  const unknown = { limits: 5 } as object
  const error = await Effect.runPromise(Effect.flip(bind(listOrders, options(fetch))("a", unknown)))
  expect(error.reason).toMatchObject({ issues: [{ path: ["limits"] }] })
})

const deleteOrder = operation(shop, "deleteOrder", {
  endpoint: {
    method: "delete",
    params: Schema.Struct({ id: Schema.String }),
    path: "/orders/{id}",
    success: { 204: null },
  },
})

it("succeeds with nothing where the answer is empty, and retries a DELETE", async () => {
  const { fetch, sent } = transport(() => new Response("", { status: 500 }), nothing)
  expect(await Effect.runPromise(bind(deleteOrder, options(fetch))("7"))).toBeUndefined()
  expect(sent.map(({ method, url }) => [method, url])).toEqual([
    ["DELETE", "https://shop.example/v2/orders/7"],
    ["DELETE", "https://shop.example/v2/orders/7"],
  ])
})

const cancel = operation(shop, "cancel", {
  endpoint: { method: "post", path: "/cancel", success: { 200: { schema: Order }, 202: null } },
})

it("sends no body where the operation has none, and reads each success by its status", async () => {
  const { fetch, sent } = transport(json({ id: "1" }), () => new Response(null, { status: 202 }))
  const cancelled = bind(cancel, options(fetch))
  expect(await Effect.runPromise(cancelled())).toEqual({ id: "1" })
  expect(await Effect.runPromise(cancelled())).toBeUndefined()
  expect(sent[0]?.body).toBeUndefined()
})

it("does not retry a POST after an unknown outcome", async () => {
  const { fetch, sent } = transport(() => new Response("", { status: 500 }))
  const { outcome } = await Effect.runPromise(Effect.flip(bind(cancel, options(fetch))()))
  expect([outcome, sent.length]).toEqual(["unknown", 1])
})

const Form = Schema.Struct({
  items: Schema.Array(Schema.String),
  meta: Schema.Struct({ a: Schema.Int }),
  name: Schema.String,
})

it("writes a form, and reads a text", async () => {
  const submit = operation(shop, "submit", {
    endpoint: {
      body: { schema: Form, type: "application/x-www-form-urlencoded" },
      method: "post",
      path: "/forms",
      success: { 200: { schema: Schema.String, type: "text/plain" } },
    },
  })
  const { fetch, sent } = transport(() => new Response("done"))
  const form = { items: ["a", "b c"], meta: { a: 1 }, name: "x&y" }
  expect(await Effect.runPromise(bind(submit, options(fetch))(form))).toBe("done")
  expect(sent[0]?.body).toBe("items=a&items=b%20c&meta=%7B%22a%22%3A1%7D&name=x%26y")
  expect(sent[0]?.headers.get("content-type")).toBe("application/x-www-form-urlencoded")
})

it("sends a text as it is", async () => {
  const note = operation(shop, "note", {
    endpoint: {
      body: { schema: Schema.String, type: "text/plain" },
      method: "put",
      path: "/note",
      success: { 204: null },
    },
  })
  const { fetch, sent } = transport(nothing)
  await Effect.runPromise(bind(note, options(fetch))("hello"))
  expect([sent[0]?.body, sent[0]?.headers.get("content-type")]).toEqual(["hello", "text/plain"])
})

it("signs the address and the body as they are sent", async () => {
  const signed = defineApi({
    ...shop,
    authenticate: () => (request) => ({ "x-signed": `${request.method} ${request.url} ${request.body}` }),
  })
  const { endpoint } = listOrders
  const list = operation(signed, "listOrders", {
    endpoint: endpoint as Endpoint & { readonly path: "/shops/{shop}/orders" },
  })
  const { fetch, sent } = transport(json([]))
  const call = bind(list, options(fetch)) as unknown as (
    ...args: ReadonlyArray<unknown>
  ) => Effect.Effect<unknown>
  await Effect.runPromise(Effect.exit(call("é", { fields: ["it's"] })))
  const url = new URL(sent[0]?.url ?? "").href
  expect(sent[0]?.headers.get("x-signed")).toBe(`GET ${url}`)
})

const bank = defineApi({
  authenticate: ({ id, secret }) =>
    clientCredentials({ id, secret, tokenUrl: "https://login.example/token" }),
  baseUrl: { default: "https://bank.example", variable: "BANK_URL" },
  credentials: { id: { isPublic: true, variable: "BANK_ID" }, secret: { variable: "BANK_SECRET" } },
  folder: "bank",
  name: "Bank",
  provider: "Bank",
})
const getAccount = operation(bank, "getAccount", {
  endpoint: { method: "get", path: "/account", success: { 200: { schema: Order } } },
})
const bankOptions = (fetch: Transport) => ({ fetch, id: "client", secret: Redacted.make("client-secret") })
const token = (value: string, seconds = 3600) => json({ access_token: value, expires_in: seconds })

it("fetches a token once, and sends it with every call", async () => {
  const { fetch, sent } = transport(token("first"), json({ id: "1" }), json({ id: "2" }))
  const account = bind(getAccount, bankOptions(fetch))
  await Effect.runPromise(account())
  await Effect.runPromise(account())
  expect(sent.map(({ headers, url }) => [url, headers.get("authorization")])).toEqual([
    ["https://login.example/token", `Basic ${btoa("client:client-secret")}`],
    ["https://bank.example/account", "Bearer first"],
    ["https://bank.example/account", "Bearer first"],
  ])
})

it("renews a token that is about to end", async () => {
  const { fetch, sent } = transport(token("first", 20), json({ id: "1" }), token("second"), json({ id: "1" }))
  const account = bind(getAccount, bankOptions(fetch))
  await Effect.runPromise(account())
  await Effect.runPromise(account())
  expect(sent.at(-1)?.headers.get("authorization")).toBe("Bearer second")
})

it("renews a kept token once after a 401", async () => {
  const refused = () => new Response("", { status: 401 })
  const { fetch, sent } = transport(
    token("first"),
    json({ id: "1" }),
    refused,
    token("second"),
    json({ id: "1" }),
  )
  const account = bind(getAccount, bankOptions(fetch))
  await Effect.runPromise(account())
  await Effect.runPromise(account())
  expect(sent.at(-1)?.headers.get("authorization")).toBe("Bearer second")

  const never = transport(token("first"), refused)
  const error = await Effect.runPromise(Effect.flip(bind(getAccount, bankOptions(never.fetch))()))
  expect([error.reason._tag, never.sent.length]).toEqual(["Unauthorized", 2])
})

it.each([
  ["is refused", () => new Response("", { status: 400 })],
  ["is none", json({ token: "x" })],
  [
    "can't be asked for",
    () => {
      throw new TypeError("failed")
    },
  ],
])("fails with Unauthorized where the token %s, and nothing was done", async (_, answer) => {
  const { fetch, sent } = transport(answer)
  const error = await Effect.runPromise(Effect.flip(bind(getAccount, bankOptions(fetch))()))
  expect([error.reason._tag, error.outcome, sent.length]).toEqual(["Unauthorized", "not-applied", 1])
  expect(JSON.stringify(error)).not.toContain("client-secret")
})

it("takes a token out of a provider's words", async () => {
  const { fetch } = transport(token("the-token-of-tests"), () =>
    Response.json({ message: "no: the-token-of-tests" }, { status: 404 }),
  )
  const quoting = defineApi({
    ...bank,
    parseError: (body) => ({ message: String(Object(body)["message"]) }),
  })
  const quoted = operation(quoting, "getAccount", { endpoint: getAccount.endpoint })
  const call = bind(quoted, bankOptions(fetch)) as unknown as () => Effect.Effect<unknown, { reason: Error }>
  const { reason } = await Effect.runPromise(Effect.flip(call()))
  expect(reason.message).toBe("no: <secret>")
})

it("declares nothing for an endpoint of another document", () => {
  interface Paths {
    readonly "/orders": {
      readonly get: {
        readonly responses: {
          readonly 200: { readonly content: { readonly "application/json": { readonly id: string } } }
        }
      }
    }
  }
  const right = { method: "get", path: "/orders", success: { 200: { schema: Order } } } as const
  expect(right satisfies EndpointOf<Paths, "get", "/orders">).toBe(right)
  // @ts-expect-error no such path
  type WrongPath = EndpointOf<Paths, "get", "/order">
  // @ts-expect-error no such method
  type WrongMethod = EndpointOf<Paths, "post", "/orders">
  const wrong = { ...right, success: { 200: { schema: Schema.Struct({ id: Schema.Int }) } } } as const
  // @ts-expect-error another type
  expect(wrong satisfies EndpointOf<Paths, "get", "/orders">).toBe(wrong)
  const spec = { endpoint: { ...right, body: { schema: Order }, method: "post" } as const }
  // @ts-expect-error a body that the document does not allow
  const body = operation(shop, "x", { ...spec, body: Schema.Struct({ id: Schema.Int }) })
  // @ts-expect-error a success of another type
  const success = operation(shop, "x", { ...spec, success: Schema.Int })
  expect(Result.isFailure(body.validate({ body: {}, params: undefined }))).toBe(true)
  expect(success.fullName).toBe("Shop.x")
  type Wrong = [WrongPath, WrongMethod]
  expect<Wrong | undefined>(undefined).toBeUndefined()
})
