/** The package's types, for compilers and settings of its users. */
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, inject, it } from "vitest"
import { deno } from "./binaries.ts"
import { offline } from "../wrangler.ts"
import { denoCommand, denoEnvironment } from "./deno.ts"
import { install, root } from "./project.ts"
import { output, run } from "./run.ts"

const strict = { exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, strict: true }
const compilerOptions = { ...strict, lib: ["ES2024"], noEmit: true, skipLibCheck: false, target: "ES2024" }

/** Who uses the package: each has the globals of one platform, and no other's. */
const users = [
  {
    compilerOptions: {
      ...compilerOptions,
      module: "NodeNext",
      moduleResolution: "NodeNext",
      types: ["node"],
    },
    files: ["consumer.ts"],
    has: ["@types/node"],
    name: "Node",
  },
  {
    compilerOptions: {
      ...compilerOptions,
      module: "ESNext",
      moduleResolution: "Bundler",
      types: ["@cloudflare/workers-types"],
    },
    files: ["consumer.ts", "consumer-worker.ts"],
    has: ["@cloudflare/workers-types"],
    name: "Workers",
  },
]

const folderOf = (name: string) => join(inject("project"), "..", `user-of-${name}`)

for (const { compilerOptions, files, has, name } of users) {
  const folder = folderOf(name)
  await install(inject("tarball"), folder, has)
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }))
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }))
  for (const file of files) copyFileSync(new URL(file, import.meta.url), join(folder, file))
}

const compilers = await Promise.all(
  ["node_modules/typescript", "contract-tests/runtimes/node_modules/typescript"].map(async (path) => {
    const tsc = [process.execPath, join(root, path, "bin/tsc")]
    const version = (await output([...tsc, "--version"], { cwd: root }))
      .trim()
      .replace("Version", "TypeScript")
    return [version, tsc] as const
  }),
)

const objects = { CONTRACT_RUNS: "ContractRuns", IDEMPOTENT_CALLS: "IdempotentCalls" }
const generated = {
  compatibility_date: "2026-11-01",
  durable_objects: {
    bindings: Object.entries(objects).map(([name, class_name]) => ({ class_name, name })),
  },
  main: "own.ts",
  migrations: [{ new_sqlite_classes: Object.values(objects), tag: "v1" }],
  name: "own",
  ratelimits: [{ name: "CALLER_LIMIT", namespace_id: "1", simple: { limit: 1, period: 10 } }],
  vars: { CALLER_KEYS: "{}" },
}
const ownWorker = `
import worker, { ContractRuns, IdempotentCalls, idempotentCalls } from "edge-checkout/worker"
export { ContractRuns, IdempotentCalls }
export const idempotency = (env: Env) => idempotentCalls(env)
export default {
  fetch: (request, env, context) => worker.fetch(request, env, context),
  scheduled: (controller, env) => worker.scheduled(controller, env),
} satisfies ExportedHandler<Env>
`

/** A fault, as a compiler prints it, is in another package when it is in what is linked: outside of `folder`. */
const isOfOthers = (fault: string) => fault.startsWith("../")

describe.each(compilers)("%s", (_, tsc) => {
  it.concurrent.each(users.map(({ name }) => name))("has no complaint for %s", async (name) => {
    const { code, stderr, stdout } = await run([...tsc, "--pretty", "false"], { cwd: folderOf(name) })
    // Further lines of a fault are indented.
    const faults = `${stdout}${stderr}`.split(/\n(?! |$)/).filter((fault) => fault.trim() !== "")
    const own = faults.filter((fault) => !isOfOthers(fault))
    const others = faults.filter(isOfOthers).map((fault) => fault.replace(/\(.*/s, ""))
    expect(own, `There is more in ${[...new Set(others)].join(", ")}`).toEqual([])
    expect(code === 0).toBe(faults.length === 0)
  })
})

describe("a Worker whose types `wrangler types` writes", async () => {
  const folder = folderOf("wrangler")
  await install(inject("tarball"), folder)
  const files = ["own.ts", "worker-configuration.d.ts"]
  const options = { ...compilerOptions, module: "ESNext", moduleResolution: "Bundler", types: [] }
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, files }))
  writeFileSync(join(folder, "wrangler.json"), JSON.stringify(generated))
  writeFileSync(join(folder, "own.ts"), ownWorker)
  const env = { ...process.env, ...offline }
  await output([join(root, "node_modules/.bin/wrangler"), "types"], { cwd: folder, env })

  it.each(compilers)("%s has no complaint, and needs nothing installed", async (_, tsc) => {
    await output([...tsc, "--skipLibCheck"], { cwd: folder })
  })
})

it(`Deno ${deno.version} has no complaint`, async () => {
  const folder = join(inject("project"), "types")
  mkdirSync(folder)
  writeFileSync(join(folder, "deno.json"), JSON.stringify({ compilerOptions: strict }))
  copyFileSync(new URL("consumer.ts", import.meta.url), join(folder, "consumer.ts"))
  await output(denoCommand("check", "consumer.ts"), { cwd: folder, env: denoEnvironment })
})
