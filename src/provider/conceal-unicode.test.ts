import { describe, expect, it } from "vitest"
import { concealing } from "./conceal.ts"

/** Secrets that are keys and never sent can hold any text. */
const secrets = [
  "correct horse battery staple",
  "two  spaces and a\ttab",
  "line one\nline two\r\nline three\n",
  `quotes " and ' and \` and \\ and \\n`,
  "пароль",
  "größer & <schöner> als 100 %",
  "日本語の鍵です",
  "🔑 schlüssel 🗝️ +/=",
  "e\u0301 and \u00e9 and \u00a0 and \u2028",
  "\u0000\u0001\u007f\u0080 controls",
] as const

const units = (text: string) => text.split("")
const code = (unit: string, digits: number) => unit.charCodeAt(0).toString(16).padStart(digits, "0")
const point = (character: string) => character.codePointAt(0) ?? 0
const ascii = (text: string) =>
  JSON.stringify(text).replaceAll(/[^\x20-\x7e]/g, (unit) => `\\u${code(unit, 4)}`)
const octets = (text: string) =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`)
const html = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")
const base64 = (text: string) => Buffer.from(text).toString("base64")

const writings: Readonly<Record<string, (secret: string) => string>> = {
  "as it is": (secret) => secret,
  JSON: (secret) => JSON.stringify({ secret }),
  "JSON in ASCII": ascii,
  "JSON in ASCII, in capitals": (secret) =>
    ascii(secret).replaceAll(/[\da-f]{4}/g, (hex) => hex.toUpperCase()),
  "JSON whose every character is quoted": (secret) =>
    units(secret)
      .map((unit) => `\\u${code(unit, 4)}`)
      .join(""),
  "JSON in JSON": (secret) => JSON.stringify(JSON.stringify({ secret })),
  "JSON in ASCII in JSON": (secret) => JSON.stringify(ascii(secret)),
  "a URL": encodeURIComponent,
  "a URL in small letters": (secret) => encodeURIComponent(secret).toLowerCase(),
  "a URL whose every octet is quoted": (secret) => octets(secret).join(""),
  "a URL within a URL": (secret) => encodeURIComponent(encodeURIComponent(secret)),
  "a form": (secret) => new URLSearchParams({ secret }).toString(),
  "a URL in JSON in ASCII": (secret) => ascii(encodeURIComponent(secret)),
  HTML: html,
  "HTML by numbers": (secret) => [...secret].map((character) => `&#${point(character)};`).join(""),
  "HTML by hexadecimal numbers": (secret) =>
    [...secret].map((character) => `&#x${point(character).toString(16).toUpperCase()};`).join(""),
  "HTML with numbers for what is not ASCII": (secret) =>
    html(secret).replaceAll(/[^\x00-\x7f]/gu, (character) => `&#${point(character)};`),
  "a program": (secret) => [...secret].map((character) => `\\u{${point(character).toString(16)}}`).join(""),
  Python: (secret) =>
    [...secret].map((character) => `\\U${point(character).toString(16).padStart(8, "0")}`).join(""),
  base64,
  "base64 of more": (secret) => base64(`x${secret} and more`),
  base64url: (secret) => Buffer.from(`xx${secret}`).toString("base64url"),
  hex: (secret) => Buffer.from(secret).toString("hex"),
  "hex in capitals": (secret) => Buffer.from(secret).toString("hex").toUpperCase(),
}

describe.each(secrets)("a text that quotes %j", (secret) => {
  it.each(Object.entries(writings))("conceals it in %s", (_, write) => {
    const text = `the key ${write(secret)} is not valid`
    const shown = concealing([secret])(text)
    expect(shown).toContain("<secret>")
    // Nothing of it is left: what was around it, and no more.
    expect(shown.length).toBeLessThan("the key {secret:<secret> and more is not valid".length + 40)
    for (const word of secret.split(/[^\p{L}]+/u).filter((word) => word.length > 3)) {
      expect(shown.replaceAll(/secret|the key|is not valid/g, "")).not.toContain(word)
    }
    expect(concealing(["another secret"])(text)).toBe(text)
  })
})

it.each(["\ud800 and more", "k".repeat(2_000_000), "ключ ".repeat(100_000)])(
  "takes any secret, %#",
  (secret) => {
    expect(concealing([secret])(`said ${"x".repeat(200)}`)).toBe(`said ${"x".repeat(200)}`)
  },
)
