import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import * as Schema from "effect/Schema"
import { contracts as contractsOf } from "../src/contract/contracts.ts"
import { freshness } from "../src/contract/freshness.ts"
import { Fixture } from "../src/contract/fixture.ts"
import { situations } from "../src/contract/situations.ts"
import { loadApi } from "../specs/tools/load.ts"

/** The operations under contract, with their documents from `specs/`. */
export const contracts = contractsOf(loadApi, situations)

const root = new URL("fixtures/", import.meta.url)
const decode = Schema.decodeUnknownSync(Schema.fromJsonString(Fixture), { onExcessProperty: "error" })

const fileOf = ({ operation, scenario }: Pick<Fixture, "operation" | "scenario">) =>
  new URL(`${operation}/${scenario}.json`, root)

/** Every fixture with the file that it is in, relative to this folder. */
export const readFixtures = (): ReadonlyArray<{ readonly file: string; readonly fixture: Fixture }> =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith(".json"))
    .map((entry) => {
      const file = `fixtures/${entry.parentPath.split("/").at(-1) ?? ""}/${entry.name}`
      return { file, fixture: decode(readFileSync(new URL(file, import.meta.url), "utf8")) }
    })

/** With its properties in the order of the schema. */
const text = (fixture: Fixture) => `${JSON.stringify(Schema.decodeUnknownSync(Fixture)(fixture), null, 2)}\n`

const readOld = (file: URL): Fixture | undefined => {
  try {
    return decode(readFileSync(file, "utf8"))
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
