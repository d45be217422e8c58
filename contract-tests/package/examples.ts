import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

export interface Example {
  /** What it is an example of. */
  readonly name: string
  readonly code: string
}

const block = / \* @example\n \* ```ts\n((?: \*.*\n)+?) \* ```\n \*\/\nexport \w+ (\w+)/g

/** The examples in the docstrings below a folder, each of which stands last in its docstring. */
export const readExamples = (folder: string): ReadonlyArray<Example> =>
  readdirSync(folder, { encoding: "utf8", recursive: true })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), "utf8")
      const found = [...text.matchAll(block)].map(([, lines = "", name = ""]) => ({
        code: lines.replaceAll(/^ \* ?/gm, ""),
        name,
      }))
      const said = text.match(/^ *\* (@example$|```ts)/gm)?.length ?? 0
      if (said !== 2 * found.length) throw new Error(`${file} has an example that can't be read`)
      return found
    })
