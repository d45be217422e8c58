/** Access to contract runs, and how often readers ask the object that performs them. */
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import { describe, expect, it } from "vitest"
import { ContractHistory, type History } from "../src/contract/history.ts"
import { contractRoutes } from "../src/contract/routes.ts"
import { CallerLimit } from "../src/gateway/caller-limit.ts"
import { gateway } from "../src/gateway/gateway.ts"
import { callerKeys } from "./caller-keys.ts"
import { entered, enterKey, pageKey } from "./entered-key.ts"
import { callerKey, problemOf } from "./routes.ts"

const authorization = `Bearer ${callerKey}`
const history: History = { runs: [], under_way: null }

const started = (vars: Readonly<Record<string, unknown>> = { PAGE_KEY: pageKey }, admitted = Infinity) => {
  const lines: Array<unknown> = []
  const counted: Array<string> = []
  const reads = { answered: false, begun: 0, fail: false }
  const waiting: Array<() => void> = []
  const read = Effect.promise(async () => {
    reads.begun++
    if (!reads.answered) await new Promise<void>((resolve) => waiting.push(resolve))
    if (reads.fail) throw new Error("The object does not answer")
    return history
  })
  const admits = (caller: string) => Effect.sync(() => counted.push(caller) <= admitted)
  const { handler } = gateway(
    Layer.mergeAll(
      ConfigProvider.layer(
        ConfigProvider.fromUnknown({ CALLER_KEYS: callerKeys({ tests: [callerKey] }), ...vars }),
      ),
      Logger.layer([Logger.make(({ message }) => lines.push(message))]),
      Layer.succeed(CallerLimit, { admits, period: 10_000 }),
      Layer.succeed(ContractHistory, { history: read, start: Effect.succeed(true) }),
    ),
    contractRoutes(["Gifts.create"]),
  )
  const url = "https://gateway.example"
  const fetch = (request: Request) => handler(request)
  return {
    /** Answers everything that is read, now and later. */
    answer: () => {
      reads.answered = true
      for (const resolve of waiting) resolve()
    },
    counted,
    fetch,
    get: (path: string, headers: Readonly<Record<string, string>> = {}, method = "GET") =>
      handler(new Request(`${url}${path}`, { headers, method })),
    lines,
    reads,
    url,
  }
}

describe.each(["", "  \n", undefined, null, {}, ["key"]])("where PAGE_KEY is %j", (value) => {
  const vars = value === undefined ? {} : { PAGE_KEY: value }
  it.each(["GET", "HEAD", "POST", "PUT", "OPTIONS"])(
    "%s /contracts is a route that does not exist",
    async (method) => {
      const served = started(vars)
      served.answer()
      const cookies = await entered(started())
      const seen = async (path: string) => {
        const response = await served.get(path, { ...cookies, "x-request-id": "same" }, method)
        return [response.status, Object.fromEntries(response.headers), await response.text()]
      }
      const [off, unknown] = [await seen("/contracts"), await seen("/contractz")]
      expect(off).toEqual(unknown)
      expect(off[0]).toBe(404)
      expect(served.reads.begun).toBe(0)
      expect(served.counted).toEqual([])
    },
  )
})

