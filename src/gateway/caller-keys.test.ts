import { createHash } from "node:crypto"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { callerKeys, callerOf } from "./caller-keys.ts"
import { gateway } from "./gateway.ts"

const keys = ["a", "b", "c", "d", "e"]
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
    Effect.runPromise(Effect.provide(callerKeys, ConfigProvider.layer(ConfigProvider.fromUnknown(env))))

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
    `{"alice": [], "__proto__": ["${digest("a")}"]}`,
    `{"alice": ["${digest("a")}"], "bob": {"canary": [], "canary": []}}`,
    `{"${digest("a")}": [], "${digest("a")}": []}`,
    { [digest("a")]: [] },
  ])("is refused as %j, without its digests or keys in the message", async (value) => {
    const failure = await read({ CALLER_KEYS: value }).then(
      () => "read",
      (refusal: unknown) => JSON.stringify(refusal),
    )
    expect(failure).not.toBe("read")
    expect(failure).not.toContain("canary")
    expect(failure).not.toContain(digest("a"))
  })
})

/** `CALLER_KEYS` of these entries as a text, where a name may be there twice. */
const text = (...entries: ReadonlyArray<readonly [name: string, ...keys: ReadonlyArray<string>]>) =>
  `{${entries.map(([name, ...keys]) => `${name}: ${JSON.stringify(keys.map(digest))}`).join()}}`

describe("CALLER_KEYS that leave open whose a key is", () => {
  const sayingWhy = async (value: unknown, key = "a") => {
    const env = { CALLER_KEYS: value }
    const { handler } = gateway(
      Layer.merge(ConfigProvider.layer(ConfigProvider.fromUnknown(env)), Logger.layer([])),
    )
    const url = "https://gateway.example/v1/paywint/platform/checkout-tokens"
    const headers = { authorization: `Bearer ${key}` }
    const answer = await handler(new Request(url, { headers, method: "POST" }))
    return { status: answer.status, text: await answer.text() }
  }

  it.each([
    [text(['"alice"', "a"], ['"bob"', "b", "a"]), 'Digest 2 of "bob" is also digest 1 of "alice"'],
    [text(['"bob"', "b", "a"], ['"alice"', "a"]), 'Digest 1 of "alice" is also digest 2 of "bob"'],
    [text(['"alice"', "a", "b", "a"]), 'Digest 3 of "alice" is also digest 1 of "alice"'],
    [
      `{"alice": ["${digest("a")}"], "bob": ["${digest("a").toUpperCase()}"]}`,
      'Digest 1 of "bob" is also digest 1 of "alice"',
    ],
    [{ alice: [digest("a")], bob: [digest("a")] }, 'Digest 1 of "bob" is also digest 1 of "alice"'],
    [text(['"alice"', "a"], ['"alice"', "b"]), '"alice" is named twice'],
    [text(['"alice"', "a"], ['"alice"', "a"]), '"alice" is named twice'],
    [text(['"alice"', "a"], ['"bob"', "b"], ['"\\u0061lice"']), '"alice" is named twice'],
    [text(['"__proto__"', "a"]), "this key is not allowed"],
    [text(['""', "a"]), '"" needs a name'],
    [text(['"alice "', "a"]), '"alice " needs a name'],
    [text(['"\\u00a0alice"', "a"]), 'alice" needs a name'],
    [text(['"ali\\u200bce"', "a"]), '"ali\\u{200b}ce" needs a name'],
    [text(['"a\\nb"', "a"]), '"a\\nb" needs a name'],
    [text(['"a\\u0085b"', "a"]), '"a\\u{85}b" needs a name'],
    [text(['"\\u00e9"', "a"], ['"e\\u0301"', "b"]), "look the same"],
    [text([`"${digest("a")}"`, "b"]), "name is a digest"],
    [`{"alice": ["${digest("a")}",]}`, "Line 1, column 79: a value is expected."],
  ])("are refused, naming which: %j", async (value, why) => {
    const { status, text } = await sayingWhy(value)
    expect(status).toBe(503)
    const problem = JSON.parse(text) as { detail: string; type: string }
    expect(problem.type).toBe("/docs#not-configured")
    expect(problem.detail).toContain("CALLER_KEYS can't be read.")
    expect(problem.detail).toContain(why)
    expect(text).not.toContain(digest("a"))
  })

  it.each([
    text(['"alice"', "a"], ['"Alice"', "b"], ['"ALICE"']),
    text(['"constructor"', "a"], ['"toString"', "b"], ['"1"', "c"]),
    text(['"Zoë & Søn (日本) 🧾"', "a"]),
    text(['"nobody"'], ['"alice"', "a"]),
  ])("are none of these: %j", async (value) => {
    expect((await sayingWhy(value)).status).toBe(415)
    expect((await sayingWhy(value, "stranger")).status).toBe(401)
  })
})

it("gives a key to the same caller in whichever order they stand, or refuses", async () => {
  const entries = fc.dictionary(
    fc.constantFrom("alice", "Alice", "bob", "7"),
    fc.array(fc.constantFrom(...keys)),
  )
  await fc.assert(
    fc.asyncProperty(entries, async (entries) => {
      const whose = async (order: ReadonlyArray<readonly [string, ReadonlyArray<string>]>) => {
        const value = text(...order.map(([name, own]) => [JSON.stringify(name), ...own] as const))
        const result = await Effect.runPromise(
          Effect.result(
            Effect.provide(
              callerKeys,
              ConfigProvider.layer(ConfigProvider.fromUnknown({ CALLER_KEYS: value })),
            ),
          ),
        )
        return Result.isSuccess(result) ? keys.map(callerOf(result.success)) : "refused"
      }
      const forwards = Object.entries(entries)
      const all = forwards.flatMap(([, own]) => own)
      expect(await whose(forwards)).toEqual(await whose(forwards.toReversed()))
      expect((await whose(forwards)) === "refused").toBe(new Set(all).size < all.length)
    }),
  )
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
