import { expect, it } from "vitest"
import { concealing } from "./conceal.ts"

it.each([
  [["key"], "key", "<secret>"],
  [["key"], "a key and another key", "a <secret> and another <secret>"],
  [["key"], "keykey", "<secret><secret>"],
  [["one", "two"], "two one", "<secret> <secret>"],
  [["a.c"], "abc a.c", "abc <secret>"],
  [["$&"], "pays $& and $1", "pays <secret> and $1"],
  [[""], "nothing", "nothing"],
  [[], "nothing", "nothing"],
  // One secret within another, whichever is named first.
  [["key", "key-and-more"], "key-and-more", "<secret>"],
  [["key-and-more", "key"], "key-and-more", "<secret>"],
])("of %j in %j shows %j", (secrets, text, shown) => {
  expect(concealing(secrets)(text)).toBe(shown)
})

const secret = 'pnapi_v1/+"~?>>>'
const base64 = (text: string) => Buffer.from(text).toString("base64")
it.each<readonly [string, string]>([
  ["JSON", JSON.stringify({ secret })],
  ["a URL", `?key=${encodeURIComponent(secret)}&`],
  ["a URL in small letters", encodeURIComponent(secret).toLowerCase()],
  ["hex", Buffer.from(secret).toString("hex")],
  ["hex in capitals", Buffer.from(secret).toString("hex").toUpperCase()],
  ["capitals", secret.toUpperCase()],
  ["base64", base64(secret)],
  ...["", "x", "xx"].map((before) => ["base64 of more", base64(`${before}${secret} and more`)] as const),
  ...["", "x", "xx"].map(
    (before) => ["base64url of more", Buffer.from(before + secret).toString("base64url")] as const,
  ),
])("finds a secret in %s", (_, text) => {
  expect(concealing([secret])(text)).toContain("<secret>")
  expect(concealing(["another secret"])(text)).toBe(text)
})

it("cuts what is longer than 500 characters, after concealing", () => {
  const conceal = concealing(["secret"])
  expect(conceal("x".repeat(600))).toBe("x".repeat(500))
  const shown = conceal(`${"x".repeat(497)}secret`)
  expect(shown).toHaveLength(500)
  expect(shown).not.toContain("sec")
})
