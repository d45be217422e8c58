import { expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as TestClock from "effect/testing/TestClock"
import { problem } from "../problem.ts"
import { decided } from "./decided.ts"

const operation = "PayNow.createCheckoutSession"
const brokenOff = { _tag: "broken-off" } as const

it.effect("is what the store decides", () =>
  Effect.gen(function* () {
    expect(yield* decided(Effect.succeed({ _tag: "mismatch" }), operation)).toEqual({ _tag: "mismatch" })
    const refusal = { problem: problem("not-configured", "Missing") }
    expect(yield* Effect.flip(decided(Effect.fail(refusal), operation))).toEqual(refusal)
  }),
)

it.effect.each([
  ["dies", Effect.die(new Error("canary"))],
  ["interrupts itself", Effect.interrupt],
] as const)("is broken off where the store %s", ([, run]) =>
  Effect.map(decided(run, operation), (decision) => expect(decision).toEqual(brokenOff)),
)

it.effect("is broken off where the store does not answer, whoever waits", () =>
  Effect.gen(function* () {
    const waiting = yield* Effect.forkChild(decided(Effect.never, operation), { startImmediately: true })
    yield* TestClock.adjust("59 seconds")
    expect(waiting.pollUnsafe()).toBeUndefined()
    yield* TestClock.adjust("1 second")
    expect(yield* Fiber.join(waiting)).toEqual(brokenOff)
  }),
)

it.effect("is heard by a fiber that was told to stop", () =>
  Effect.gen(function* () {
    let heard: unknown
    const run = Effect.promise(async () => ({ _tag: "under-way" }) as const)
    const waiting = yield* Effect.forkChild(
      Effect.uninterruptible(Effect.map(decided(run, operation), (decision) => (heard = decision))),
      { startImmediately: true },
    )
    yield* Fiber.interrupt(waiting)
    expect(heard).toEqual({ _tag: "under-way" })
  }),
)
