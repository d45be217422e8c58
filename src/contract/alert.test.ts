import { describe, expect, it } from "vitest"
import { type Alerted, alerts, message } from "./alert.ts"
import type { Drift, Severity } from "./drift.ts"
import type { Run, ScenarioResult } from "./run.ts"
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

const finding = (name: string, severity: Severity): Drift => ({
  expected: "string",
  got: "number",
  meaning: "m",
  pointer: `/response/body/${name}`,
  severity,
})
const info = finding("info", "info")
const other = finding("other", "info")
const breaking = finding("breaking", "breaking")

const scenario = (drift: ReadonlyArray<Drift>, verdict: Verdict = "drift"): ScenarioResult => ({
  drift,
  flaky: false,
  scenario: verdict,
  verdict,
})
const drifted = (...drift: ReadonlyArray<Drift>): Run => ({
  ...run("drift", ""),
  operations: [{ api: "a", operation: "A.b", scenarios: [scenario(drift)], verdict: "drift" }],
})

/** The alerts that runs, one a day, give: an alert as its kind, its verdict and the findings that it is about. */
const daily = (...runs: ReadonlyArray<Verdict | Run>): ReadonlyArray<string> => {
  let state: Alerted = {}
  return runs.map((given, day) => {
    const at = new Date(Date.UTC(2026, 0, 1 + day)).toISOString()
    const result = alerts(state, typeof given === "string" ? run(given, at) : { ...given, finished: at })
    state = JSON.parse(JSON.stringify(result.after)) as Alerted
    const told = result.alerts.map(({ drift, kind, since, verdict }) =>
      [kind, verdict, `since ${new Date(since).getUTCDate()}`, ...drift.map(({ severity }) => severity)].join(
        " ",
      ),
    )
    return told.join(", ") || "-"
  })
}

describe("alerts compare findings", () => {
  it("alerts of a worse finding behind an open drift", () => {
    expect(daily(drifted(info), drifted(info), drifted(info), drifted(info, breaking))).toEqual([
      "opened drift since 1 info",
      "still failing drift since 1 info",
      "-",
      "worse drift since 1 breaking",
    ])
  })

  it("alerts once of new findings that are no worse", () => {
    expect(daily(drifted(breaking), drifted(breaking, info), drifted(breaking, info, other))).toEqual([
      "opened drift since 1 breaking",
      "changed drift since 1 info",
      "changed drift since 1 info",
    ])
  })

  it("alerts of another finding at the same place", () => {
    expect(daily(drifted(breaking), drifted({ ...breaking, got: "null" })).at(-1)).toBe(
      "changed drift since 1 breaking",
    )
  })

  it("ignores array indices and counts", () => {
    const at = (index: number) => finding(`list/${index}/name`, "breaking")
    const told = ["opened drift since 1 breaking", "still failing drift since 1 breaking", "-"]
    expect(daily(drifted(at(0)), drifted(at(7)), drifted(at(1)))).toEqual(told)
    const more = (count: number) => ({ ...breaking, got: `and ${count} more` })
    expect(daily(drifted(more(39_980)), drifted(more(39_981)), drifted(more(7)))).toEqual(told)
  })

  it("alerts once of a finding that comes and goes, until it was away for three runs", () => {
    const both = drifted(info, breaking)
    const only = drifted(info)
    expect(daily(both, only, both, only, only, both, only, only, only, both)).toEqual([
      "opened drift since 1 info breaking",
      "still failing drift since 1 info",
      ...Array<string>(7).fill("-"),
      "worse drift since 1 breaking",
    ])
  })

  it("alerts once of a drift that comes and goes, with its start, and of its end after three runs", () => {
    const drift = drifted(breaking)
    expect(
      daily(drift, "pass", drift, "pass", drift, "pass", "pass", drift, "pass", "pass", "pass", "pass"),
    ).toEqual([
      "opened drift since 1 breaking",
      "resolved pass since 1",
      "comes and goes drift since 1 breaking",
      "-",
      "still failing drift since 1 breaking",
      ...Array<string>(5).fill("-"),
      "resolved pass since 1",
      "-",
    ])
  })

  it("opens a drift anew that was away for three runs, or is another one", () => {
    const opened = "opened drift since"
    expect(
      daily(drifted(info), "pass", drifted(breaking), "pass", "pass", "pass", drifted(breaking)),
    ).toEqual([
      `${opened} 1 info`,
      "resolved pass since 1",
      `${opened} 3 breaking`,
      "resolved pass since 3",
      "-",
      "-",
      `${opened} 7 breaking`,
    ])
  })

  it("alerts once each of a drift and an outage that alternate, and reminds of each once", () => {
    const drift = drifted(breaking)
    expect(daily(drift, "outage", drift, "outage", drift, "outage", drift, "pass")).toEqual([
      "opened drift since 1 breaking",
      "opened outage since 2",
      "still failing drift since 1 breaking",
      "still failing outage since 2",
      "-",
      "-",
      "-",
      "resolved pass since 1",
    ])
  })

  it("alerts of an outage beside a drift of another scenario", () => {
    const result = drifted(info)
    const operations = result.operations.map((operation) => ({
      ...operation,
      scenarios: [...operation.scenarios, scenario([], "outage")],
    }))
    expect(daily({ ...result, operations })).toEqual(["opened drift since 1 info, opened outage since 1"])
  })

  it("alerts once of runs that broke off, until a run ends", () => {
    const broken = { ...run("skipped", ""), note: "It broke off." }
    expect(daily(broken, broken, broken, "pass")).toEqual([
      "opened outage since 1",
      "still failing outage since 1",
      "-",
      "resolved pass since 1",
    ])
  })

  it("stores no text of a provider and no more than 200 findings of an operation", () => {
    let state: Alerted = {}
    for (let day = 0; day < 10; day++) {
      const many = Array.from({ length: 150 }, (_, n) => finding(`word-${day}-${n}`, "info"))
      state = alerts(state, { ...drifted(...many), finished: new Date(day).toISOString() }).after
    }
    const kept = JSON.stringify(state)
    expect(kept).not.toContain("word")
    expect(kept.match(/"id"/g)).toHaveLength(200)
  })

  it("picks the same findings in every run where there are more than it compares", () => {
    const many = Array.from({ length: 300 }, (_, n) => finding(`name${n}`, "info"))
    const shuffled = [...many].reverse()
    expect(daily(drifted(...many), drifted(...shuffled)).map((told) => told.split(" info")[0])).toEqual([
      "opened drift since 1",
      "still failing drift since 1",
    ])
  })
})

