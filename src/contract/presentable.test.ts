import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Drift } from "./drift.ts"
import { brief, presentable, shown, shownJson } from "./presentable.ts"
import type { OperationResult } from "./run.ts"

const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(fc.integer({ max: 0xffff, min: 0 }), { maxLength: 20 })
    .map((units) => String.fromCharCode(...units)),
  fc.string({ unit: fc.constantFrom("#", "[", ":", " ", "\n", "a", "\u001b", "\ud800", "\u202e", "]") }),
)

describe("shown", () => {
  it.each([
    ["x\n::error title=t::m", String.raw`x\n::error title=t::m`],
    ["  ::error::m", String.raw`  \u003a:error::m`],
    ["a ##[error]m", String.raw`a #\u0023[error]m`],
    ["###vso[task.setvariable]", String.raw`##\u0023vso[task.setvariable]`],
    ["\u001b[31m\u007f\u0085\u009b", String.raw`\u001b[31m\u007f\u0085\u009b`],
    ["\r\t\b\u0000", String.raw`\r\t\b\u0000`],
    ["\u2028\u2029", String.raw`\u2028\u2029`],
    ["\u202a\u202e\u2066\u2069\u200e", String.raw`\u202a\u202e\u2066\u2069\u200e`],
    ["a\u200bb\u200d\ufeff\u00ad\u2060", String.raw`a\u200bb\u200d\ufeff\u00ad\u2060`],
    ["\ud800 \udc00", String.raw`\ud800 \udc00`],
    ["\u{e0041}", String.raw`\udb40\udc41`],
    ["größe 😀 / C:\\path", "größe 😀 / C:\\path"],
  ])("%j", (text, expected) => {
    expect(shown(text)).toBe(expected)
  })

  it("is one line without a command, and showing it again changes nothing", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = shown(text)
        expect(once).not.toMatch(unseen)
        expect(once).not.toMatch(/^\s*::|##\w*\[/)
        expect(shown(once)).toBe(once)
      }),
    )
  })
})

it("brief is the text as it is shown, cut where it is too long", () => {
  fc.assert(
    fc.property(anyText, fc.integer({ max: 30, min: 1 }), (text, most) => {
      const cut = brief(text, most)
      expect(cut.length).toBeLessThanOrEqual(most)
      expect(cut).not.toMatch(unseen)
      expect(brief(cut, most)).toBe(cut)
      if (shown(text).length <= most) expect(cut).toBe(shown(text))
    }),
  )
})

it("JSON means the same, whatever a log makes of it", () => {
  fc.assert(
    fc.property(fc.json({ stringUnit: "binary" }), anyText, (json, text) => {
      const value = { [text]: JSON.parse(json) as unknown, text: [text] }
      const said = shownJson(value)
      expect(JSON.parse(said)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(said.replaceAll("\n", "")).not.toMatch(unseen)
      expect(said).not.toMatch(/^\s*::|##\w*\[/m)
    }),
  )
})

describe("a result", () => {
  const finding = (severity: Drift["severity"], name = "x"): Drift => ({
    expected: "no such property",
    got: "a property",
    meaning: "m",
    pointer: `/response/body/${name}`,
    severity,
  })
  const resultOf = (drift: ReadonlyArray<Drift>): OperationResult => ({
    api: "a",
    operation: "A.b",
    scenarios: [{ drift, flaky: false, scenario: "success", verdict: "drift" }],
    verdict: "drift",
  })
  const driftOf = (drift: ReadonlyArray<Drift>) => presentable(resultOf(drift)).scenarios[0]?.drift ?? []
  const many = (count: number, severity: Drift["severity"]) =>
    Array.from({ length: count }, (_, n) => finding(severity, `${severity}${n}`))

  it("keeps up to 21 findings, the worst first", () => {
    const drift = [...many(10, "info"), ...many(11, "breaking")]
    expect(driftOf(drift)).toEqual([...many(11, "breaking"), ...many(10, "info")])
  })

  it.each([
    ["info", [...many(30, "info"), ...many(20, "breaking")], 30],
    ["warning", [...many(30, "info"), ...many(2, "warning"), ...many(20, "breaking")], 32],
    ["breaking", [...many(5, "info"), ...many(40_000, "breaking")], 39_985],
  ] as const)("says how many more there are, and that one of them is %s", (severity, drift, more) => {
    const kept = driftOf(drift)
    expect(kept).toHaveLength(21)
    expect(kept.slice(0, 20).every((found) => found.severity === "breaking")).toBe(true)
    expect(kept[20]).toMatchObject({ got: `and ${more} more`, severity })
  })

  it("is the same when it passes a second time", () => {
    const once = presentable(resultOf([finding("info", "\n".repeat(1000)), ...many(100, "warning")]))
    expect(presentable(once)).toEqual(once)
  })

  it("fits into a row of 2 MB with three others, whatever a provider answers", () => {
    const worst = "\u0800".repeat(100_000)
    const drift = { expected: worst, got: worst, meaning: worst, pointer: worst, severity: "info" } as const
    const scenario = {
      drift: Array(50).fill(drift),
      flaky: false,
      note: worst,
      scenario: "s",
      verdict: "drift",
    } as const
    const result = { ...resultOf([]), note: worst, scenarios: Array(4).fill(scenario) }
    const bytes = new TextEncoder().encode(JSON.stringify(Array(4).fill(presentable(result)))).length
    expect(bytes).toBeGreaterThan(800_000)
    expect(bytes).toBeLessThan(900_000)
  })
})
