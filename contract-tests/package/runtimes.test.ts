/** The same calls, from the package, wherever it is to run. */
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { build } from "esbuild"
import { chromium as browsers } from "playwright-core"
import { describe, expect, inject, it } from "vitest"
import { startWorkerd } from "../workerd.ts"
import { bun, chromium, deno, node, oldNode, workerd } from "./binaries.ts"
import { expected, startCalled } from "./calls-expected.ts"
import { denoCommand, denoEnvironment } from "./deno.ts"
import { output } from "./run.ts"

const folder = join(inject("project"), "runtimes")
mkdirSync(folder)
for (const name of ["calls.ts", "calls-once.ts", "calls-worker.ts"]) {
  copyFileSync(new URL(name, import.meta.url), join(folder, name))
}

const major = ({ version }: { readonly version: string }) => version.replace(/\..*/, "")

it.each([
  [`Node ${oldNode.version}`, [oldNode.path], `Node.js/${major(oldNode)}`],
  [`Node ${node.version}`, [node.path], `Node.js/${major(node)}`],
  [`Deno ${deno.version}`, denoCommand("run", "--allow-net=127.0.0.1"), `Deno/${deno.version}`],
  [`Bun ${bun.version}`, [bun.path, "--no-install", "run"], `Bun/${bun.version}`],
])("%s", async (_, command, runtime) => {
  await using providers = await startCalled()
  const program = [...command, "calls-once.ts", JSON.stringify(providers.configuration)]
  const said = await output(program, { cwd: folder, env: denoEnvironment, withinMs: 30_000 })
  expect(JSON.parse(said)).toEqual(expected(runtime))
  providers.expectCalls()
})

/** A bundle as it is made for the web: it can import nothing more. */
const bundle = async (entry: string, format: "esm" | "iife") => {
  const { metafile, outputFiles, warnings } = await build({
    absWorkingDir: folder,
    bundle: true,
    entryPoints: [entry],
    format,
    globalName: "bundle",
    logLevel: "silent",
    metafile: true,
    platform: "browser",
    write: false,
  })
  expect(warnings).toEqual([])
  expect(Object.values(metafile.outputs).flatMap(({ imports }) => imports)).toEqual([])
  return outputFiles[0]?.text ?? ""
}

it(`workerd ${workerd.version}`, async () => {
  await using providers = await startCalled()
  const script = join(folder, "worker.js")
  writeFileSync(script, await bundle("calls-worker.ts", "esm"))
  const { stop, url } = await startWorkerd(script, providers.configuration, { durableObjects: {} })
  const said = await fetch(url).finally(stop)
  expect(await said.json()).toEqual(expected(/^Cloudflare-Workers$/))
  providers.expectCalls()
})

it("a bundle for browsers is all there is", async () => {
  expect(await bundle("calls.ts", "iife")).toContain("bundle")
})

describe.skipIf(chromium === undefined)("in a browser", () => {
  const { path, version } = chromium ?? { path: "", version: "(skipped: there is none on PATH)" }

  it(`Chromium ${version}`, async () => {
    await using providers = await startCalled()
    const browser = await browsers.launch({ args: ["--no-sandbox", "--disable-gpu"], executablePath: path })
    try {
      const page = await browser.newPage()
      // A page of the providers' own: others it does not let ask (CORS).
      await page.goto(`${providers.url}/__emulator`)
      const program = `bundle.calls(${JSON.stringify(providers.configuration)})`
      const script = await bundle("calls.ts", "iife")
      expect(await page.evaluate(`${script};${program}`)).toEqual(expected(`Chrome/${major({ version })}`))
    } finally {
      await browser.close()
    }
    providers.expectCalls()
  })
})