describe("the page", () => {
  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ["nothing", {}],
    ["a caller key", { authorization }],
    ["the key itself as a cookie", { cookie: `__Host-page_key=${pageKey}` }],
    ["another cookie", { cookie: `__Host-page_key=${"0".repeat(64)}` }],
  ])("is not shown for %s: there is a form", async (_, headers) => {
    const served = started()
    const response = await served.get("/contracts", headers)
    const html = await response.text()
    expect(response.status).toBe(403)
    expect(html).toContain('<form method="post" action="/contracts">')
    expect(html).not.toContain("Gifts")
    expect(served.reads.begun).toBe(0)
  })

  it("is shown after the key was entered once, by a cookie that is not the key", async () => {
    const served = started()
    served.answer()
    const answer = await enterKey(served)
    expect([answer.status, answer.headers.get("location"), await answer.text()]).toEqual([
      303,
      "/contracts",
      "",
    ])
    expect(answer.headers.get("set-cookie")).toMatch(
      /^__Host-page_key=[0-9a-f]{64}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict; Secure$/,
    )
    const page = await served.get("/contracts", await entered(served))
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("Nothing has ever run.")])
    const head = await served.get("/contracts", await entered(served), "HEAD")
    expect([head.status, await head.text()]).toEqual([200, ""])
  })

  it("asks everybody again after the key was changed", async () => {
    const cookies = await entered(started())
    expect((await started({ PAGE_KEY: `${pageKey}2` }).get("/contracts", cookies)).status).toBe(403)
  })

  it.each(["", "wrong", `${pageKey}x`])("asks again for the key where %j was entered", async (key) => {
    const served = started()
    const answer = await enterKey(served, key)
    expect([answer.status, answer.headers.get("set-cookie")]).toEqual([403, null])
    const html = await answer.text()
    expect(html).toContain('<p role="alert">That is not the key.</p>')
    if (key !== "") expect(html).not.toContain(key)
  })

  it.each<readonly [string, BodyInit | null, string]>([
    ["too long", `key=${pageKey}&pad=${"x".repeat(4096)}`, "application/x-www-form-urlencoded"],
    ["JSON", JSON.stringify({ key: pageKey }), "application/json"],
    ["nothing", null, "application/x-www-form-urlencoded"],
  ])("takes no body that is %s", async (_, body, type) => {
    const served = started()
    const init = { body, headers: { "content-type": type }, method: "POST" }
    const answer = await served.fetch(new Request(`${served.url}/contracts`, init))
    expect([answer.status, answer.headers.get("set-cookie")]).toEqual([403, null])
  })

  it("keeps no chunk of a form that comes byte by byte", async () => {
    const bytes = new TextEncoder().encode(`key=${pageKey}`)
    // Whoever kept a chunk would find the next one's byte in it.
    const chunk = new Uint8Array(1)
    let read = 0
    const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
      if (read === bytes.length) return controller.close()
      chunk.set(bytes.subarray(read, ++read))
      controller.enqueue(chunk)
    }
    const body = new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 })
    const init = { body, duplex: "half", method: "POST" }
    const served = started()
    expect((await served.fetch(new Request(`${served.url}/contracts`, init))).status).toBe(303)
  })

  it("limits how often keys are entered, right ones too", async () => {
    const served = started({ PAGE_KEY: pageKey }, 2)
    const statuses = [(await enterKey(served, "a")).status, (await enterKey(served, "b")).status]
    const third = await enterKey(served)
    expect([...statuses, third.status]).toEqual([403, 403, 429])
    expect([third.headers.get("retry-after"), third.headers.get("set-cookie")]).toEqual(["10", null])
    expect(await third.text()).toContain("Try again in 10 seconds.")
    expect(new Set(served.counted)).toEqual(new Set(["PAGE_KEY"]))
  })

  it("answers other methods with the allowed ones", async () => {
    const answer = await started().get("/contracts", {}, "DELETE")
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD, POST"])
  })

  it("can't be cached or framed and loads nothing from another host, nor does its form", async () => {
    const served = started()
    served.answer()
    for (const cookies of [{}, await entered(served)]) {
      const { headers, text } = await served.get("/contracts", cookies).then(async (response) => ({
        headers: response.headers,
        text: await response.text(),
      }))
      const style = /<style>(.*?)<\/style>/s.exec(text)?.[1] ?? ""
      const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style))
      expect(Object.fromEntries(headers)).toMatchObject({
        "cache-control": "private, no-store",
        "content-security-policy": [
          "default-src 'none'",
          `style-src 'sha256-${Buffer.from(hash).toString("base64")}'`,
          "base-uri 'none'",
          "form-action 'self'",
          "frame-ancestors 'none'",
        ].join("; "),
        "content-type": "text/html; charset=utf-8",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
      })
      expect(text).not.toMatch(/<script|<link|<img|javascript:| on\w+=| style=|https?:\/\//i)
    }
  })

  it("is rendered once for 100 readers, and for all readers within a minute", async () => {
    const served = started()
    const cookies = await entered(served)
    const readers = Array.from({ length: 100 }, () => served.get("/contracts", cookies))
    await expect.poll(() => served.reads.begun).toBe(1)
    served.answer()
    const pages = await Promise.all((await Promise.all(readers)).map((response) => response.text()))
    expect(new Set(pages).size).toBe(1)
    expect((await served.get("/contracts", cookies)).status).toBe(200)
    expect(served.reads.begun).toBe(1)
  })

  it("is read again after a read that failed", async () => {
    const served = started()
    served.answer()
    const cookies = await entered(served)
    served.reads.fail = true
    expect((await served.get("/contracts", cookies)).status).toBe(500)
    served.reads.fail = false
    expect((await served.get("/contracts", cookies)).status).toBe(200)
  })

  it("logs no keys and no cookies", async () => {
    const served = started()
    served.answer()
    const cookies = await entered(served)
    await enterKey(served, "a-wrong-guess")
    await served.get("/contracts", cookies)
    const logged = JSON.stringify(served.lines)
    expect(logged).toContain('"route":"/contracts"')
    expect(logged).toContain("page-key-unknown")
    for (const secret of [pageKey, "a-wrong-guess", cookies.cookie.split("=")[1] ?? ""]) {
      expect(secret).not.toBe("")
      expect(logged).not.toContain(secret)
    }
  })

  it("is not listed in the API's document", async () => {
    const document = await (await started().get("/openapi.json")).json()
    expect(Object.keys(Object(document).paths)).not.toContain("/contracts")
  })
})

describe.each([
  ["GET", "/v1/contracts", 200],
  ["POST", "/v1/contracts/runs", 202],
])("%s %s", (method, path, status) => {
  it("needs a caller key; the page's cookie is not enough", async () => {
    const served = started()
    served.answer()
    for (const headers of [{}, { authorization: "Bearer nobody's" }, await entered(served)]) {
      const refused = await served.get(path, headers, method)
      expect(await problemOf(refused)).toMatchObject({ status: 401, type: "/docs#caller-unknown" })
    }
    expect(served.reads.begun).toBe(0)
    expect((await served.get(path, { authorization }, method)).status).toBe(status)
  })

  it("counts for its caller", async () => {
    const served = started({}, 0)
    expect((await served.get(path, { authorization }, method)).status).toBe(429)
    expect(served.counted).toEqual(["tests"])
  })
})

describe("GET /v1/contracts", () => {
  it("asks once for 100 readers, and again for the next", async () => {
    const served = started()
    const readers = Array.from({ length: 100 }, () => served.get("/v1/contracts", { authorization }))
    await expect.poll(() => served.reads.begun).toBe(1)
    // Nobody else waits for them.
    expect((await served.get("/health")).status).toBe(200)
    served.answer()
    for (const response of await Promise.all(readers)) expect(await response.json()).toEqual(history)
    expect(served.reads.begun).toBe(1)
    const { headers } = await served.get("/v1/contracts", { authorization })
    expect([headers.get("cache-control"), headers.get("content-type")]).toEqual([
      "private, no-store",
      "application/json",
    ])
    expect(served.reads.begun).toBe(2)
  })
})
