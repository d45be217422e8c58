/**
 * Puts the scripts of `/docs` into `src/worker/assets/docs`, which the Worker serves. wrangler runs this before it bundles
 * (`[build]` in `wrangler.toml`).
 */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises"
import { join } from "node:path"
import process from "node:process"
import { build } from "esbuild"
import { scripts } from "../../src/worker/docs-page.ts"

const root = join(import.meta.dirname, "../..")
const scalar = join(root, "node_modules/@scalar/api-reference")

/** Several builds may run at once and a server may read meanwhile, so a file is renamed to its place when complete. */
const write = async (path: string, text: string) => {
  const file = join(root, "src/worker/assets", path)
  await mkdir(join(file, ".."), { recursive: true })
  const partial = `${file}.${process.pid}`
  await writeFile(partial, text)
  await rename(partial, file)
}

const { license, version } = JSON.parse(await readFile(join(scalar, "package.json"), "utf8")) as {
  readonly license: string
  readonly version: string
}
if (scripts.scalar !== `docs/scalar-${version}.js`) {
  throw new Error(
    `Scalar ${version} is installed, but /docs loads ${scripts.scalar}: change src/worker/docs-page.ts`,
  )
}

const standalone = await readFile(join(scalar, "dist/browser/standalone.js"), "utf8")
// The package brings no licence text.
const notice = `/*! @scalar/api-reference ${version}, ${license} licence: /licenses/scalar.txt */
`
// The source map is 17 MB and is not served.
await write(scripts.scalar, notice + standalone.replace(/\n?\/\/# sourceMappingURL=\S+\s*$/, "\n"))

const { outputFiles } = await build({
  bundle: true,
  entryPoints: [join(root, "src/worker/docs-reader.ts")],
  format: "iife",
  minify: true,
  target: "es2022",
  write: false,
})
await write(scripts.reader, outputFiles.map(({ text }) => text).join(""))
