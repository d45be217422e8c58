import { expect, it } from "vitest"
import { baseUrlFault } from "./base-url.ts"

it.each([
  "https://api.example",
  "https://api.example/",
  "https://api.example:8443/v2/",
  "https://api.example/a b",
  "http://localhost:8788",
  "http://api.localhost",
  "http://127.0.0.1:8788",
  "http://127.255.0.9",
  "http://[::1]:8788",
  // The same host, written otherwise.
  "http://LOCALHOST",
  "http://2130706433",
])("%s can be one", (url) => {
  expect(baseUrlFault(url)).toBeUndefined()
})

it.each([
  ["", "not a URL"],
  ["api.example", "not a URL"],
  ["/v1", "not a URL"],
  ["http://api.example", "https"],
  ["http://127.0.0.1.example", "https"],
  ["http://localhost.example", "https"],
  ["http://notlocalhost", "https"],
  ["http://10.0.0.1", "https"],
  ["http://0.0.0.0", "https"],
  ["http://[::2]", "https"],
  ["ftp://127.0.0.1", "https"],
  ["javascript:alert(1)", "https"],
  ["file:///etc/passwd", "https"],
  ["https://user@api.example", "credentials"],
  ["https://:password@api.example", "credentials"],
  ["https://api.example/?a=b", "?"],
  ["https://api.example/#a", "#"],
  ["https://api.example?", "?"],
  ["https://api.example#", "#"],
  ["https://api.example ", "space"],
  [" https://api.example/", "space"],
  ["https://api.example/ ", "space"],
  ["https://api.example/\n", "space"],
])("%j can't: %s", (url, why) => {
  expect(baseUrlFault(url)).toContain(why)
})

it("never quotes the URL, which may hold a secret", () => {
  for (const url of ["https://:canary@api.example", "canary", "http://canary.example/?canary#canary"]) {
    expect(baseUrlFault(url)).not.toContain("canary")
  }
})
