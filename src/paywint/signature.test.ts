import { createHash, createHmac } from "node:crypto"
import { expect, it } from "vitest"
import vectors from "../../contract-tests/signing-vectors.json" with { type: "json" }
import { signer } from "./signature.ts"

const host = "https://api.example"

it.each(vectors)("$name", async ({ body, method, path, query, secret, signature }) => {
  expect(signer(secret)({ body, method, url: host + path + query })).toBe(signature)
})

it.each([
  ["text outside ASCII", "/a", '{"description":"Café – 日本語 🧾"}'],
  ["quotes and backslashes", "/a", JSON.stringify({ description: `'"\\"\\\\'` })],
  ["a percent-encoded path", "/a%20b/%E6%97%A5%2F", "{}"],
  ["a query that looks encoded", "/a?b=%20c+d&e=%2F", ""],
])("agrees with node:crypto on %s", async (_, target, body) => {
  const bodyHash = createHash("sha256").update(body).digest("hex")
  const expected = createHmac("sha256", "sécret 🔑").update(`POST${target}${bodyHash}`).digest("hex")
  expect(signer("sécret 🔑")({ body, method: "POST", url: host + target })).toBe(expected)
})

it.each([
  "two words",
  " a line\nand another\r\n",
  `"quotes" and \\`,
  "пароль",
  "日本語 🔑",
  "\u0000",
  "e\u0301",
  "x".repeat(64),
  "é".repeat(64),
])("agrees with node:crypto on the secret %j", (secret) => {
  const bodyHash = createHash("sha256").update("{}").digest("hex")
  const expected = createHmac("sha256", Buffer.from(secret, "utf8")).update(`POST/a${bodyHash}`).digest("hex")
  expect(signer(secret)({ body: "{}", method: "POST", url: `${host}/a` })).toBe(expected)
})

it("signs the method, the path, the query and the body, and not the host", async () => {
  const sign = signer("secret")
  const request = { body: "{}", method: "POST", url: `${host}/a?b=c` }
  const same = sign({ ...request, url: "http://127.0.0.1:8788/a?b=c" })
  expect(sign(request)).toBe(same)
  for (const change of [
    { method: "PUT" },
    { url: `${host}/A?b=c` },
    { url: `${host}/a?b=C` },
    { url: `${host}/a` },
    { body: "{} " },
  ]) {
    expect(sign({ ...request, ...change }), JSON.stringify(change)).not.toBe(same)
  }
  expect(signer("Secret")(request)).not.toBe(same)
})
