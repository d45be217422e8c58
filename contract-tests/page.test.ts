import type { Page } from "playwright-core"
import { beforeAll, expect, it, vi } from "vitest"
import type { Drift } from "../src/contract/drift.ts"
import { page as render } from "../src/contract/report/page.ts"
import type { OperationResult, Run } from "../src/contract/run.ts"
import { Verdict } from "../src/contract/verdict.ts"
import { describeInChromium } from "./in-chromium.ts"

// Beside other tests a process may take its time.
vi.setConfig({ hookTimeout: 30_000, testTimeout: 30_000 })

const drift: Drift = {
  expected: 'string with "quotes" & <b>',
  got: "number",
  meaning: "The program does not accept it.",
  pointer: `/response/body/data/${"a_very_long_name_".repeat(8)}`,
  severity: "breaking",
}
const result = (verdict: Verdict): OperationResult => ({
  api: "an-api",
  operation: `Provider.${verdict}`,
  ...(verdict === "skipped" ? { note: "Missing: A_CREDENTIAL" } : {}),
  scenarios:
    verdict === "skipped"
      ? []
      : [
          {
            drift: verdict === "drift" ? [drift] : [],
            flaky: verdict === "pass",
            ...(verdict === "pass" || verdict === "drift" ? {} : { note: "Expected success, got another" }),
            scenario: "success",
            verdict,
          },
        ],
  verdict,
})
const runAt = (hour: number, operations: ReadonlyArray<OperationResult>): Run => ({
  finished: `2026-01-01T${String(hour).padStart(2, "0")}:00:05.123Z`,
  operations,
  started: `2026-01-01T${String(hour).padStart(2, "0")}:00:00.000Z`,
  target: "sandbox",
})
const verdicts = Verdict.literals
/** Newest first. In the older ones everything passed, but what is always skipped. */
const latest = runAt(9, verdicts.map(result))
const runs = [
  latest,
  ...Array.from({ length: 99 }, (_, n) =>
    runAt(
      n % 9,
      latest.operations.map((now) =>
        now.verdict === "skipped" ? now : { ...result("pass"), operation: now.operation },
      ),
    ),
  ),
]
const operations = [...verdicts.map((verdict) => `Provider.${verdict}`), "Provider.neverRun"]
const html = render(runs, operations)

