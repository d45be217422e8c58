import { describe, expect, it } from "vitest"
import { type Alerted, alerts, message } from "./alert.ts"
import type { Run } from "./run.ts"
import type { Verdict } from "./verdict.ts"

const run = (verdict: Verdict, finished: string): Run => ({
  finished,
  operations: [{ api: "a", operation: "A.b", scenarios: [], verdict }],
  started: finished,
  target: "sandbox",
})

/** The kinds of alert that runs, one an hour, give. */
const told = (...verdicts: ReadonlyArray<Verdict>): ReadonlyArray<string> => {
  let state: Alerted = {}
  return verdicts.map((verdict, hour) => {
    const result = alerts(state, run(verdict, new Date(Date.UTC(2026, 0, 1, hour)).toISOString()))
    state = result.after
    return result.alerts.map(({ kind }) => kind).join() || "-"
  })
}

describe("alerts", () => {
  it("says once that an operation fails, and once that it passes again", () => {
    expect(told("pass", "drift", "drift", "pass", "pass")).toEqual(["-", "opened", "-", "resolved", "-"])
  })

  it("says once more after a day, and no more", () => {
    const days = told(...Array<Verdict>(60).fill("outage"))
    expect(days.flatMap((kind, hour) => (kind === "-" ? [] : [`${hour} ${kind}`]))).toEqual([
      "0 opened",
      "24 still failing",
    ])
  })

  it("opens anew when the verdict changes", () => {
    expect(told("outage", "drift", "drift")).toEqual(["opened", "opened", "-"])
  })

  it("takes a skipped run for no news", () => {
    expect(told("drift", "skipped", "drift", "skipped", "pass")).toEqual([
      "opened",
      "-",
      "-",
      "-",
      "resolved",
    ])
  })

  it("is one text that says what failed and since when", () => {
    const failing = run("drift", "2026-01-01T00:00:00.000Z")
    expect(message(failing, alerts({}, failing).alerts).text).toBe(
      "Contracts against sandbox\nA.b: drift, opened (since 2026-01-01T00:00:00.000Z)",
    )
  })
})
