import { expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as TestClock from "effect/testing/TestClock"
import { sharedRead } from "./shared-read.ts"

/** A read that ends when it is told to, and how often it was begun. */
const controlled = (maxAge: number) => {
  const begun: Array<PromiseWithResolvers<number>> = []
  const shared = sharedRead(
    Effect.promise(() => {
      const read = Promise.withResolvers<number>()
      begun.push(read)
      return read.promise
    }),
    maxAge,
  )
  return { begun, shared }
}

it.effect("is one read for all who come while it is under way", () =>
  Effect.gen(function* () {
    const { begun, shared } = controlled(0)
    const readers = yield* Effect.forEach(Array.from({ length: 100 }), () =>
      Effect.forkChild(shared, { startImmediately: true }),
    )
    expect(begun).toHaveLength(1)
    begun[0]?.resolve(7)
    expect(yield* Effect.forEach(readers, Fiber.join)).toEqual(readers.map(() => 7))
  }),
)

it.effect(
  "goes on for the others when the reader that began it is interrupted, and ends before that reader",
  () =>
    Effect.gen(function* () {
      const { begun, shared } = controlled(0)
      const first = yield* Effect.forkChild(shared, { startImmediately: true })
      const second = yield* Effect.forkChild(shared, { startImmediately: true })
      const interrupted = yield* Effect.forkChild(Fiber.interrupt(first), { startImmediately: true })
      expect(first.pollUnsafe()).toBeUndefined()
      begun[0]?.resolve(7)
      expect(yield* Fiber.join(second)).toBe(7)
      yield* Fiber.join(interrupted)
      expect(begun).toHaveLength(1)
    }),
)

it.effect("is kept for its age, counted from its beginning, and then read again", () =>
  Effect.gen(function* () {
    const { begun, shared } = controlled(60_000)
    const read = Effect.forkChild(shared, { startImmediately: true })
    const first = yield* read
    yield* TestClock.adjust(1_000)
    begun[0]?.resolve(1)
    expect(yield* Fiber.join(first)).toBe(1)
    yield* TestClock.adjust(58_999)
    expect(yield* shared).toBe(1)
    yield* TestClock.adjust(1)
    const last = yield* read
    expect(begun).toHaveLength(2)
    begun[1]?.resolve(2)
    expect(yield* Fiber.join(last)).toBe(2)
  }),
)

it.effect("is not kept where it has no age", () =>
  Effect.gen(function* () {
    let reads = 0
    const shared = sharedRead(
      Effect.sync(() => ++reads),
      0,
    )
    expect([yield* shared, yield* shared]).toEqual([1, 2])
  }),
)

it.effect("is not kept where it failed, and fails for all who wait for it", () =>
  Effect.gen(function* () {
    const { begun, shared } = controlled(60_000)
    const readers = yield* Effect.forEach([1, 2], () => Effect.forkChild(shared, { startImmediately: true }))
    begun[0]?.reject(new Error("No answer"))
    const exits = yield* Effect.forEach(readers, Fiber.await)
    expect(exits.map(Exit.isFailure)).toEqual([true, true])
    const next = yield* Effect.forkChild(shared, { startImmediately: true })
    expect(begun).toHaveLength(2)
    begun[1]?.resolve(7)
    expect(yield* Fiber.join(next)).toBe(7)
  }),
)

it.effect("is given up where it does not end", () =>
  Effect.gen(function* () {
    const { begun, shared } = controlled(60_000)
    yield* Effect.forkChild(shared, { startImmediately: true })
    yield* TestClock.adjust(10_000)
    const next = yield* Effect.forkChild(shared, { startImmediately: true })
    expect(begun).toHaveLength(2)
    for (const read of begun) read.resolve(7)
    expect(yield* Fiber.join(next)).toBe(7)
  }),
)
