import { createHash } from "node:crypto"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import { describe, expect, it } from "vitest"
import { callerKeys, callerOf } from "./caller-keys.ts"
import { gateway } from "./gateway.ts"

const digest = (key: string) => createHash("sha256").update(key).digest("hex")

describe("callerOf", () => {
  const whose = callerOf({
    alice: [digest("old"), digest("new")],
    bob: [digest("Schlüssel 🔑").toUpperCase()],
    nobody: [],
    unset: [digest("")],
  })

  it.each([
    ["old", "alice"],
    ["new", "alice"],
    ["Schlüssel 🔑", "bob"],
    ["", undefined],
    ["Old", undefined],
    ["old ", undefined],
    ["alice", undefined],
    [digest("old"), undefined],
  ])("of %j is %s", async (key, caller) => {
    expect(whose(key)).toBe(caller)
  })

  it("knows nobody where there are no keys", async () => {
    expect(callerOf({})("")).toBeUndefined()
  })
})

describe("CALLER_KEYS", () => {
  const read = (env: Record<string, unknown>) =>
    Effect.runPromise(callerKeys.parse(ConfigProvider.fromUnknown(env)))

  it("is JSON of names and digests", async () => {
    const keys = { alice: [digest("old"), digest("new")], bob: [] }
    expect(await read({ CALLER_KEYS: JSON.stringify(keys) })).toEqual(keys)
  })

  it("may be a table", async () => {
    expect(await read({ CALLER_KEYS: { alice: [digest("a")] } })).toEqual({ alice: [digest("a")] })
  })

  it.each([{}, { CALLER_KEYS: "" }])("may be absent: %j", async (env) => {
    expect(await read(env)).toEqual({})
  })

  it.each([
    "{",
    "[]",
    "null",
    '"alice"',
    '{"alice": "digest"}',
    '{"alice": ["plain-text-canary"]}',
    JSON.stringify({ alice: [`${digest("a")}0`] }),
    JSON.stringify({ alice: [digest("a"), 1] }),
    JSON.stringify({ alice: [digest("a"), digest("")] }),
    JSON.stringify({ alice: [digest("").toUpperCase()] }),
    { alice: ["plain-text-canary", digest("a")] },
    { alice: digest("a") },
    { alice: [digest("")] },
  ])("is refused as %j, without its digests or keys in the message", async (value) => {
    const failure = await read({ CALLER_KEYS: value }).then(
      () => "read",
      (error: unknown) => String(error),
    )
    expect(failure).not.toBe("read")
    expect(failure).not.toContain("canary")
    expect(failure).not.toContain(digest("a"))
  })
})

describe("the digest of an empty key", () => {
  const { handler } = gateway(
    Layer.merge(
      ConfigProvider.layer(ConfigProvider.fromUnknown({ CALLER_KEYS: { alice: [digest("")] } })),
      Logger.layer([]),
    ),
  )
  it.each([{}, { authorization: "Bearer " }])("lets nobody in, and 503 says why: %j", async (headers) => {
    const url = "https://gateway.example/v1/paywint/platform/checkout-tokens"
    const answer = await handler(new Request(url, { headers, method: "POST" }))
    expect(answer.status).toBe(503)
    expect(await answer.text()).toMatch(/CALLER_KEYS.* key that is not empty/)
  })
})
