import { expect, it } from "vitest"
import { chaos } from "./chaos.ts"
import { table } from "./table.ts"

/** The small sister of `npm run chaos`, with the same seed every time: a test has to be repeatable. */
it("keeps its promises while workerd is killed and the provider fails", { timeout: 60_000 }, async () => {
  const limits = { copies: 3, kills: 2, requests: 60, seconds: 10, seed: 1, silences: false }
  const survived = await chaos(limits)
  for (const references of survived.violations.values())
    expect(references, table(limits, survived)).toEqual([])
  expect(survived.told).toHaveLength(limits.requests)
  expect(survived.absences).toHaveLength(limits.kills + 1)
})
