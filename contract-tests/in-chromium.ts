import { type Browser, chromium } from "playwright-core"
import { afterAll, beforeAll, describe } from "vitest"
import { chromiumPath } from "./chromium.ts"

/** Describes tests that share one Chromium. Where there is none they are skipped, and their title says so. */
export const describeInChromium = (what: string, tests: (browser: () => Browser) => void) =>
  describe.skipIf(chromiumPath === undefined)(
    chromiumPath === undefined ? `${what} (skipped: no Chromium on PATH)` : `${what} in Chromium`,
    () => {
      let browser: Browser | undefined
      beforeAll(async () => {
        browser = await chromium.launch({
          args: ["--no-sandbox", "--disable-gpu"],
          executablePath: chromiumPath ?? "",
        })
      })
      afterAll(() => browser?.close())
      tests(() => {
        if (browser === undefined) throw new Error("Chromium is not started yet")
        return browser
      })
    },
  )
