import { describe, expect, it } from "vitest"
import { pageKey } from "./page-key.ts"

const key = pageKey("open sesame")
const https = "https://gateway.example/contracts"
const loopback = "http://127.0.0.1:8787/contracts"
const cookieOf = (url: string, of = key) => of.cookie(url).split(";")[0] ?? ""

it.each(["open sesame", " open sesame\n"])("accepts the key: %j", (entered) => {
  expect(key.accepts(entered)).toBe(true)
})

it.each(["", "open", "open sesame!", "Open Sesame", "opensesame", cookieOf(https)])(
  "accepts nothing else: %j",
  (entered) => {
    expect(key.accepts(entered)).toBe(false)
  },
)

describe("the cookie", () => {
  it("is kept from scripts, other sites, other hosts and plain HTTP", () => {
    expect(key.cookie(https)).toMatch(
      /^__Host-page_key=[0-9a-f]{64}; Path=\/; Max-Age=2419200; HttpOnly; SameSite=Strict; Secure$/,
    )
  })

  it.each([
    "http://gateway.example/",
    "http://localhost.evil.example/",
    "https://127.0.0.1/",
    "https://localhost/",
  ])("is Secure at %s", (url) => expect(key.cookie(url)).toMatch(/^__Host-page_key=.*; Secure$/))

  it.each([loopback, "http://localhost:8787/", "http://[::1]:8787/"])("is not Secure at %s", (url) => {
    expect(key.cookie(url)).toMatch(
      /^page_key=[0-9a-f]{64}; Path=\/; Max-Age=2419200; HttpOnly; SameSite=Strict$/,
    )
  })

  it("does not hold the key, and is another one for another key", () => {
    expect(decodeURIComponent(key.cookie(https))).not.toContain("sesame")
    expect(cookieOf(https, pageKey("another"))).not.toBe(cookieOf(https))
  })

  it.each([https, loopback])("opens, alone and among others: %s", (url) => {
    const cookie = cookieOf(url)
    for (const cookies of [
      cookie,
      `a=b; ${cookie}`,
      `a=b;${cookie};c=d`,
      `${cookie.replace(/=.*/, "=x")}; ${cookie}`,
    ]) {
      expect(key.opens(url, cookies)).toBe(true)
    }
  })

  it.each([
    undefined,
    "",
    "__Host-page_key=",
    "__Host-page_key",
    "__Host-page_key=open sesame",
    cookieOf(https).slice(0, -1),
    `${cookieOf(https)}0`,
    cookieOf(https).toUpperCase(),
    `x${cookieOf(https)}`,
    cookieOf(loopback),
    cookieOf(https, pageKey("another")),
  ])("is nothing else: %j", (cookies) => expect(key.opens(https, cookies)).toBe(false))
})
