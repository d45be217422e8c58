import * as fc from "fast-check"
import { expect, it } from "vitest"
import { type Alert, type Alerted, alerts } from "./alert.ts"
import { type Drift, Severity } from "./drift.ts"
import type { OperationResult, Run } from "./run.ts"
import { Verdict, worst } from "./verdict.ts"

const ranks = { breaking: 3, info: 1, warning: 2 } as const

const drift = fc.record({
  expected: fc.constant("string"),
  got: fc.constantFrom("number", "null"),
  meaning: fc.constant("m"),
  pointer: fc.constantFrom("/response/body/a", "/response/body/b", "/response/body/c"),
  severity: fc.constantFrom(...Severity.literals),
})

/** A scenario, which has findings where it drifts. */
const scenario = (name: string) =>
  fc.constantFrom<Verdict>(...Verdict.literals).chain((verdict) =>
    fc.record({
      drift: verdict === "drift" ? fc.array<Drift>(drift, { maxLength: 3, minLength: 1 }) : fc.constant([]),
      flaky: fc.constant(false),
      scenario: fc.constant(name),
      verdict: fc.constant(verdict),
    }),
  )

const result: fc.Arbitrary<OperationResult> = fc.tuple(scenario("one"), scenario("two")).map((scenarios) => ({
  api: "a",
  operation: "A.b",
  scenarios,
  verdict: worst(scenarios.map(({ verdict }) => verdict)),
}))
const passing: OperationResult = {
  api: "a",
  operation: "A.b",
  scenarios: ["one", "two"].map((scenario) => ({ drift: [], flaky: false, scenario, verdict: "pass" })),
  verdict: "pass",
}

/** The alerts of each of some runs, one every few hours, with what is known after the last. */
const perform = (results: ReadonlyArray<OperationResult>, hours = 5) => {
  let state: Alerted = {}
  const told = results.map((operation, n): ReadonlyArray<Alert> => {
    const at = new Date(Date.UTC(2026, 0, 1, n * hours)).toISOString()
    const run: Run = { finished: at, operations: [operation], started: at, target: "sandbox" }
    const step = alerts(state, run)
    state = JSON.parse(JSON.stringify(step.after)) as Alerted
    return step.alerts
  })
  return { state, told }
}
const results = fc.array(result, { maxLength: 12 })
const findingsOf = ({ scenarios }: OperationResult) => scenarios.flatMap(({ drift }) => drift)
const severityOf = (some: ReadonlyArray<Drift>) => Math.max(0, ...some.map(({ severity }) => ranks[severity]))

it("every finding worse than those of the last runs is alerted", () => {
  fc.assert(
    fc.property(results, (all) => {
      const { told } = perform(all)
      for (const [n, now] of all.entries()) {
        const before = severityOf(all.slice(0, n).flatMap(findingsOf))
        if (severityOf(findingsOf(now)) > before) {
          const drifts = (told[n] ?? []).filter(({ verdict }) => verdict === "drift")
          expect(severityOf(drifts.flatMap((alert) => alert.drift))).toBe(severityOf(findingsOf(now)))
        }
      }
    }),
  )
})

it("a state that stays is alerted once, and once more after a day", () => {
  fc.assert(
    fc.property(results, result, (before, stays) => {
      const { told } = perform([...before, ...Array<OperationResult>(60).fill(stays)])
      const after = told.slice(before.length)
      const verdicts = new Set(after.flat().map(({ verdict }) => verdict))
      for (const verdict of verdicts) {
        const kinds = after
          .flat()
          .filter((alert) => alert.verdict === verdict)
          .map(({ kind }) => kind)
        expect(kinds.filter((kind) => kind === "still failing").length).toBeLessThanOrEqual(1)
        expect(kinds.filter((kind) => kind !== "still failing").length).toBeLessThanOrEqual(1)
      }
      // Whatever it was before: from the second run on there are reminders only, or what came and went is over.
      const later = after
        .slice(1)
        .flat()
        .map(({ kind }) => kind)
      expect(later.filter((kind) => kind !== "still failing" && kind !== "resolved")).toEqual([])
    }),
  )
})

it("two states that alternate cause a bounded number of alerts", () => {
  fc.assert(
    fc.property(results, result, result, (before, one, other) => {
      const { told } = perform([
        ...before,
        ...Array.from({ length: 200 }, (_, n) => (n % 2 === 0 ? one : other)),
      ])
      const after = told.slice(before.length)
      // Of the first ten runs a verdict may begin, change, end, return and be reminded of; then it is known.
      expect(
        after
          .slice(10)
          .flat()
          .filter(({ kind }) => kind !== "still failing"),
      ).toEqual([])
      for (const verdict of Verdict.literals) {
        const alike = after.flat().filter((alert) => alert.verdict === verdict)
        expect(alike.length).toBeLessThanOrEqual(5)
      }
    }),
  )
})

it("an opened failure is resolved once when the operation passes, and then forgotten", () => {
  fc.assert(
    fc.property(results, (before) => {
      const { state, told } = perform([...before, ...Array<OperationResult>(4).fill(passing)])
      const kinds = told.flat().map(({ kind }) => kind)
      const last = kinds.findLastIndex((kind) => kind !== "resolved")
      expect(kinds.length - 1 - last).toBe(last === -1 ? 0 : 1)
      expect(state).toEqual({})
    }),
  )
})
