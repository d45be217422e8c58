/** What is published to JSR: the TypeScript as it stands, for Deno. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { beforeAll, expect, inject, it } from "vitest"
import { expected, startCalled } from "./calls-expected.ts"
import { deno } from "./binaries.ts"
import { denoCommand, denoEnvironment } from "./deno.ts"
import { output, run } from "./run.ts"

const source = inject("source")
const published = join(inject("project"), "published")
const user = join(inject("project"), "user")

const { exports, name } = JSON.parse(readFileSync(join(source, "deno.json"), "utf8")) as {
  readonly exports: Readonly<Record<string, string>>
  readonly name: string
}
let files: ReadonlyArray<string>

beforeAll(async () => {
  const flags = ["--dry-run", "--allow-dirty", "--allow-slow-types", "--set-version=0.1.0"]
  const { code, stderr, stdout } = await run([deno.path, "publish", ...flags], {
    cwd: source,
    env: denoEnvironment,
  })
  expect(code, stdout + stderr).toBe(0)
  files = Array.from(stderr.matchAll(/^ +(file:\S+) \(/gm), ([, url = ""]) =>
    fileURLToPath(url).slice(source.length + 1),
  )
})

it("holds the sources, and no test and no tool", () => {
  const others = files.filter((file) => !/^(src|generated)\/[\w/-]+\.ts$/.test(file))
  expect(others.sort()).toEqual(["LICENSE", "README.md", "deno.json", "package.json"])
  expect(files).toEqual(expect.arrayContaining(Object.values(exports).map((path) => path.slice(2))))
  const unwanted = /\btest\b|emulator|fixtures\/|-cases\.|worker/
  expect(files.filter((file) => unwanted.test(file))).toEqual([])
})

it(`Deno ${deno.version} checks and runs it`, async () => {
  for (const file of files) cpSync(join(source, file), join(published, file))
  mkdirSync(user)
  const entries = Object.entries(exports).map(([entry, path]) => [entry.replace(".", name), path] as const)
  const imports = Object.fromEntries(entries.map(([entry, path]) => [entry, join(published, path)]))
  writeFileSync(join(user, "deno.json"), JSON.stringify({ imports }))
  writeFileSync(join(user, "all.ts"), entries.map(([entry]) => `import "${entry}"\n`).join(""))
  for (const file of ["calls.ts", "calls-once.ts"]) {
    const text = readFileSync(new URL(file, import.meta.url), "utf8")
    writeFileSync(join(user, file), text.replace(`"edge-checkout"`, `"${name}"`))
  }
  const where = { cwd: user, env: denoEnvironment }
  await output(denoCommand("check", "calls-once.ts"), where)
  await output([...denoCommand("run", "--allow-env"), "all.ts"], where)

  await using providers = await startCalled()
  const program = ["calls-once.ts", JSON.stringify(providers.configuration)]
  const said = await output([...denoCommand("run", "--allow-net=127.0.0.1"), ...program], where)
  expect(JSON.parse(said)).toEqual(expected(`Deno/${deno.version}`))
  providers.expectCalls()
})
