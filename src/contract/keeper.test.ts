import * as Effect from "effect/Effect"
import * as Logger from "effect/Logger"
import { describe, expect, it } from "vitest"
import { begin, claim, finish, history, longestRun, type Shelf } from "./keeper.ts"
import type { Run } from "./run.ts"

const started = Date.UTC(2026, 0, 1)

/** A shelf in memory; what fails throws as a store does that is full. */
const shelfOf = (...failing: ReadonlyArray<keyof Shelf>) => {
  const known = new Map<string, string>()
  const runs: Array<string> = []
  const trimmed: Array<number> = []
  const real: Shelf = {
    append: (run) => void runs.unshift(run),
    get: (name) => known.get(name),
    last: (count) => runs.slice(0, count),
    set: (name, value) => void (value === undefined ? known.delete(name) : known.set(name, value)),
    trim: (count, characters) => void trimmed.push(count, characters),
  }
  const full = () => {
    throw new Error("database or disk is full: breaking /response/body/x")
  }
  return {
    known,
    runs,
    shelf: { ...real, ...Object.fromEntries(failing.map((name) => [name, full])) },
    trimmed,
  }
}

const drifting: Run = {
  finished: "2026-01-01T00:00:00.000Z",
  operations: [
    {
      api: "a",
      operation: "A.b",
      scenarios: [
        {
          drift: [
            { expected: "-", got: "-", meaning: "-", pointer: "/response/body/x", severity: "info" },
            { expected: "-", got: "-", meaning: "-", pointer: "/response/body/y", severity: "breaking" },
          ],
          flaky: false,
          scenario: "success",
          verdict: "drift",
        },
      ],
      verdict: "drift",
    },
  ],
  started: "2026-01-01T00:00:00.000Z",
  target: "sandbox",
}

/** Finishes a run; gives the texts that were alerted, and what was logged. */
const finished = async (shelf: Shelf, run: Run, status = 200) => {
  const told: Array<string> = []
  const logged: Array<unknown> = []
  const fetch: typeof globalThis.fetch = async (input, init) => {
    told.push(((await new Request(input, init).json()) as { readonly text: string }).text)
    return new Response(null, { status })
  }
  const logger = Logger.make(({ message }) => void logged.push(message))
  await Effect.runPromise(
    Effect.provide(finish(shelf, run, "https://alerts.example/hook", fetch), Logger.layer([logger])),
  )
  return { logged: JSON.stringify(logged), told }
}

describe("a run that can't be stored ends and is alerted", () => {
  it("where it is too large: without its findings", async () => {
    const { runs, shelf } = shelfOf()
    const small: Shelf = {
      ...shelf,
      append: (run) => {
        if (run.includes("/response/body/y")) throw new Error("string or blob too big")
        shelf.append(run)
      },
    }
    begin(small, started)
    const { told } = await finished(small, drifting)
    expect(told).toEqual([expect.stringMatching(/^ {2}breaking \/response\/body\/y/m)])
    const kept = history(small, started)
    expect([kept.under_way, runs.length]).toEqual([null, 1])
    expect(kept.runs[0]).toMatchObject({
      note: expect.stringContaining("could be stored"),
      operations: [
        { scenarios: [{ drift: [{ got: "2 differences", severity: "breaking" }] }], verdict: "drift" },
      ],
    })
    expect(begin(small, started)).toBe(true)
  })

  it("where nothing can be appended", async () => {
    const { shelf } = shelfOf("append", "trim")
    begin(shelf, started)
    const { logged, told } = await finished(shelf, drifting)
    expect(told).toEqual([expect.stringMatching(/^A\.b: drift, opened[^]*^contract run: outage, opened/m)])
    expect([history(shelf, started), begin(shelf, started)]).toEqual([{ runs: [], under_way: null }, true])
    expect(logged).toContain("could not be stored")
    expect(logged).not.toContain("body")
  })

  it("where nothing can be written or read", async () => {
    const { shelf } = shelfOf("append", "get", "last", "set", "trim")
    expect((await finished(shelf, drifting)).told).toHaveLength(1)
  })
})

it("sends alerts that were not accepted again with the next run", async () => {
  const { shelf } = shelfOf()
  expect((await finished(shelf, drifting, 503)).told).toHaveLength(1)
  expect((await finished(shelf, drifting, 200)).told).toHaveLength(1)
  expect((await finished(shelf, drifting, 200)).told).toEqual([])
})

it("reads what an earlier release kept of alerts", async () => {
  const { known, shelf } = shelfOf()
  known.set("alerted", '{"A.b":{"reminded":false,"since":"2025-12-31T20:00:00.000Z","verdict":"outage"}}')
  const passing: Run = {
    ...drifting,
    operations: [{ api: "a", operation: "A.b", scenarios: [], verdict: "pass" }],
  }
  expect((await finished(shelf, passing)).told).toEqual([
    "Contracts against sandbox\nA.b: resolved (it failed since 2025-12-31T20:00:00.000Z)",
  ])
  expect((await finished(shelf, passing)).told).toEqual([])
})

it("shows what an earlier release kept of runs, and bounds it", () => {
  const { shelf } = shelfOf()
  const [operation] = drifting.operations
  const drift = Array.from({ length: 1000 }, (_, n) => ({
    expected: "-",
    got: "\u001b[2J",
    meaning: "-",
    pointer: `/response/body/${n}`,
    severity: "info",
  }))
  shelf.append(
    JSON.stringify({
      ...drifting,
      operations: [{ ...operation, scenarios: [{ drift, flaky: false, scenario: "s", verdict: "drift" }] }],
    }),
  )
  const kept = history(shelf, started).runs[0]?.operations[0]?.scenarios[0]?.drift
  expect(kept).toHaveLength(21)
  expect(kept?.[0]?.got).toBe(String.raw`\u001b[2J`)
})

it("keeps no more than a hundred runs and four million characters", async () => {
  const { shelf, trimmed } = shelfOf()
  await finished(shelf, drifting)
  expect(trimmed).toEqual([100, 4 * 1024 * 1024])
})

describe("a run is performed once", () => {
  const began = new Date(started).toISOString()

  it("however often its alarm rings", () => {
    const { shelf } = shelfOf()
    expect(claim(shelf)).toEqual({})
    begin(shelf, started)
    expect([claim(shelf), claim(shelf), claim(shelf)]).toEqual([{ began }, { died: began }, {}])
    expect(begin(shelf, started)).toBe(true)
  })

  it("and one that died is over after a quarter of an hour, and is known when the next one begins", () => {
    const { shelf } = shelfOf()
    begin(shelf, started)
    claim(shelf)
    expect(begin(shelf, started + longestRun - 1)).toBe(false)
    const later = started + longestRun
    expect(begin(shelf, later)).toBe(true)
    expect(claim(shelf)).toEqual({ began: new Date(later).toISOString(), died: began })
    expect(claim(shelf)).toEqual({ died: new Date(later).toISOString() })
  })

  it("and one that began while another took too long is performed after that", async () => {
    const { shelf } = shelfOf()
    begin(shelf, started)
    claim(shelf)
    const later = started + longestRun
    expect(begin(shelf, later)).toBe(true)
    await finished(shelf, drifting)
    expect(history(shelf, later).under_way).toBe(new Date(later).toISOString())
    expect(claim(shelf)).toEqual({ began: new Date(later).toISOString() })
  })
})
