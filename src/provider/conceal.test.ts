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
  // A secret that is part of what takes its place.
  [["secret"], "secret key", "<secret> key"],
  [["e"], "e", "<secret>"],
])("of %j in %j shows %j", (secrets, text, shown) => {
  expect(concealing(secrets)(text)).toBe(shown)
})

it("takes no longer than the text, whatever that is made of", () => {
  const conceal = concealing([`a${"=".repeat(32)}b`])
  for (const text of [`a${"=".repeat(32)}c`, `&#${"0".repeat(16_000)}`, "%".repeat(16_000)]) {
    expect(Array.from({ length: 50 }, () => conceal(text)).at(-1)).toBe(text.slice(0, 500))
  }
})

it("finds a secret that HTML quotes by numbers without an end", () => {
  expect(concealing(["key=="])("&#107&#101&#121&#61&#61")).toBe("<secret>")
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

const special = "sk_live+Ab/Cd!Ef(9)Gh*Ij~Kl'Mn\"Op<Qr>St&Uv=="
const percent = (character: string) => `%${character.charCodeAt(0).toString(16)}`
const strict = encodeURIComponent(special).replaceAll(/[!'()*]/g, percent)
const code = (character: string, radix: number) => character.charCodeAt(0).toString(radix)

it.each<readonly [string, string]>([
  ["a URL, as Python quotes", strict.replaceAll("%2F", "/")],
  ["a URL, as RFC 3986 has it", strict],
  ["a URL in small letters", strict.toLowerCase()],
  ["a URL within a URL", encodeURIComponent(strict)],
  ["a form", new URLSearchParams({ key: special }).toString()],
  ["a form that was half decoded", special.replaceAll("+", " ")],
  ["a URL whose every character is quoted", special.replaceAll(/./g, percent)],
  ["JSON, as PHP writes it", JSON.stringify(special).replaceAll("/", "\\/")],
  ["JSON in JSON", JSON.stringify(JSON.stringify({ special }))],
  ["JSON in ASCII", special.replaceAll(/./g, (character) => `\\u00${code(character, 16).toUpperCase()}`)],
  [
    "HTML",
    special
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll('"', "&quot;")
      .replaceAll("'", "&#39;"),
  ],
  ["HTML, as OWASP has it", special.replaceAll(/\W/g, (character) => `&#x${code(character, 16)};`)],
  ["HTML in decimals", special.replaceAll(/\W/g, (character) => `&#0${code(character, 10)};`)],
  ["base64 without its padding", special.replace(/=+$/, "")],
])("finds a secret in %s, whole", (_, text) => {
  expect(concealing([special])(`key ${text}.`)).toMatch(/^key [^A-Z]*<secret>[^A-Z]*$/)
  expect(concealing(["another secret"])(text)).toBe(text)
})

it.each([3, 4, 5])("finds a secret that is quoted %i times", (times) => {
  let [json, url, html] = [special, special, special]
  for (let time = 0; time < times; time++) {
    json = JSON.stringify(json)
    url = encodeURIComponent(url)
    html = html.replaceAll(/\W/g, (character) => `&#${code(character, 10)};`)
  }
  for (const text of [json, url, html]) expect(concealing([special])(text)).toMatch(/^\W*<secret>\W*$/)
})

it("finds a secret whose line break at the end the provider does not know", () => {
  expect(concealing(["a-secret\n"])('"a-secret" is not valid')).toBe('"<secret>" is not valid')
})

it.each(["%", "\\u00", "&#x"])("finds a signature whose characters are quoted as in %s", (quote) => {
  const text = "ab".repeat(32).replaceAll(/./g, (character) => quote + code(character, 16))
  expect(concealing(["a-secret"], /[0-9a-z]{64,}/gi)(text)).toMatch(/^<signature>;*$/)
})

const long = ["-", "k", "é", "日本", "🔑", " ", '"', "&", "+=", "\u0001", "x-"].map(
  (part) => [part, `a${part.repeat(1_000_000 / part.length)}`] as const,
)
it.each(long)("hides a secret of a million %j, whole or cut", (_, secret) => {
  const conceal = concealing([secret, "another"])
  for (const length of [256, 257, 1_000, 16_000]) {
    const part = secret.slice(0, length)
    expect(conceal(`the key ${part} another`)).toMatch(/^the key <secret>/)
    expect(conceal(`the key ${part} another`)).not.toContain(secret.slice(1, 5))
    expect(conceal(`the key ${JSON.stringify(part.slice(0, 1_000))}`)).toMatch(/^the key "<secret>/)
  }
})

it("is quick about a secret full of spaces that is not there", () => {
  const text = `a${" ".repeat(200)}c`
  expect(concealing([`a${" ".repeat(200)}b`])(text)).toBe(text)
})

it("finds a long secret that looks like a signature in part", () => {
  const long = `${"aB3".repeat(30)}-+/${"cD4".repeat(30)}`
  expect(concealing([long], /[0-9a-z]{64,}/gi)(`${long} ${"f".repeat(64)}`)).toBe("<secret> <signature>")
})

it.each(["x", "\\", "%", "&", "a-secret", "%2525", "\\\\\\u00"])(
  "is quick about a text full of %s",
  (part) => {
    const conceal = concealing(["a-secret-of-many-letters+/=", "x".repeat(200)])
    for (const length of [16_000, 1_000_000]) {
      const begun = performance.now()
      conceal(part.repeat(length / part.length))
      expect(performance.now() - begun).toBeLessThan(250)
    }
  },
)

it("shows nothing of a text too long to be looked through", () => {
  const text = `${"a-long-secret ".repeat(1_200)}`
  expect(concealing(["a-long-secret"])(text.slice(0, 16_384))).not.toMatch(/a-long(?!>)/)
  expect(concealing(["a-long-secret"])(text)).toBe("(a long text)")
})

it("cuts what is longer than 500 characters, after concealing", () => {
  const conceal = concealing(["secret"])
  expect(conceal("x".repeat(600))).toBe("x".repeat(500))
  const shown = conceal(`${"x".repeat(497)}secret`)
  expect(shown).toHaveLength(500)
  expect(shown).not.toContain("sec")
})

it("shows whole characters only", () => {
  const conceal = concealing(["secret"])
  expect(conceal(`${"x".repeat(499)}🔑`)).toBe("x".repeat(499))
  expect(conceal("a \ud800 b")).toBe("a \ufffd b")
})