describeInChromium("the page", (browser) => {
  let page: Page
  beforeAll(async () => {
    page = await browser().newPage({ javaScriptEnabled: false })
    await page.setContent(html)
  })
  const article = (verdict: string) => page.getByRole("article", { name: `Provider.${verdict}` })

  it("says in its title and its head how things are", async () => {
    expect(await page.title()).toBe("Contracts: 5 of 6 do not pass")
    expect(await page.locator("header").innerText()).toBe(
      "Contracts\n\nLast run 2026-01-01 09:00:05 UTC against sandbox. 100 kept.",
    )
    expect(await page.locator("html").getAttribute("lang")).toBe("en")
  })

  it("has one heading for itself and one for each operation, in order", async () => {
    const headings = await page
      .getByRole("heading")
      .evaluateAll((all) => all.map((one) => `${one.tagName} ${one.textContent}`))
    expect(headings).toEqual(["H1 Contracts", ...operations.map((operation) => `H2 ${operation}`)])
    expect(await page.getByRole("main").getByRole("article").count()).toBe(operations.length)
  })

  it.each([...verdicts, "never ran"])("says the verdict %s in words", async (verdict) => {
    const said = article(verdict === "never ran" ? "neverRun" : verdict).locator(".verdict")
    expect(await said.innerText()).toMatch(new RegExp(`^(\\S+ )?${verdict}$`))
  })

  it.each(verdicts)("%s: the strip says each run in words, oldest first", async (verdict) => {
    const strip = article(verdict).getByRole("list", { name: "Last runs, oldest first" })
    const items = await strip.getByRole("listitem").allTextContents()
    expect(items).toHaveLength(100)
    expect(items.at(-1)).toBe(`${verdict}, 2026-01-01 09:00:05 UTC`)
    expect(items.every((item) => /^\w+, 2026-01-01 0\d:00:05 UTC$/.test(item))).toBe(true)
    expect(items[0]).toMatch(verdict === "skipped" ? /^skipped/ : /^pass/)
  })

  it("shows what drifted, expected beside got, in a table with a caption and headers", async () => {
    const table = article("drift").getByRole("table", { name: "What drifted" })
    expect(await table.getByRole("columnheader").allInnerTexts()).toEqual([
      ...["Where", "Severity", "Expected", "Got", "Means"],
    ])
    expect(await table.getByRole("rowheader").innerText()).toBe(`${drift.pointer}\nsuccess`)
    const { expected, got, meaning, severity } = drift
    expect(await table.getByRole("cell").allInnerTexts()).toEqual([severity, expected, got, meaning])
    expect(await page.getByRole("table").count()).toBe(1)
  })

  it("says why something did not pass, and when it last did", async () => {
    const text = (verdict: string) => article(verdict).innerText()
    expect(await text("skipped")).toContain("Missing: A_CREDENTIAL")
    expect(await text("skipped")).toContain("It has not passed in any run that is kept.")
    expect(await text("outage")).toContain("success: outage. Expected success, got another")
    expect(await text("outage")).toContain("Last passed 2026-01-01 00:00:05 UTC.")
    expect(await text("pass")).toContain("success: flaky, passed when tried again")
    expect(await text("neverRun")).toContain("It has never run.")
  })

  it.each([390, 320, 1200])("is not wider than a screen of %i pixels, and shows all on it", async (width) => {
    await page.setViewportSize({ height: 800, width })
    expect(await page.locator("html").evaluate(({ scrollWidth }) => scrollWidth)).toBe(width)
    const cut = await page.locator("article").evaluateAll((all) =>
      all.flatMap((one) =>
        [...one.querySelectorAll("h2, p, .verdict, td, th[scope=row], li")].flatMap((part) => {
          const { left, right } = part.getBoundingClientRect()
          const card = one.getBoundingClientRect()
          return left < card.left - 0.5 || right > card.right + 0.5 ? [part.outerHTML] : []
        }),
      ),
    )
    expect(cut).toEqual([])
    const cells = page.getByRole("table", { name: "What drifted" }).getByRole("cell")
    expect(await cells.nth(2).innerText()).toContain(drift.got)
    expect(await cells.nth(2).isVisible()).toBe(true)
  })

  it.each(["light", "dark"] as const)("can be read in %s", async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    // Colours as text: what stands in it, behind it, and of what; a square is no text and may do with less.
    const pairs = await page.locator(".verdict, .soft, h1, h2, p, td, th, code, li").evaluateAll((all) => {
      const behind = (node: Element): string => {
        const { backgroundColor } = getComputedStyle(node)
        if (backgroundColor !== "rgba(0, 0, 0, 0)") return backgroundColor
        return node.parentElement === null ? "rgb(255, 255, 255)" : behind(node.parentElement)
      }
      return all.map((node) => {
        const square = node.tagName === "LI"
        const back = square ? node.parentElement : node
        return {
          back: back === null ? "" : behind(back),
          front: getComputedStyle(node).color,
          square,
          what: node.className,
        }
      })
    })
    expect(new Set(pairs.map(({ back }) => back)).size).toBeGreaterThan(1)
    const low = pairs.filter(({ back, front, square }) => contrast(front, back) < (square ? 3 : 4.5))
    expect(low).toEqual([])
  })

  it("differs between light and dark, and needs nothing from elsewhere", async () => {
    const background = async (colorScheme: "dark" | "light") => {
      await page.emulateMedia({ colorScheme })
      return luminance(await page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor))
    }
    const [light, dark] = [await background("light"), await background("dark")]
    expect(light).toBeGreaterThan(0.8)
    expect(dark).toBeLessThan(0.1)
    expect(await page.locator("script, link, img, iframe, [src], [onclick]").count()).toBe(0)
  })

  it("tells the squares of a strip apart by more than their colour", async () => {
    const looks = ["pass", "drift", "outage", "skipped"].map((verdict) =>
      article(verdict)
        .getByRole("listitem")
        .last()
        .evaluate((square) => {
          const { backgroundColor, backgroundImage, borderRadius, borderWidth, clipPath, height, transform } =
            getComputedStyle(square)
          const hollow = backgroundColor === "rgba(0, 0, 0, 0)"
          return [hollow, backgroundImage, borderRadius, borderWidth, clipPath, height, transform].join()
        }),
    )
    expect(new Set(await Promise.all(looks)).size).toBe(4)
  })

  it("says that all pass where all pass", async () => {
    await page.setContent(render([runAt(1, [result("pass")])], ["Provider.pass"]))
    expect(await page.title()).toBe("Contracts: all pass")
  })

  it("says plainly that nothing has ever run", async () => {
    await page.setContent(render([], operations))
    expect(await page.title()).toBe("Contracts: nothing has ever run")
    expect(await page.locator("header").innerText()).toContain("Nothing has ever run.")
    expect(await page.locator(".verdict").allInnerTexts()).toEqual(operations.map(() => "never ran"))
  })
})

/** The relative luminance of an `rgb(…)`, by WCAG 2. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
    const share = Number(part) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right)
  return (light + 0.05) / (dark + 0.05)
}
