import { describe, expect, it } from "vitest"
import { holdsSecret, holdsToken } from "./guard.ts"

const base64 = (text: string) => Buffer.from(text).toString("base64")
const hex = (text: string) => Buffer.from(text).toString("hex")
const json = (value: unknown) => JSON.stringify(value)
const html = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("'", "&apos;")
const nested = (value: unknown, times: number): string =>
  times === 0 ? json(value) : json({ inner: nested(value, times - 1) })
const percent = (text: string, times: number): string =>
  times === 0 ? text : percent(encodeURIComponent(text), times - 1)

describe.each([["sk/live+key=ÄÖ-42"], ['pk"live\\0123'], ["pk<live>&'0123'"], ["ключ-от-всего"]])(
  "the secret %s",
  (secret) => {
    it.each<readonly [string, unknown]>([
      ["plain", secret],
      ["hex", hex(secret)],
      ["hex in capitals", hex(secret).toUpperCase()],
      ["URL-encoded", encodeURIComponent(secret)],
      ["URL-encoded three times", percent(secret, 3)],
      ["base64", base64(secret)],
      ["base64 behind one byte", base64(`x${secret}y`)],
      ["base64 behind two bytes", base64(`xx${secret}`)],
      ["base64url", Buffer.from(secret).toString("base64url")],
      ["JSON", json({ secret })],
      ["JSON in JSON", json({ body: json({ secret }) })],
      ["JSON in JSON in JSON", nested({ secret }, 3)],
      ["a name in JSON in JSON", nested({ [secret]: 1 }, 1)],
      ["JSON with every character escaped", `{"a":"${escapes(secret)}"}`],
      [
        "JSON with every character escaped in capitals",
        `{"a":"${escapes(secret).toUpperCase().replaceAll("\\U", "\\u")}"}`,
      ],
      ["escapes of JSON in a page", `<p>${escapes(secret)}</p>`],
      ["HTML by numbers", Array.from(secret, (one) => `&#${one.codePointAt(0)};`).join("")],
      ["HTML by names", html(secret)],
      ["HTML of HTML by names", html(html(secret))],
      ["HTML by names of JSON in JSON", html(nested({ secret }, 1))],
      ["a form", new URLSearchParams({ a: secret }).toString()],
      ["JSON in a form", new URLSearchParams({ a: json({ secret }) }).toString()],
      ["base64 of JSON", base64(json({ secret }))],
      ["base64 of JSON behind a text", `data:text/plain;base64,${base64(json({ secret }))}`],
      ["base64 of JSON that is joined to a text", `x${base64(json({ secret }))}`],
      ["base64 of base64 of JSON", base64(base64(json({ secret })))],
      ["hex of JSON", hex(json({ secret }))],
      ["JSON of base64 of JSON", json({ token: base64(json({ secret })) })],
    ])("is found in %s", (_, text) => {
      for (const value of [
        text,
        `before ${String(text)} after`,
        { body: text },
        { [String(text)]: 1 },
        [{ headers: { "retry-after": text } }],
      ]) {
        expect(holdsSecret(value, ["other-secret", secret])).toBe(true)
        expect(holdsSecret(value, ["other-secret", `${secret}-another`])).toBe(false)
      }
    })
  },
)

const escapes = (text: string) =>
  Array.from(
    { length: text.length },
    (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, "0")}`,
  ).join("")

it("a number is a text too", () => {
  expect(holdsSecret({ id: 411486491630370 }, ["411486491630370"])).toBe(true)
})

it("finds nothing in a value without secrets", () => {
  const value = { body: json({ token: base64("nothing to see") }), note: "nothing to see, key=42 %41 &amp;" }
  expect(holdsSecret(value, ["sk/live+key=42", "", "abc"])).toBe(false)
})

it("a short secret is not looked for in noise", () => {
  expect(holdsSecret("c2VjcmV0LWlzLWhlcmUhIQ", ["secret"])).toBe(false)
  expect(holdsSecret("a secret", ["secret"])).toBe(true)
})

it("a text that can be decoded without end counts as one that holds a secret", () => {
  expect(holdsSecret(`%${"25".repeat(1_000)}`, ["a-secret-key"])).toBe(true)
})

it("finds one of many tokens, however it is encoded", () => {
  const tokens = Array.from({ length: 20_000 }, (_, index) => `customer-number-${index}`)
  const others = { body: json({ a: "customer-number", b: "customer-number-x1" }) }
  expect(holdsToken(others, tokens)).toBe(false)
  for (const text of ["a-Customer-Number-19999-b", json({ a: base64(json("customer-number-7")) })]) {
    expect(holdsToken({ ...others, text }, tokens)).toBe(true)
  }
})
