import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { check } from "../src/contract/check.ts"
import { coverage } from "../src/contract/coverage.ts"
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

  it("has a fixture of every scenario", () => {
    const recorded = own.map(({ fixture }) => fixture.scenario)
    expect(recorded.sort(), again).toEqual(contract.scenarios.map(({ name }) => name).sort())
  })

  it("shows every documented status and every situation", () => {
    const covered = coverage(
      contract,
      fixtures.map(({ fixture }) => fixture),
    )
    console.info(
      covered
        .map(({ by, what }) => `${contract.operation}  ${what}: ${by.join(", ") || "NOTHING"}`)
        .join("\n"),
    )
    expect(covered.filter(({ by }) => by.length === 0)).toEqual([])
  })
})

it("every fixture is of an operation under contract", () => {
  const operations = contracts.map(({ operation }) => operation)
  expect(fixtures.filter(({ fixture }) => !operations.includes(fixture.operation))).toEqual([])
})
