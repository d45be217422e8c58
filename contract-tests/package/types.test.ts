/** The package's types, for compilers and settings of its users. */
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, inject, it } from "vitest"
import { deno } from "./binaries.ts"
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

it(`Deno ${deno.version} has no complaint`, async () => {
  const folder = join(inject("project"), "types")
  mkdirSync(folder)
  writeFileSync(join(folder, "deno.json"), JSON.stringify({ compilerOptions: strict }))
  copyFileSync(new URL("consumer.ts", import.meta.url), join(folder, "consumer.ts"))
  await output(denoCommand("check", "consumer.ts"), { cwd: folder, env: denoEnvironment })
})
