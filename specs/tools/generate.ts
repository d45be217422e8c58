/**
 * `npm run generate` writes `generated/<api>/types.ts` (openapi-typescript) and `generated/<api>/schemas.ts`
 * (Effect schemas) for every API; with `--check` it writes nothing and fails where a file is not what it would write.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import * as prettier from "prettier"
import { operations } from "./operations.ts"
import { generateSchemas } from "./schemas.ts"
import { generateTypes } from "./types.ts"
import { loadApi } from "./load.ts"

const check = process.argv.includes("--check")
const root = new URL("../../", import.meta.url)

const header = (api: string) => {
  const documents = new Set(operations().flatMap((row) => (row.api === api ? [row.document] : [])))
  return `// Generated from ${[...documents].join(" and ")} by \`npm run generate\`. Do not edit.\n\n`
}

const format = async (path: URL, code: string) =>
  prettier.format(code, { ...(await prettier.resolveConfig(path)), parser: "typescript" })

const stale: Array<string> = []
for (const api of new Set(operations().map((row) => row.api))) {
  const document = loadApi(api)
  const files = { "schemas.ts": generateSchemas(document), "types.ts": await generateTypes(document) }
  for (const [name, code] of Object.entries(files)) {
    const file = `generated/${api}/${name}`
    const path = new URL(file, root)
    const wanted = await format(path, header(api) + code)
    if (check) {
      if (wanted !== read(path)) stale.push(file)
    } else {
      mkdirSync(new URL("./", path), { recursive: true })
      writeFileSync(path, wanted)
      console.log(file)
    }
  }
}

if (stale.length > 0) {
  console.error(`Not what the documents in specs/ say: ${stale.join(", ")}. Run: npm run generate`)
  process.exit(1)
}

function read(path: URL): string | undefined {
  try {
    return readFileSync(path, "utf8")
  } catch {
    return undefined
  }
}
