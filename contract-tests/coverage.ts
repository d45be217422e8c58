/** Prints what the fixtures show of every operation, and fails where they show nothing. */
import { coverage } from "../src/contract/coverage.ts"
import { contracts, readFixtures } from "./fixtures.ts"

const fixtures = readFixtures().map(({ fixture }) => fixture)
const covered = contracts.flatMap((contract) => coverage(contract, fixtures))
const gaps = covered.filter(({ by }) => by.length === 0)

for (const { operation } of contracts) {
  const own = covered.filter((one) => one.operation === operation)
  const told = own.map(({ by, what }) => `${what} ${by.length === 0 ? "MISSING" : by.length}`)
  console.log(`${operation}\n  ${told.join(", ")}`)
}
console.log(`${covered.length - gaps.length} of ${covered.length} covered`)
process.exitCode = gaps.length === 0 ? 0 : 1
