import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { contracts as contractsOf } from "../src/contract/contracts.ts"
import { freshness } from "../src/contract/freshness.ts"
import { Fixture } from "../src/contract/fixture.ts"
import { situations } from "../src/contract/situations.ts"
import { loadApi } from "../specs/tools/load.ts"

/** The operations under contract, with their documents from `specs/`. */
export const contracts = contractsOf(loadApi, situations)

const root = new URL("fixtures/", import.meta.url)
const decode = Schema.decodeUnknownResult(Schema.fromJsonString(Fixture), { onExcessProperty: "error" })

const fileOf = ({ operation, scenario }: Pick<Fixture, "operation" | "scenario">) =>
  new URL(`${operation}/${scenario}.json`, root)

/**
 * Every fixture with the file that it is in, relative to this folder. None where nothing was ever recorded; throws where
 * a file is no fixture.
 */
export const readFixtures = (
  folder = root,
): ReadonlyArray<{ readonly file: string; readonly fixture: Fixture }> =>
  (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [])
    .filter((entry) => entry.name.endsWith(".json"))
    .map((entry) => {
      const file = `fixtures/${basename(entry.parentPath)}/${entry.name}`
      const read = decode(readFileSync(join(entry.parentPath, entry.name), "utf8"))
      if (Result.isFailure(read)) throw new Error(`${file} is no fixture: ${read.failure.message}`)
      return { file, fixture: read.success }
    })

/** With its properties in the order of the schema. */
const text = (fixture: Fixture) => `${JSON.stringify(Schema.decodeUnknownSync(Fixture)(fixture), null, 2)}\n`

const readOld = (file: URL): Fixture | undefined => {
  try {
    return Result.getOrUndefined(decode(readFileSync(file, "utf8")))
  } catch {
    return undefined
  }
}

/** Writes a fixture unless the file says the same already and is not too old. Says whether it wrote. */
export const writeFixture = (fixture: Fixture): boolean => {
  const file = fileOf(fixture)
  const old = readOld(file)
  const { recorded } = old?.provenance ?? fixture.provenance
  if (
    old !== undefined &&
    freshness(old, Date.now()) === "fresh" &&
    text({ ...fixture, provenance: { ...fixture.provenance, recorded } }) === text(old)
  ) {
    return false
  }
  mkdirSync(new URL(".", file), { recursive: true })
  writeFileSync(file, text(fixture))
  return true
}
