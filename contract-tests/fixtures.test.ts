import * as Effect from "effect/Effect"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { afterAll, describe, expect, it } from "vitest"
import { check } from "../src/contract/check.ts"
import { freshness } from "../src/contract/freshness.ts"
import { contracts, readFixtures } from "./fixtures.ts"

const fixtures = readFixtures()
const again = "npm run contract:record -- --target emulator"

describe.each(contracts)("$operation", (contract) => {
  const own = fixtures.filter(({ fixture }) => fixture.operation === contract.operation)

  it.each(own)("$file holds", async ({ file, fixture }) => {
    const faults = await Effect.runPromise(check(contract, fixture))
    const said = faults.map(({ message, pointer }) => `${file} ${pointer}: ${message}`)
    expect(said, `If the change is meant: ${again}`).toEqual([])
  })

  // For an emergency: npm test -- --allow-stale
  it.skipIf(process.env["CONTRACT_ALLOW_STALE"] === "1")("is recorded afresh at least once a year", () => {
    const now = Date.now()
    const named = (age: ReturnType<typeof freshness>) =>
      own.filter(({ fixture }) => freshness(fixture, now) === age).map(({ file }) => file)
    const aging = named("aging")
    if (aging.length > 0) console.warn(`Older than 180 days, record again soon: ${aging.join(", ")}`)
    expect(named("stale"), "Older than 365 days: npm run contract:record -- --target sandbox").toEqual([])
  })

  it("has a fixture of every scenario", () => {
    const recorded = own.map(({ fixture }) => fixture.scenario)
    expect(recorded.sort(), again).toEqual(contract.scenarios.map(({ name }) => name).sort())
  })
})

it("every fixture is of an operation under contract", () => {
  const operations = contracts.map(({ operation }) => operation)
  expect(fixtures.filter(({ fixture }) => !operations.includes(fixture.operation))).toEqual([])
})

describe("a folder of fixtures", () => {
  const folder = mkdtempSync(join(tmpdir(), "fixtures-"))
  afterAll(() => rmSync(folder, { recursive: true }))

  it("may be missing, and may be empty", () => {
    expect(readFixtures(pathToFileURL(join(folder, "absent")))).toEqual([])
    expect(readFixtures(pathToFileURL(folder))).toEqual([])
  })

  it.each(["{", "{}", "null"])("names the file that is no fixture: %s", (text) => {
    mkdirSync(join(folder, "Gifts.create"), { recursive: true })
    writeFileSync(join(folder, "Gifts.create", "success.json"), text)
    expect(() => readFixtures(pathToFileURL(folder))).toThrow(
      "fixtures/Gifts.create/success.json is no fixture: ",
    )
  })
})
