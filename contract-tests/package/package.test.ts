/** What is published to npm: the tarball's files and what its package.json says. */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { publint } from "publint"
import { expect, inject, it } from "vitest"
import { read, root } from "./project.ts"
import { output, run } from "./run.ts"

const project = inject("project")
const source = inject("source")
const own = join(project, "node_modules/edge-checkout")
const manifest = read(own)
const files = readdirSync(own, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ name, parentPath }) => join(parentPath, name).slice(own.length + 1))
const modules = files.filter((file) => file.startsWith("dist/"))

it("publint finds nothing", async () => {
  const { buffer } = new Uint8Array(readFileSync(inject("tarball")))
  const { messages } = await publint({ pack: { tarball: buffer }, strict: true })
  expect(messages).toEqual([])
})

it("attw finds nothing", async () => {
  const command = ["attw", "--profile", "esm-only", "--no-emoji", "--no-color", inject("tarball")]
  const { code, stderr, stdout } = await run(command, { cwd: root })
  expect(code, stdout + stderr).toBe(0)
})

it("holds what package.json and its exports need, and nothing else", () => {
  const others = files.filter((file) => !modules.includes(file) && file !== "LICENSE")
  expect(others.sort()).toEqual(["README.md", "package.json"])
  // Each module is a pair that was made of one source: so there is no source map either.
  const stems = new Set(modules.map((file) => file.replace(/(\.d\.ts|\.js)$/, "")))
  expect(modules.sort()).toEqual([...stems].flatMap((stem) => [`${stem}.d.ts`, `${stem}.js`]).sort())
  expect([...stems].filter((stem) => !existsSync(join(source, `${stem.slice("dist/".length)}.ts`)))).toEqual(
    [],
  )
})

it("holds no test and no tool", () => {
  const unwanted = /\btest\b|emulator|fixtures\/|-cases\.|(bench|contract-tests|specs)\//
  expect(files.filter((file) => unwanted.test(file))).toEqual([])
  const mapped = modules.filter((file) => readFileSync(join(own, file), "utf8").includes("sourceMappingURL"))
  expect(mapped).toEqual([])
})

it("imports what it declares", () => {
  const { dependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = manifest
  const optional = Object.keys(peerDependenciesMeta)
  const declared = Object.keys({ ...dependencies, ...peerDependencies })
  const importedBy = (ending: string) => {
    const code = modules
      .filter((file) => file.endsWith(ending))
      .map((file) => readFileSync(join(own, file), "utf8").replaceAll(/^ *(\/\*)?\*.*$/gm, ""))
      .join("\n")
    const imported = code.matchAll(/\b(?:from|import) ?\(?"((?:@[^/"]+\/)?[^./"][^/"]*)/g)
    return [...new Set(Array.from(imported, ([, name]) => name))].sort()
  }
  expect(importedBy(".js")).toEqual(declared.filter((name) => !optional.includes(name)).sort())
  expect(declared).toEqual(expect.arrayContaining(importedBy(".d.ts")))
})

it("says that its modules have no side effects, and whose Effect it uses: its user's", () => {
  expect(manifest.sideEffects).toBe(false)
  expect(Object.keys(manifest.dependencies ?? {})).not.toContain("effect")
  expect(manifest.peerDependencies).toHaveProperty("effect")
})

it("exports what deno.json exports, and the Worker", () => {
  const deno = JSON.parse(readFileSync(join(source, "deno.json"), "utf8")) as {
    readonly exports: Readonly<Record<string, string>>
  }
  const built = (source: string) => {
    const stem = source.replace("./src/", "./dist/src/").replace(/\.ts$/, "")
    return { default: `${stem}.js`, types: `${stem}.d.ts` }
  }
  const sources = Object.entries({ ...deno.exports, "./worker": "./src/worker.ts" })
  expect(manifest.exports).toEqual({
    "./package.json": "./package.json",
    ...Object.fromEntries(sources.map(([entry, source]) => [entry, built(source)])),
  })
  const targets = sources.flatMap(([, source]) => Object.values(built(source)))
  expect(targets.filter((target) => !existsSync(join(own, target)))).toEqual([])
})

/** What can be imported at runtime. Who takes a name away breaks somebody. */
const names: Readonly<Record<string, string>> = {
  "edge-checkout": `
    CircuitOpen ContractViolation Declined InvalidRequest Outcome PayNow PaywintDeveloper PaywintPlatform
    ProviderError RateLimited Reason Rejected TimedOut Unauthorized Unavailable Unreachable defaultPolicy layerPayNow
    layerPaywintDeveloper layerPaywintPlatform payNowConfig paywintDeveloperConfig paywintPlatformConfig withBreaker`,
  "edge-checkout/api":
    "bind clientCredentials configOf defineApi headerFault keyFault operation serviceOf tokenFault",
  "edge-checkout/contract": `
    Alerted Drift Finding Fixture NotRecorded OperationResult Run ScenarioResult Severity Verdict alerts atLeast
    check compareResponse configured contractOf coverage diffOperation differences exitCode findings freshness
    holdsSecret junit message page placeholderReferences record redactAnswer redactResponse referencesOf replay
    requestFindings responseFindings runContract runContracts sandboxes situations situationsAtProvider specHash table
    verify worst`,
  "edge-checkout/gateway": `
    Apis Caller CallerKey CallerLimit Idempotency Telemetry arrive end executor gateway joined json jsonLines kept
    layerCallerLimit layerTelemetry otlp perform problem refuse text`,
  "edge-checkout/paynow": "PayNow createCheckoutSession layerPayNow payNow payNowConfig payNowOperations",
  "edge-checkout/paywint": `
    PaywintDeveloper PaywintPlatform createDeveloperCheckoutToken createPaymentLink createPlatformCheckoutToken
    layerPaywintDeveloper layerPaywintPlatform paywintDeveloper paywintDeveloperConfig paywintDeveloperOperations
    paywintPlatform paywintPlatformConfig paywintPlatformOperations`,
  "edge-checkout/serve": "default",
  "edge-checkout/worker": "ContractRuns IdempotentCalls default idempotentCalls memoMap",
}

it("every entry exports its names, in plain Node", async () => {
  const entries = Object.keys(manifest.exports)
    .filter((entry) => entry !== "./package.json")
    .map((entry) => entry.replace(".", manifest.name))
  const print = `
    const names = async (entry) => [entry, Object.keys(await import(entry)).join(" ")]
    console.log(JSON.stringify(Object.fromEntries(await Promise.all(${JSON.stringify(entries)}.map(names)))))`
  const command = [process.execPath, "--input-type=module", "--eval", print]
  const exported = JSON.parse(await output(command, { cwd: project })) as Readonly<Record<string, string>>
  for (const [entry, list] of Object.entries(names)) {
    const expected = list.trim().split(/\s+/)
    const found = (exported[entry] ?? "").split(" ")
    // Every declared operation is an export of its provider's entry.
    const operations = /pay(now|wint)$/.test(entry) ? found.filter((name) => !expected.includes(name)) : []
    expect([entry, found]).toEqual([entry, [...expected, ...operations].sort()])
  }
})
