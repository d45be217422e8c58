import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { afterAll } from "vitest"
import type { Kind } from "./breaks.ts"
import { startEmulator } from "./emulator/server.ts"
import { brokenInput, validInput } from "./generated-inputs.ts"
import { byOperation } from "./programs.ts"

const runs = 1_000
const emulator = await startEmulator()
afterAll(() => emulator.close())

/** Side by side, so that 1,000 exchanges take a second. A failure prints the smallest input and how to replay it. */
const many = { arbitrary: { concurrency: 16, runs }, timeout: 60_000 }

/** The ways in which an input of each operation can be broken. */
const kinds: Readonly<Record<string, ReadonlyArray<Kind>>> = {
  "PayNow.createCheckoutSession": ["choice", "format", "missing", "range", "type", "unknown"],
  "PaywintDeveloper.createCheckoutToken": ["format", "length", "missing", "range", "type", "unknown"],
  "PaywintPlatform.createCheckoutToken": ["format", "length", "missing", "range", "type", "unknown"],
  "PaywintPlatform.createPaymentLink": ["format", "length", "missing", "range", "type", "unknown"],
}

describe.each(byOperation)("%s", (operation, program) => {
  const { call } = program

  it.live.prop(
    "a valid input reaches the provider, which accepts it",
    [validInput(program)],
    ([input]) => Effect.asVoid(call(input, { baseUrl: emulator.url })),
    many,
  )

  const broken = new Set<Kind>()
  let sent = 0
  const fetch = () => {
    sent++
    return Promise.reject(new Error("sent"))
  }

  it.live.prop(
    "a broken input is refused with the place that is broken, and nothing is sent",
    [brokenInput(program)],
    ([{ input, kind, path }]) =>
      Effect.gen(function* () {
        broken.add(kind)
        const error = yield* Effect.flip(call(input, { fetch }))
        expect(error).toMatchObject({ attempts: 0, operation, outcome: "not-applied" })
        expect(error.reason).toMatchObject({
          _tag: "InvalidRequest",
          issues: expect.arrayContaining([{ message: expect.stringMatching(/\S/), path }]),
        })
        expect(sent).toBe(0)
      }),
    many,
  )

  it("was broken in every way", () => {
    expect([...broken].sort()).toEqual(kinds[operation])
  })
})
