import { createHash } from "node:crypto"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { callerKeys, callerOf } from "./caller-keys.ts"

const digest = (key: string) => createHash("sha256").update(key).digest("hex")

describe("callerOf", () => {
  const whose = callerOf({
    alice: [digest("old"), digest("new")],
    bob: [digest("Schlüssel 🔑").toUpperCase()],
    nobody: [],
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
  const read = (env: Record<string, string>) =>
    Effect.runPromise(callerKeys.parse(ConfigProvider.fromUnknown(env)))

  it("is JSON of names and digests", async () => {
    const keys = { alice: [digest("old"), digest("new")], bob: [] }
    expect(await read({ CALLER_KEYS: JSON.stringify(keys) })).toEqual(keys)
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
