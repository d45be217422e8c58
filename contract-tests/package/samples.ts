/** What the README and the docstrings show. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { readExamples } from "./examples.ts"
import { install, root } from "./project.ts"

export const textOf = (path: string) => readFileSync(join(root, path), "utf8")

const files = readdirSync(join(root, "contract-tests/samples"))

export const samples = files.filter((name) => name.endsWith(".ts"))
export const examples = readExamples(join(root, "src")).map(({ code, name }) => ({
  code,
  file: `${name}.ts`,
}))

/** Makes `folder` a project that has them all, and installed what they import. */
export const installSamples = async (tarball: string, folder: string): Promise<void> => {
  await install(tarball, folder, ["@types/node"])
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }))
  for (const name of files) writeFileSync(join(folder, name), textOf(`contract-tests/samples/${name}`))
  for (const { code, file } of examples) writeFileSync(join(folder, file), code)
}
