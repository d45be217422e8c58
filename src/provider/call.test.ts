import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { type Call, failure, type Met, run } from "../../contract-tests/scripted-call.ts"

describe("waits and attempts", () => {
  it.effect.each<Call & { at: ReadonlyArray<number>; ends: string; because: string }>([
    { at: [0], because: "it succeeds at once", ends: "done", met: [200] },
    { at: [0, 100, 300], because: "waits double", ends: "done", met: [503, "reset", 200] },
    {
      at: [0, 100, 300, 700],
      because: "4 attempts are enough",
      ends: "Unavailable",
      met: [500, 502, 408, 503],
    },
    { at: [0, 7_000], because: "Retry-After fits", ends: "done", met: [[429, "7"], 200] },
    { at: [0, 100], because: "Retry-After is short", ends: "done", met: [[503, "0"], 200] },
    { at: [0], because: "Retry-After does not fit", ends: "RateLimited", met: [[429, "15"]] },
    { at: [0], because: "Retry-After does not fit", ends: "Unavailable", met: [[503, "3600"]] },
    {
      at: [0, 7_000],
      because: "the second does not fit",
      ends: "RateLimited",
      met: [
        [429, "7"],
        [429, "8"],
      ],
    },
    { at: [0], because: "it is refused", ends: "Rejected", met: [400] },
    { at: [0, 100], because: "it is refused in the end", ends: "Unauthorized", met: [503, 403] },
    { at: [0, 5_100], because: "an attempt has 5 s", ends: "done", met: ["silence", 200] },
    {
      at: [0, 5_100, 10_300],
      because: "the deadline ends the third",
      ends: "TimedOut",
      met: ["silence", "silence", "silence"],
    },
    { at: [0], because: "not repeatable", ends: "Unavailable", met: [503], repeatable: false },
    { at: [0], because: "not repeatable", ends: "Unavailable", met: [[503, "1"]], repeatable: false },
    { at: [0], because: "not repeatable", ends: "Unreachable", met: ["reset"], repeatable: false },
    { at: [0], because: "not repeatable", ends: "TimedOut", met: ["silence"], repeatable: false },
    {
      at: [0, 100],
      because: "nothing was done yet",
      ends: "Unreachable",
      met: [429, "reset"],
      repeatable: false,
    },
    { at: [0, 100], because: "nothing was done yet", ends: "done", met: [429, 200], repeatable: false },
    { at: [0, 100, 300], because: "it was too early", ends: "done", met: [425, 425, 200], repeatable: false },
    { at: [0, 100], because: "it was too early", ends: "done", met: [425, 200] },
    { at: [0, 2_000], because: "it says when", ends: "done", met: [[425, "2"], 200], repeatable: false },
    { at: [0], because: "that is after the deadline", ends: "Rejected", met: [[425, "60"]] },
    {
      at: [0, 100, 300, 700],
      because: "it was too early each time",
      ends: "Rejected",
      met: [425, 425, 425, 425],
      repeatable: false,
    },
    { at: [0], because: "nobody knows", ends: "Rejected", met: [499], repeatable: false },
    { at: [0], because: "one attempt is allowed", ends: "Unavailable", met: [503], policy: { attempts: 1 } },
    {
      at: [0, 100, 250, 400],
      because: "waits are capped",
      ends: "Unavailable",
      met: [503, 503, 503, 503],
      policy: { longestDelay: 300 },
    },
  ])("$met, $because: attempts at $at, then $ends", ({ at, ends, ...setUp }) =>
    Effect.gen(function* () {
      const { at: made, result } = yield* run(setUp)
      expect(made).toEqual(at)
      const error = failure(result)
      expect(error?.reason._tag ?? "done").toBe(ends)
      if (error !== undefined) expect(error.attempts).toBe(at.length)
    }),
  )
})

describe("outcome", () => {
  it.effect.each<readonly [ReadonlyArray<Met>, string, string]>([
    [[400], "Rejected", "not-applied"],
    [[[429, "60"]], "RateLimited", "not-applied"],
    [[429, 429, 400], "Rejected", "not-applied"],
    [[503, 400], "Rejected", "unknown"],
    [["reset", 401], "Unauthorized", "unknown"],
    [["silence", [429, "60"]], "RateLimited", "unknown"],
    [[429, 503, 429, 409], "Rejected", "unknown"],
    [[302], "ContractViolation", "unknown"],
    [[425, 425, 425, 425], "Rejected", "not-applied"],
    [[402], "Rejected", "unknown"],
    [[407], "Rejected", "unknown"],
    [[429, 499], "Rejected", "unknown"],
    [[503, 425, 404], "Rejected", "unknown"],
  ])("of %j is that of %s, %s", ([met, reason, outcome]) =>
    Effect.gen(function* () {
      const { result } = yield* run({ met })
      expect(failure(result)).toMatchObject({ outcome, reason: { _tag: reason } })
    }),
  )
})
