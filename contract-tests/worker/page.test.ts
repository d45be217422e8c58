/** The page of the contract runs, as the Worker serves it to a browser. */
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, it, vi } from "vitest"
import { callerKeys } from "../caller-keys.ts"
import { describeInChromium } from "../in-chromium.ts"
import { entered, enterKey, pageKey } from "../entered-key.ts"
import { startWorker } from "./start-worker.ts"

// Beside other tests a process may take its time.
vi.setConfig({ hookTimeout: 30_000, testTimeout: 30_000 })

const key = "caller-key-of-the-page"
const worker = await startWorker({ CALLER_KEYS: callerKeys({ reader: [key] }), PAGE_KEY: pageKey })
afterAll(() => worker.stop())

it("sets a cookie that a browser keeps on this machine without TLS", async () => {
  const answer = await enterKey(worker)
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/contracts"])
  expect(answer.headers.get("set-cookie")).toMatch(
    /^page_key=[0-9a-f]{64}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict$/,
  )
})

it("answers 200 readers at once, of the page and of the API, and everybody else meanwhile", async () => {
  const cookies = await entered(worker)
  const authorization = `Bearer ${key}`
  const asked = (path: string, headers: Readonly<Record<string, string>>) =>
    fetch(`${worker.url}${path}`, { headers }).then(
      async (answer) => [answer.status, await answer.text()] as const,
    )
  const readers = Array.from({ length: 100 }, () => [
    asked("/contracts", cookies),
    asked("/v1/contracts", { authorization }),
  ]).flat()
  expect(await asked("/health", {})).toEqual([200, '{"status":"ok"}'])
  const answers = await Promise.all(readers)
  expect(answers.filter(([status]) => status !== 200)).toEqual([])
  expect(new Set(answers.map(([, body]) => body)).size).toBe(2)
  expect(answers.map(([, body]) => body)).toContain('{"runs":[],"under_way":null}')
})

it("goes on for the others when the first reader hangs up", async () => {
  for (let round = 0; round < 20; round++) {
    const headers = { authorization: `Bearer ${key}` }
    const controller = new AbortController()
    const first = fetch(`${worker.url}/v1/contracts`, { headers, signal: controller.signal }).catch(
      () => undefined,
    )
    const others = Array.from({ length: 10 }, () => fetch(`${worker.url}/v1/contracts`, { headers }))
    controller.abort()
    await first
    for (const answer of await Promise.all(others))
      expect(await answer.json()).toEqual({ runs: [], under_way: null })
  }
})

describeInChromium("the page", (browser) => {
  let page: Page
  const refused: Array<string> = []
  beforeAll(async () => {
    page = await (await browser().newContext()).newPage()
    page.on("console", (message) => refused.push(message.text()))
  })
  const enter = async (text: string) => {
    await page.getByLabel("Page key").fill(text)
    await page.getByRole("button", { name: "Open" }).click()
  }

  it("asks for the key, says so where it is another one, and asks once", async () => {
    const { host } = new URL(worker.url)
    const answer = await page.goto(`${worker.url}/contracts`)
    expect([answer?.status(), await page.title()]).toEqual([403, "Contracts: enter the key"])
    await enter("another key")
    expect(await page.getByRole("alert").innerText()).toBe("That is not the key.")
    expect(await page.context().cookies()).toEqual([])
    await enter(pageKey)
    await expect.poll(() => page.title()).toBe("Contracts: nothing has ever run")
    expect(new URL(page.url())).toMatchObject({ host, pathname: "/contracts", search: "" })
    await page.reload()
    expect(await page.title()).toBe("Contracts: nothing has ever run")
    const again = await page.context().newPage()
    await again.goto(`${worker.url}/contracts`)
    expect(await again.title()).toBe("Contracts: nothing has ever run")
    await again.close()
  })

  it("keeps a cookie that no script reads, for weeks", async () => {
    const [cookie, ...others] = await page.context().cookies()
    expect(others).toEqual([])
    expect(cookie).toMatchObject({ httpOnly: true, path: "/", sameSite: "Strict" })
    expect(JSON.stringify(cookie)).not.toContain(pageKey)
    expect(await page.evaluate(() => document.cookie)).toBe("")
    expect((cookie?.expires ?? 0) - Date.now() / 1000).toBeGreaterThan(14 * 24 * 60 * 60)
  })

  it("applies the page's style, and refuses nothing of it", async () => {
    const width = await page.locator("body").evaluate((body) => getComputedStyle(body).maxWidth)
    expect(width).toBe("960px")
    // A 403 is written to the console as well.
    expect(refused.filter((text) => /Content Security Policy/i.test(text))).toEqual([])
  })

  it("offers a link to people who came from another site", async () => {
    // The browser takes localhost and 127.0.0.1 for two sites.
    const elsewhere = worker.url.replace("127.0.0.1", "localhost")
    await page.goto(`${elsewhere}/health`)
    await page.evaluate((url) => {
      location.href = url
    }, `${worker.url}/contracts`)
    await page.getByRole("link", { name: "open the page again" }).click()
    await page.waitForURL(`${worker.url}/contracts`)
    await expect.poll(() => page.title()).toBe("Contracts: nothing has ever run")
  })
})
