/**
 * `npm run generate` writes, for every API, `generated/<api>/types.ts` (openapi-typescript),
 * `generated/<api>/schemas.ts` (Effect schemas) and `generated/<api>/endpoints.ts` (what its document says of each method);
 * in `generated/contract/` what contract runs need where there are no files; the OpenAPI document of the gateway and of
 * the Worker; `generated/version.ts`, and the tables of the README. With `--check` it writes nothing and fails where a
 * file is not what it would write.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import * as prettier from "prettier"
import packageJson from "../../package.json" with { type: "json" }
import { endpointsOf, generateEndpoints } from "./endpoints.ts"
import { apiFolders, documentsOf } from "./documents.ts"
import { generateSchemas } from "./schemas.ts"
import { generateTypes } from "./types.ts"
import { loadApi } from "./load.ts"

const check = process.argv.includes("--check")
const root = new URL("../../", import.meta.url)

const format = async (path: URL, code: string) =>
  prettier.format(code, { ...(await prettier.resolveConfig(path)), parser: "typescript" })

const ofApi = async (api: string) => {
  const document = loadApi(api)
  const from = documentsOf(api)
    .map((row) => row.document)
    .join(" and ")
  const endpoints = endpointsOf(
    document,
    documentsOf(api).flatMap((row) => row.authentication ?? []),
  )
  return [
    { code: generateSchemas(document, endpoints), file: `${api}/schemas.ts`, from },
    { code: generateEndpoints(endpoints), file: `${api}/endpoints.ts`, from },
    { code: await generateTypes(document), file: `${api}/types.ts`, from },
  ]
}

// No import of package.json: a bundle would carry all of it, and not every runtime can.
const ofPackage = {
  code: `export const version = ${JSON.stringify(packageJson.version)}`,
  file: "version.ts",
  from: "package.json",
}

const stale: Array<string> = []
const write = async ({
  code,
  file,
  from,
}: {
  readonly code: string
  readonly file: string
  readonly from: string
}) => {
  const path = new URL(`generated/${file}`, root)
  const wanted = await format(
    path,
    `// Generated from ${from} by \`npm run generate\`. Do not edit.\n\n${code}`,
  )
  if (wanted === read(path)) return
  if (check) return void stale.push(`generated/${file}`)
  mkdirSync(new URL("./", path), { recursive: true })
  writeFileSync(path, wanted)
  console.log(`generated/${file}`)
}

for (const file of [...(await Promise.all(apiFolders().map(ofApi))).flat(), ofPackage]) await write(file)
// Imported only now: the declarations, which these files are made of, import the files above.
const { generateContract } = await import("./contract.ts")
const { generateOpenApi } = await import("./openapi.ts")
for (const file of [...generateContract(apiFolders()), ...generateOpenApi()]) await write(file)

const { apis } = await import("../../src/apis.ts")
const { withTables } = await import("./readme.ts")
const readme = new URL("README.md", root)
const text = readFileSync(readme, "utf8")
const withCurrentTables = await prettier.format(withTables(text, apis), {
  ...(await prettier.resolveConfig(readme)),
  parser: "markdown",
})
if (withCurrentTables !== text) {
  if (check) stale.push("README.md")
  else writeFileSync(readme, withCurrentTables)
}

if (stale.length > 0) {
  console.error(
    `Not what the documents, declarations and fixtures say: ${stale.join(", ")}. Run: npm run generate`,
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
