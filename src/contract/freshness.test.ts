import { expect, it } from "vitest"
import type { Fixture } from "./fixture.ts"
import { freshness } from "./freshness.ts"

const fixture = (source: Fixture["provenance"]["source"]): Fixture => ({
  departures: [],
  ending: { success: null },
  exchange: null,
  operation: "A.b",
  provenance: { host: "", recorded: "2026-01-01", recorder: 1, source, spec: "" },
  scenario: "success",
})

it.each([
  ["sandbox", 180, "fresh"],
  ["sandbox", 181, "aging"],
  ["sandbox", 365, "aging"],
  ["sandbox", 366, "stale"],
  ["emulator", 5_000, "fresh"],
] as const)("a recording of the %s is after %i days %s", (source, days, expected) => {
  expect(freshness(fixture(source), Date.UTC(2026, 0, 1 + days))).toBe(expected)
})
