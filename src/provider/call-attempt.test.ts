import { expect, it } from "@effect/vitest"
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as FetchHttpClient from "effect/http/FetchHttpClient"
import * as TestClock from "effect/testing/TestClock"
import { failure, operationWith, run, settle, started } from "../../contract-tests/scripted-call.ts"
import { call } from "./call.ts"

it.effect("an attempt is made anew each time, of a body that was serialised once", () =>
  Effect.gen(function* () {
    const { sent } = yield* run({ body: { text: "日本" }, met: [503, 503] })
    expect(sent.map(({ serialised }) => serialised)).toEqual(
      Array.from({ length: 3 }, () => '{"text":"日本"}'),
    )
    expect(new Set(sent.map(({ signal }) => signal)).size).toBe(3)
  }),
)

it.effect("an attempt is not made of an input that is not valid", () =>
  Effect.gen(function* () {
    const { result, sent } = yield* run({ body: "wrong", met: [] })
    expect(sent).toEqual([])
    expect(failure(result)).toMatchObject({
      attempts: 0,
      outcome: "not-applied",
      reason: { _tag: "InvalidRequest", issues: [{ message: "Wrong", path: ["a"] }] },
    })
  }),
)

it.effect("an attempt is aborted at the deadline", () =>
  Effect.gen(function* () {
    const { result, sent } = yield* run({ met: ["silence"], repeatable: false })
    expect(sent[0]?.signal.aborted).toBe(true)
    expect(failure(result)).toMatchObject({
      attempts: 1,
      outcome: "unknown",
      reason: { _tag: "TimedOut", elapsed: 15_000 },
    })
  }),
)

it.effect("an attempt is aborted when the caller is interrupted", () =>
  Effect.gen(function* () {
    const { fiber, sent } = yield* started({ met: ["silence"] })
    yield* settle
    expect(sent[0]?.signal.aborted).toBe(false)
    yield* Fiber.interrupt(fiber)
    expect(sent[0]?.signal.aborted).toBe(true)
  }),
)

it.effect("an attempt is not made when the caller is interrupted while it waits", () =>
  Effect.gen(function* () {
    const { fiber, sent } = yield* started({ met: [503] })
    yield* settle
    yield* Fiber.interrupt(fiber)
    yield* TestClock.adjust(20_000)
    yield* settle
    expect(sent).toHaveLength(1)
  }),
)

it.effect("an attempt is not made where the deadline passed while it waited", () =>
  Effect.gen(function* () {
    let now = 0
    // A machine that is put to sleep during the wait for the second attempt.
    const clock: Clock.Clock = {
      ...(yield* Clock.Clock),
      currentTimeMillis: Effect.sync(() => now),
      currentTimeMillisUnsafe: () => now,
      sleep: (duration) =>
        Duration.toMillis(duration) === 1_000 ? Effect.sync(() => (now += 20_000)) : Effect.never,
    }
    const { fiber, sent } = yield* Effect.provideService(started({ met: [[429, "1"]] }), Clock.Clock, clock)
    const error = failure(yield* Fiber.join(fiber))
    expect(sent).toHaveLength(1)
    expect(error).toMatchObject({ attempts: 1, outcome: "not-applied", reason: { _tag: "TimedOut" } })
  }),
)

it.effect("an attempt goes through Effect's Fetch where no other is given", () =>
  Effect.gen(function* () {
    const operation = operationWith(
      async (_, { fetch, signal }) => ({
        data: "{}",
        response: await fetch("https://api.example", { signal }),
      }),
      true,
    )
    const mine = () => Promise.resolve(new Response(null, { status: 418 }))
    const error = yield* call(operation, { body: {}, params: undefined }, {}).pipe(
      Effect.provideService(FetchHttpClient.Fetch, mine),
      Effect.flip,
    )
    expect(error.reason).toMatchObject({ _tag: "Rejected", status: 418 })
  }),
)
