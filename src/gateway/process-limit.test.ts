import { expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/testing/TestClock"
import { CallerLimit } from "./caller-limit.ts"
import { layerCallerLimit } from "./process-limit.ts"

/** How many of so many requests of a caller are admitted. */
const admitted = (caller: string, requests: number) =>
  Effect.gen(function* () {
    const { admits } = yield* CallerLimit
    let count = 0
    for (let request = 0; request < requests; request++) if (yield* admits(caller)) count++
    return count
  })

it.effect("admits 5,000 requests of each caller in 10 seconds", () =>
  Effect.gen(function* () {
    expect(yield* admitted("alice", 6_000)).toBe(5_000)
    expect(yield* admitted("bob", 10)).toBe(10)
    yield* TestClock.adjust("9999 millis")
    expect(yield* admitted("alice", 1)).toBe(0)
    yield* TestClock.adjust("1 millis")
    expect(yield* admitted("alice", 6_000)).toBe(5_000)
  }).pipe(Effect.provide(layerCallerLimit)),
)

it.effect("admits no more in 10 seconds that begin while a caller is asking", () =>
  Effect.gen(function* () {
    yield* TestClock.adjust("5 seconds")
    expect(yield* admitted("alice", 3_000)).toBe(3_000)
    yield* TestClock.adjust("9 seconds")
    expect(yield* admitted("alice", 3_000)).toBe(2_000)
    yield* TestClock.adjust("1 seconds")
    expect(yield* admitted("alice", 6_000)).toBe(3_000)
    yield* TestClock.adjust("8999 millis")
    expect(yield* admitted("alice", 1)).toBe(0)
    yield* TestClock.adjust("1 millis")
    expect(yield* admitted("alice", 6_000)).toBe(2_000)
  }).pipe(Effect.provide(layerCallerLimit)),
)

it.effect("shuts nobody out when the clock is set back", () =>
  Effect.gen(function* () {
    yield* TestClock.setTime(1_000_000)
    expect(yield* admitted("alice", 6_000)).toBe(5_000)
    yield* TestClock.setTime(0)
    expect(yield* admitted("alice", 1)).toBe(1)
  }).pipe(Effect.provide(layerCallerLimit)),
)
