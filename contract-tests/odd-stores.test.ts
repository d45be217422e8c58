/** A store of keys may be another program: another release of the Worker, or somebody's own. */
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as ConfigProvider from "effect/ConfigProvider"
import { describe, expect, it } from "vitest"
import { gateway } from "../src/gateway/gateway.ts"
import { Idempotency } from "../src/gateway/idempotency/idempotency.ts"
import { callerKeys } from "./caller-keys.ts"
import { environment } from "./emulator/credentials.ts"
import { callerKey, post, problemOf, routes } from "./routes.ts"

const answer = { body: "{}", contentType: "application/json", status: 201 }
const settled = { _tag: "called", answer }
const route = routes.find(([, { repeatable }]) => !repeatable)?.[1] ?? expect.fail("no route")

/** A gateway with a store that ends every run like this, whatever the types say, and what it logs. */
const started = (run: () => unknown) => {
  const lines: Array<unknown> = []
  const env = { ...environment("http://127.0.0.1:9"), CALLER_KEYS: callerKeys({ tests: [callerKey] }) }
  // JSON has no type, and neither has what a store of another release answers.
  const store = JSON.parse("{}")
  store.run = run
  const { handler } = gateway(
    Layer.merge(
      ConfigProvider.layer(ConfigProvider.fromUnknown(env)),
      Logger.layer([Logger.make(({ message }) => lines.push(message))]),
    ),
    { idempotency: Layer.succeed(Idempotency, store) },
  )
  return { fetch: (request: Request) => handler(request), lines, url: "https://gateway.example" }
}

const ask = (served: ReturnType<typeof started>) =>
  post(served, route, { headers: { "x-request-id": "r-1" } })

const odd: ReadonlyArray<readonly [string, unknown]> = [
  ["nothing", undefined],
  ["null", null],
  ["an empty object", {}],
  ["a number", 7],
  ["an empty text", ""],
  ["a list", []],
  ["a tag that nobody knows", { _tag: "nonsense" }],
  ["no answer", { _tag: "called" }],
  ["an answer that is null", { _tag: "replay", answer: null }],
  ...[99_999, 0, 99, 101, 199, 600, -1, 200.5, NaN, Infinity, "201", null, 204, 205, 304].map(
    (status) => [`the status ${status}`, { ...settled, answer: { ...answer, status } }] as const,
  ),
  ...["a\nb", "", " ", "é", 7, null, "a\0"].map(
    (contentType) =>
      [
        `the content type ${JSON.stringify(contentType)}`,
        { ...settled, answer: { ...answer, contentType } },
      ] as const,
  ),
  ...[null, 7, {}, undefined].map(
    (body) => [`the body ${body}`, { ...settled, answer: { ...answer, body } }] as const,
  ),
  ...["5", NaN, Infinity, {}, null].map(
    (retryAfter) => [`to wait ${retryAfter}`, { ...settled, answer: { ...answer, retryAfter } }] as const,
  ),
]

describe("a decision that no release of the gateway makes counts as broken off, outcome unknown", () => {
  it.each(odd)("%s", async (_, decision) => {
    const served = started(() => Effect.succeed(decision))
    const response = await ask(served)
    expect(response.status).toBe(409)
    expect(await problemOf(response)).toMatchObject({ outcome: "unknown", type: "/docs#broken-off" })
    expect(served.lines).toMatchObject([
      [{ fault: expect.any(String), operation: route.operation, request_id: "r-1" }],
      [{ operation: route.operation, outcome: "unknown", reason: "broken-off", request_id: "r-1" }],
    ])
  })

  it.each<[string, () => unknown]>([
    ["throws", () => JSON.parse("{")],
    ["gives no effect", () => undefined],
    ["gives a promise", () => Promise.resolve(settled)],
    ["fails with no refusal", () => Effect.fail({})],
    ["fails with null", () => Effect.fail(null)],
    ["fails with a status that is none", () => Effect.fail({ problem: { ...refusal.problem, status: 99 } })],
    ["fails with headers that can't be sent", () => Effect.fail({ ...refusal, headers: { "a b": "c\n" } })],
    ["fails with a wait that is none", () => Effect.fail({ ...refusal, retryAfter: NaN })],
  ])("a store that %s", async (_, run) => {
    const response = await ask(started(run))
    expect(await problemOf(response)).toMatchObject({ outcome: "unknown", type: "/docs#broken-off" })
  })
})

const refusal = {
  problem: { detail: "No.", status: 503, title: "No", type: "/docs#not-configured" },
  retryAfter: 2_000,
}

it("a refusal of a store is given as it is", async () => {
  const response = await ask(started(() => Effect.fail({ ...refusal, headers: { "x-why": "no" } })))
  expect(response.headers.get("retry-after")).toBe("2")
  expect(response.headers.get("x-why")).toBe("no")
  expect(await problemOf(response)).toEqual(refusal.problem)
})

it.each([
  [-1e308, "1"],
  [1e308, "86400"],
])("a wait of %d milliseconds is told as one that a header can say", async (retryAfter, header) => {
  const body = JSON.stringify({ ...refusal.problem, outcome: "not-applied" })
  const refused = { body, contentType: "application/problem+json", retryAfter, status: 503 }
  const response = await ask(started(() => Effect.succeed({ _tag: "called", answer: refused })))
  expect(response.headers.get("retry-after")).toBe(header)
})

it("a store's answer may have more properties than this release knows", async () => {
  const later = { _tag: "replay", answer: { ...answer, later: 1, retryAfter: undefined }, later: 2 }
  const response = await ask(started(() => Effect.succeed(later)))
  expect([response.status, response.headers.get("idempotent-replayed")]).toEqual([201, "true"])
})

it("an answer that stays has no retry-after, whoever kept it", async () => {
  const problem = { ...refusal.problem, outcome: "unknown", status: 502 }
  const kept = { body: JSON.stringify(problem), contentType: "application/problem+json", status: 502 }
  for (const _tag of ["called", "replay"]) {
    const decision = { _tag, answer: { ...kept, retryAfter: 5_000 } }
    expect((await ask(started(() => Effect.succeed(decision)))).headers.get("retry-after")).toBeNull()
  }
})

it("an error that a store words in its own way is not logged as applied", async () => {
  for (const contentType of ["application/problem+json; charset=utf-8", "text/plain"]) {
    const served = started(() =>
      Effect.succeed({ ...settled, answer: { body: "No", contentType, status: 502 } }),
    )
    expect((await ask(served)).status).toBe(502)
    expect(served.lines).toMatchObject([[{ outcome: "unknown", status: 502 }]])
  }
})

it.each([
  ["under-way", "unknown"],
  ["mismatch", "not-applied"],
])("%s is logged and answered with the outcome %s", async (_tag, outcome) => {
  const served = started(() => Effect.succeed({ _tag }))
  expect(await problemOf(await ask(served))).toMatchObject({ outcome })
  expect(served.lines).toMatchObject([[{ outcome }]])
})

it("frees its place, however often a store answers nonsense", async () => {
  const served = started(() => Effect.succeed({}))
  for (let round = 0; round < 6; round++) {
    await Promise.all(Array.from({ length: 100 }, () => ask(served)))
  }
  expect(await problemOf(await ask(served))).toMatchObject({ type: "/docs#broken-off" })
})