describe("what an earlier release kept", () => {
  const earlier = { "A.b": { reminded: true, since: "2026-01-01T00:00:00.000Z", verdict: "outage" } } as const

  it("goes on", () => {
    const later = alerts(earlier, run("outage", "2026-01-09T00:00:00.000Z"))
    expect(later.alerts).toEqual([])
    expect(alerts(later.after, run("pass", "2026-01-10T00:00:00.000Z")).alerts).toMatchObject([
      { kind: "resolved", since: "2026-01-01T00:00:00.000Z" },
    ])
  })

  it("knows no findings: they are told once", () => {
    const drift = { "A.b": { ...earlier["A.b"], verdict: "drift" } } as const
    const now = { ...drifted(breaking), finished: "2026-01-02T00:00:00.000Z" }
    const first = alerts(drift, now)
    expect(first.alerts).toMatchObject([{ kind: "changed", since: "2026-01-01T00:00:00.000Z" }])
    expect(alerts(first.after, now).alerts).toEqual([])
  })
})

describe("a message", () => {
  const failing = (operations: number, findings: number, name = "&<>".repeat(60)): Run => ({
    ...run("drift", "2026-01-01T00:00:00.000Z"),
    operations: Array.from({ length: operations }, (_, n) => ({
      api: "a",
      operation: `A.${n}`,
      scenarios: [scenario(Array.from({ length: findings }, (_, m) => finding(`${name}${m}`, "breaking")))],
      verdict: "drift",
    })),
  })
  const textOf = (run: Run) => message(run, alerts({}, run).alerts).text

  it.each([
    [1, 1],
    [4, 100],
    [100, 21],
    [5000, 3],
  ])(
    "of %i operations with %i findings each is short enough for Slack, and whole",
    (operations, findings) => {
      const text = textOf(failing(operations, findings))
      expect(text.length).toBeLessThan(40_000)
      // Nothing of Slack's own syntax, and no entity that was cut.
      expect(text.replaceAll(/&(amp|lt|gt);/g, "")).not.toMatch(/[&<>]/)
      // It says how many lines of an operation, and how many operations, are left out.
      const lines = text.split("\n")
      const said = lines.flatMap((line) => /^ {2}and (\d+) more$/.exec(line)?.[1] ?? [])
      const told = lines.filter((line) => /^A\.|^ {2}breaking/.test(line)).length
      if (operations < 1000) {
        expect(told + said.reduce((sum, count) => sum + Number(count), 0)).toBe(operations * (1 + findings))
      } else
        expect(Number(said.at(-1))).toBe(operations - lines.filter((line) => line.startsWith("A.")).length)
    },
  )

  it("gives operations equal parts of its room", () => {
    const text = textOf(failing(4, 100))
    const parts = text
      .split(/^A\.\d.*$/m)
      .slice(1)
      .map((part) => part.match(/breaking/g)?.length ?? 0)
    expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1)
  })

  it("lists few findings of one operation in full beside many of another", () => {
    const small = failing(1, 2, "small")
    const text = textOf({
      ...small,
      operations: [
        ...failing(1, 300).operations,
        { ...small.operations[0], operation: "B.c" },
      ] as Run["operations"],
    })
    expect(text).toMatch(/^B\.c: .*\n {2}breaking .*small0.*\n {2}breaking .*small1[^\n]*$/m)
  })
})
