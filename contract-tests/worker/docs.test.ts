/** `/docs` of the Worker, in Chromium. */
import axe from "axe-core"
import type { Browser, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest"
import type { Document } from "../../src/gateway/openapi.ts"
import { kinds } from "../../src/gateway/problem.ts"
import { scripts } from "../../src/worker/docs-page.ts"
import { describeInChromium } from "../in-chromium.ts"
import { type RunningWorker, startWorker } from "./start-worker.ts"

vi.setConfig({ hookTimeout: 120_000, testTimeout: 120_000 })

let worker: RunningWorker
beforeAll(async () => {
  worker = await startWorker({})
})
afterAll(() => worker.stop())

it("is a page of the Worker under a strict policy", async () => {
  const response = await fetch(`${worker.url}/docs`)
  expect(response.status).toBe(200)
  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8")
  const policy = response.headers.get("content-security-policy")
  expect(policy).toContain("default-src 'none'; script-src 'self';")
  expect(policy).not.toMatch(/unsafe-eval|https?:|\*/)
  expect(response.headers.get("x-request-id")).not.toBeNull()
})

it("is where / leads", async () => {
  const response = await fetch(worker.url, { redirect: "manual" })
  expect([response.status, response.headers.get("location")]).toEqual([302, "/docs"])
})

it("has scripts that carry a notice and no source map; the versioned one is cached for good", async () => {
  const [scalar, reader] = await Promise.all(
    [scripts.scalar, scripts.reader].map((path) => fetch(`${worker.url}/${path}`)),
  )
  expect(scalar?.headers.get("cache-control")).toBe("public, max-age=31536000, immutable")
  expect(reader?.headers.get("cache-control")).not.toContain("immutable")
  const text = (await scalar?.text()) ?? ""
  const licence = /^\/\*! @scalar\/api-reference \S+, MIT licence: (\S+) \*\/\n/.exec(text)?.[1]
  expect(text).not.toMatch(/^\/\/# sourceMappingURL/m)
  expect(await (await fetch(`${worker.url}${licence}`)).text()).toContain("MIT License")
})

describeInChromium("the page", (browser) => {
  let document: Document
  let elsewhere: ReadonlyArray<string> = []
  beforeAll(async () => {
    document = (await (await fetch(`${worker.url}/openapi.json`)).json()) as Document
  })
  afterEach(() => expect(elsewhere).toEqual([]))

  const operations = () =>
    Object.values(document.paths).flatMap((methods) => Object.values(methods).map(({ summary }) => summary))

  /** Opens the page and waits until Scalar shows the document. */
  const open = async (hash = "", options: Parameters<Browser["newPage"]>[0] = {}) => {
    const page = await browser().newPage({ viewport: { height: 800, width: 1280 }, ...options })
    const requested: Array<string> = []
    elsewhere = requested
    page.on("request", (request) => {
      const { origin, protocol } = new URL(request.url())
      if (/^(http|ws)/.test(protocol) && origin !== worker.url) requested.push(request.url())
    })
    await page.addInitScript(() => {
      const seen: Array<string> = []
      Object.assign(globalThis, { violations: seen })
      addEventListener("securitypolicyviolation", ({ blockedURI, effectiveDirective }) =>
        seen.push(`${effectiveDirective} ${blockedURI}`),
      )
    })
    await page.goto(`${worker.url}/docs${hash}`)
    if (options.javaScriptEnabled !== false)
      await page.locator("#reference h1").waitFor({ state: "attached" })
    return page
  }

  const inView = (page: Page, id: string) =>
    page.locator(`tr[id="${id}"]`).evaluate((row) => {
      const { bottom, height, top } = row.getBoundingClientRect()
      return height > 0 && top >= 0 && bottom <= innerHeight
    })

  it("shows a curl sample of every operation, and breaks the policy by nothing but Scalar's probe", async () => {
    const page = await open()
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, { operationId, summary }] of Object.entries(methods)) {
        await page.locator("aside").getByRole("link", { name: summary }).click()
        const sample = page
          .locator(`section[id$="${method.toUpperCase()}${path}"]`)
          .getByText(/^\s*curl /)
          .first()
        await sample.waitFor()
        const text = (await sample.innerText()).replaceAll(/\s+/g, " ")
        expect(text, `${operationId} ${method}`).toContain(worker.url + path.replace(/\{.*/, ""))
      }
    }
    const violations = await page.evaluate(
      () => (globalThis as typeof globalThis & { violations?: ReadonlyArray<string> }).violations,
    )
    expect(new Set(violations)).toEqual(new Set(["script-src eval"]))
    await page.close()
  })

  it("can be used with the keyboard: Tab reaches an operation, Enter opens it", async () => {
    const page = await open()
    const [summary = ""] = operations()
    const focused = () =>
      page.evaluate(() => [
        globalThis.document.activeElement?.tagName ?? "",
        globalThis.document.activeElement?.textContent ?? "",
      ])
    let reached = false
    for (let presses = 0; presses < 80 && !reached; presses++) {
      await page.keyboard.press("Tab")
      const [tag, text] = await focused()
      reached = tag === "A" && (text ?? "").includes(summary)
    }
    expect(reached).toBe(true)
    await page.keyboard.press("Enter")
    await page.waitForFunction(() => location.hash.length > 1)
    const heading = page.locator("#reference").getByRole("heading", { exact: true, name: summary }).first()
    await vi.waitFor(async () => {
      const box = await heading.boundingBox()
      expect(box?.y).toBeGreaterThanOrEqual(0)
      expect(box?.y).toBeLessThan(800)
    }, 10_000)
    await page.close()
  })

  it.each(["light", "dark"] as const)("follows the system: %s", async (colorScheme) => {
    const page = await open("", { colorScheme })
    const dark = await page.evaluate(() => {
      const canvas = globalThis.document.createElement("canvas").getContext("2d")
      const shades = [...globalThis.document.querySelectorAll("body > main, #reference")].map((node) => {
        if (canvas) canvas.fillStyle = getComputedStyle(node).color
        return parseInt((canvas?.fillStyle ?? "").toString().slice(1, 3), 16) > 127
      })
      return shades
    })
    expect(dark).toEqual([colorScheme === "dark", colorScheme === "dark"])
    await page.close()
  })

  it("is not wider than a screen of 390 pixels", async () => {
    const page = await open("", { viewport: { height: 800, width: 390 } })
    const width = () => page.evaluate(() => globalThis.document.documentElement.scrollWidth)
    expect(await width()).toBe(390)
    await page.locator("#problems > summary").click()
    expect(await width()).toBe(390)
    await page.close()
  })

  it("leads from each kind of problem to its row, when it opens and when the address changes", async () => {
    const page = await open(`#${kinds.at(-1)?.[0]}`)
    for (const [kind] of [...kinds].reverse()) {
      await page.evaluate((hash) => {
        location.hash = hash
      }, kind)
      await vi.waitFor(async () => expect(await inView(page, kind), kind).toBe(true), 5_000)
    }
    await page.close()
  })

  it.each([kinds[0]?.[0] ?? "", kinds.at(-1)?.[0] ?? ""])(
    "still shows the problem %s when Scalar has rendered",
    async (kind) => {
      const page = await open(`#${kind}`)
      await page.waitForLoadState("networkidle")
      expect(await inView(page, kind)).toBe(true)
      expect(new URL(page.url()).hash).toBe(`#${kind}`)
      await page.close()
    },
  )

  it("works without scripts", async () => {
    const page = await open("#rejected", { javaScriptEnabled: false })
    expect(await inView(page, "rejected")).toBe(true)
    expect(await page.locator("tbody th").allInnerTexts()).toEqual(kinds.map(([kind]) => kind))
    expect(await page.getByRole("link", { name: "openapi.json" }).getAttribute("href")).toBe("openapi.json")
    await page.close()
  })

  it.each(["light", "dark"] as const)(
    "has no grave finding of axe on our own part, in %s",
    async (colorScheme) => {
      // axe is run by the debugger, which the page's policy does not bind.
      const page = await open("#rejected", { colorScheme })
      await page.evaluate(axe.source)
      const grave = (selector: string) =>
        page.evaluate(async (selector) => {
          const { axe: injected } = globalThis as typeof globalThis & { axe: typeof axe }
          const { violations } = await injected.run(selector)
          return violations
            .filter(({ impact }) => impact === "critical" || impact === "serious")
            .map(({ id }) => id)
        }, selector)
      expect(await grave("body > main")).toEqual([])
      // Scalar's own, which no option of it mends.
      expect(["button-name", "scrollable-region-focusable"]).toEqual(
        expect.arrayContaining(await grave("#reference")),
      )
      await page.close()
    },
  )
})
