/**
 * `npm run generate` writes, for every API, `generated/<api>/types.ts` (openapi-typescript),
 * `generated/<api>/schemas.ts` (Effect schemas) and `generated/<api>/statuses.ts` (the client errors that are listed);
 * in `generated/contract/` what contract runs need where there are no files; the OpenAPI document of the gateway and of
 * the Worker; and `generated/version.ts`. With `--check` it writes nothing and fails where a file is not what it would write.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import * as prettier from "prettier"
import packageJson from "../../package.json" with { type: "json" }
import { operations } from "./operations.ts"
import { generateContract } from "./contract.ts"
import { generateOpenApi } from "./openapi.ts"
import { generateSchemas } from "./schemas.ts"
import { generateStatuses } from "./statuses.ts"
import { generateTypes } from "./types.ts"
import { loadApi } from "./load.ts"

const check = process.argv.includes("--check")
const root = new URL("../../", import.meta.url)

const format = async (path: URL, code: string) =>
  prettier.format(code, { ...(await prettier.resolveConfig(path)), parser: "typescript" })

const apis = [...new Set(operations().map((row) => row.api))]

const ofApi = async (api: string) => {
  const document = loadApi(api)
  const rows = operations().filter((row) => row.api === api)
  const from = [...new Set(rows.map((row) => row.document))].join(" and ")
  return [
    { code: generateSchemas(document), file: `${api}/schemas.ts`, from },
    { code: generateStatuses(document, rows), file: `${api}/statuses.ts`, from },
    { code: await generateTypes(document), file: `${api}/types.ts`, from },
  ]
}

// No import of package.json: a bundle would carry all of it, and not every runtime can.
const ofPackage = {
  code: `export const version = ${JSON.stringify(packageJson.version)}`,
  file: "version.ts",
  from: "package.json",
}

const files = [
  ...(await Promise.all(apis.map(ofApi))).flat(),
  ...generateContract(apis),
  ...generateOpenApi(),
  ofPackage,
]
const stale: Array<string> = []
for (const { code, file, from } of files) {
  const path = new URL(`generated/${file}`, root)
  const wanted = await format(
    path,
    `// Generated from ${from} by \`npm run generate\`. Do not edit.\n\n${code}`,
  )
  if (check) {
    if (wanted !== read(path)) stale.push(file)
  } else {
    mkdirSync(new URL("./", path), { recursive: true })
    writeFileSync(path, wanted)
    console.log(`generated/${file}`)
  }
}

if (stale.length > 0) {
  console.error(
    `Not what the documents and fixtures say: generated/${stale.join(", generated/")}. Run: npm run generate`,
  )
  process.exit(1)
}

function read(path: URL): string | undefined {
  try {
    return readFileSync(path, "utf8")
  } catch {
    return undefined
  }
}
