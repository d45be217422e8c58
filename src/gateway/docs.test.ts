import * as ConfigProvider from "effect/ConfigProvider"
import { expect, it } from "vitest"
import { gateway } from "./gateway.ts"
import { markup } from "./markup.ts"
import { kinds } from "./problem.ts"
import { served } from "./perform.ts"

const { handler } = gateway(ConfigProvider.layer(ConfigProvider.fromUnknown({})))
const ask = () => handler(new Request("http://gateway/docs"))
const response = await ask()
const page = await response.text()

const attributes = (name: string) =>
  [...page.matchAll(new RegExp(` ${name}="([^"]*)"`, "g"))].map(([, value]) => value)
const ids = attributes("id")

it("is HTML that nothing from elsewhere and no script gets into", async () => {
  expect(response.status).toBe(200)
  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8")
  const policy = response.headers.get("content-security-policy")
  expect(policy).toContain("default-src 'none'")
  const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? ""
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style)))
  expect(policy).toContain(`style-src 'sha256-${btoa(String.fromCharCode(...hash))}'`)
  expect(page).not.toMatch(/<script|<link|<img|javascript:| on\w+=| style=|https?:\/\//i)
})

it.each([...Object.values(served).map(({ route: { path } }) => path), "/health"])("names %s", (path) =>
  expect(page).toContain(` ${path}</pre>`),
)

it.each(kinds)("has the place that problems of the kind %s refer to", (kind) => expect(ids).toContain(kind))

it("refers to no place that it does not have, and has none twice", () => {
  const targets = attributes("href").filter((href) => href?.startsWith("#"))
  expect(targets.length).toBeGreaterThan(10)
  expect(targets.filter((href) => !ids.includes(href?.slice(1)))).toEqual([])
  expect(new Set(ids).size).toBe(ids.length)
})

it("describes what a request takes, in words", () => {
  expect(page).toContain("<dt><code>user_id</code> <em>required</em></dt><dd>string, a UUID</dd>")
  expect(page).toContain("number, less than or equal to 100000, greater than 0")
})

it("describes one Problem, not one for each status", async () => {
  const document = await (await handler(new Request("http://gateway/openapi.json"))).json()
  const names = Object.keys((document as { components: { schemas: object } }).components.schemas)
  expect(names.filter((name) => name.startsWith("Problem"))).toEqual(["Problem"])
})

it("answers the same again, with an id of its own", async () => {
  const again = await ask()
  expect(await again.text()).toBe(page)
  expect(again.headers.get("x-request-id")).not.toBe(response.headers.get("x-request-id"))
})

it("escapes what is text and leaves what is markup", () => {
  const part = markup`<b title="${`"'`}">${"<&>"}</b>`
  expect(markup`${part}${[part]}${1}`.html).toBe(
    '<b title="&#34;&#39;">&#60;&#38;&#62;</b><b title="&#34;&#39;">&#60;&#38;&#62;</b>1',
  )
})
