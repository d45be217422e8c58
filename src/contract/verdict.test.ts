import { expect, it } from "vitest"
import { Verdict, worst } from "./verdict.ts"

const order: ReadonlyArray<Verdict> = ["drift", "credentials", "outage", "throttled", "skipped", "pass"]

it("the worst verdict wins, in any order", () => {
  expect([...order].sort()).toEqual([...Verdict.literals].sort())
  for (const [rank, worse] of order.entries()) {
    for (const other of order.slice(rank)) {
      expect([worst([worse, other]), worst([other, worse]), worst([other, other, worse])]).toEqual([
        worse,
        worse,
        worse,
      ])
    }
  }
})

it("an empty list does not pass", () => {
  expect(worst([])).toBe("skipped")
})
