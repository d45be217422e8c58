import { describe, expect, it } from "@effect/vitest"
import * as Context from "effect/Context"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Logger from "effect/Logger"
import * as TestClock from "effect/testing/TestClock"
import { RequestId } from "../entry.ts"
import { Idempotency, type KeyedCall } from "./idempotency.ts"
import type { Performed } from "./machine.ts"
import { mostKeys } from "./memory.ts"

const call: KeyedCall = {
  body: { amount: 1 },
  fingerprint: "a",
  lookup: "k",
  operation: "Api.method",
  params: { id: "1" },
}
const answer = { body: "{}", contentType: "application/json", status: 201 }
const applied: Performed = { answer, outcome: "applied" }
const called = { _tag: "called", answer }
const replay = { _tag: "replay", answer }

const Named = Context.Reference("Named", { defaultValue: () => "none" })
const promisesSettled = Effect.promise(() => new Promise((resolve) => setTimeout(resolve)))

/** Runs `test` with a store whose calls are what `perform` makes of them, and a count of the calls. */
const stored = <A, E>(
  perform: Effect.Effect<Performed>,
  test: (run: Idempotency["Service"]["run"], calls: Array<unknown>) => Effect.Effect<A, E>,
) => {
  const calls: Array<unknown> = []
  const layer = Idempotency.layerMemory((call) =>
    Effect.suspend(() => {
      calls.push(call)
      return perform
    }),
  )
  return Idempotency.use(({ run }) => test(run, calls)).pipe(Effect.provide(layer))
}

describe("in memory", () => {
  it.effect("a call is made once, and replayed", () =>
    stored(Effect.succeed(applied), (run, calls) =>
      Effect.gen(function* () {
        expect(yield* run(call)).toEqual(called)
        expect(yield* run(call)).toEqual(replay)
        expect(yield* run({ ...call, fingerprint: "b" })).toEqual({ _tag: "mismatch" })
        expect(calls).toMatchObject([{ body: call.body, operation: call.operation, params: call.params }])
        expect(yield* run({ ...call, lookup: "other" })).toEqual(called)
        expect(calls.length).toBe(2)
      }),
    ),
  )

  it.effect("a hundred that come at once make one call", () =>
    stored(Effect.delay(Effect.succeed(applied), "10 millis"), (run, calls) =>
      Effect.gen(function* () {
        const fibers = yield* Effect.forkChild(
          Effect.all(
            Array.from({ length: 100 }, () => run(call)),
            { concurrency: "unbounded" },
          ),
        )
        yield* TestClock.adjust("1 second")
        const tags = (yield* Fiber.join(fibers)).map(({ _tag }) => _tag)
        expect(tags.filter((tag) => tag === "called").length).toBe(1)
        expect(tags.filter((tag) => tag === "under-way").length).toBe(99)
        expect(calls.length).toBe(1)
      }),
    ),
  )

  it.effect("a caller that goes away does not stop its call", () =>
    Effect.gen(function* () {
      const answered = yield* Deferred.make<Performed>()
      yield* stored(Deferred.await(answered), (run, calls) =>
        Effect.gen(function* () {
          const caller = yield* Effect.forkChild(run(call), { startImmediately: true })
          expect(calls.length).toBe(1)
          yield* Fiber.interrupt(caller)
          expect(yield* run(call)).toEqual({ _tag: "under-way" })
          yield* Deferred.succeed(answered, applied)
          yield* promisesSettled
          expect(yield* run(call)).toEqual(replay)
          expect(calls.length).toBe(1)
        }),
      )
    }),
  )

  it.effect("a call is made in the context of who began it", () =>
    Effect.gen(function* () {
      const seen: Array<string> = []
      const perform = Effect.map(Named, (id) => (seen.push(id), applied))
      yield* stored(perform, (run) => Effect.provideService(run(call), Named, "r-1"))
      expect(seen).toEqual(["r-1"])
    }),
  )

  it.effect("a defect breaks the key off", () =>
    stored(Effect.die(new Error("A bug")), (run, calls) =>
      Effect.gen(function* () {
        expect(yield* run(call)).toEqual({ _tag: "broken-off" })
        expect(yield* run(call)).toEqual({ _tag: "broken-off" })
        expect(calls.length).toBe(1)
      }),
    ),
  )

  it.effect("a key is forgotten 24 hours after it was settled, others with it or not", () =>
    stored(Effect.succeed(applied), (run, calls) =>
      Effect.gen(function* () {
        yield* run(call)
        yield* TestClock.adjust("23 hours")
        yield* run({ ...call, lookup: "later" })
        yield* TestClock.adjust("59 minutes")
        expect(yield* run(call)).toEqual(replay)
        yield* TestClock.adjust("1 minute")
        expect(yield* run(call)).toEqual(called)
        expect(yield* run({ ...call, lookup: "later" })).toEqual(replay)
        expect(calls.length).toBe(3)
      }),
    ),
  )

  it.effect("what counts is when a call was settled, not when it was begun", () => {
    const waits = [60, 0, 0, 0]
    const slowFirst = Effect.suspend(() =>
      Effect.delay(Effect.succeed(applied), `${waits.shift() ?? 0} minutes`),
    )
    return stored(slowFirst, (run) =>
      Effect.gen(function* () {
        yield* Effect.forkChild(run(call), { startImmediately: true })
        yield* TestClock.adjust("30 minutes")
        expect(yield* run({ ...call, lookup: "quick" })).toEqual(called)
        yield* TestClock.adjust("30 minutes")
        yield* promisesSettled
        yield* TestClock.adjust("23 hours")
        yield* TestClock.adjust("30 minutes")
        expect(yield* run(call)).toEqual(replay)
        expect(yield* run({ ...call, lookup: "quick" })).toEqual(called)
        yield* TestClock.adjust("30 minutes")
        expect(yield* run(call)).toEqual(called)
      }),
    )
  })

  it.effect("a key that was broken off is never forgotten, and keeps no other from it", () => {
    const ends = [Effect.die(new Error("A bug")), Effect.succeed(applied), Effect.succeed(applied)]
    return stored(
      Effect.suspend(() => ends.shift() ?? Effect.die("A call too many")),
      (run, calls) =>
        Effect.gen(function* () {
          yield* run(call)
          yield* run({ ...call, lookup: "later" })
          yield* TestClock.adjust("100 days")
          expect(yield* run(call)).toEqual({ _tag: "broken-off" })
          expect(yield* run({ ...call, lookup: "later" })).toEqual(called)
          expect(calls.length).toBe(3)
        }),
    )
  })

  it.effect("nor is one that is under way", () =>
    Effect.gen(function* () {
      const answered = yield* Deferred.make<Performed>()
      yield* stored(Deferred.await(answered), (run) =>
        Effect.gen(function* () {
          yield* Effect.forkChild(run(call), { startImmediately: true })
          yield* TestClock.adjust("100 days")
          expect(yield* run(call)).toEqual({ _tag: "under-way" })
          yield* Deferred.succeed(answered, applied)
          yield* promisesSettled
          yield* TestClock.adjust("23 hours")
          expect(yield* run(call)).toEqual(replay)
        }),
      )
    }),
  )

  it.effect(
    "where no more can be kept, a new key is refused and nothing is called",
    () =>
      stored(Effect.succeed(applied), (run, calls) =>
        Effect.gen(function* () {
          for (let n = 0; n < mostKeys; n++) yield* run({ ...call, lookup: String(n) })
          const refusal = yield* Effect.flip(run({ ...call, lookup: "new" }))
          expect(refusal).toMatchObject({
            problem: { outcome: "not-applied", status: 503 },
            retryAfter: 60_000,
          })
          expect(calls.length).toBe(mostKeys)
          expect(yield* run({ ...call, lookup: "0" })).toEqual(replay)
        }),
      ),
    60_000,
  )

  it.effect("a defect is logged with the id of its request, not of a copy's", () =>
    Effect.gen(function* () {
      const lines: Array<unknown> = []
      const broke = yield* Deferred.make<Performed>()
      yield* stored(Deferred.await(broke), (run) =>
        Effect.gen(function* () {
          const first = yield* Effect.forkChild(Effect.provideService(run(call), RequestId, "r-1"), {
            startImmediately: true,
          })
          yield* Effect.provideService(run(call), RequestId, "r-2")
          yield* Deferred.die(broke, new RangeError("canary"))
          yield* Fiber.join(first)
          yield* promisesSettled
        }),
      ).pipe(Effect.provide(Logger.layer([Logger.make(({ message }) => lines.push(message))])))
      expect(lines).toEqual([[{ fault: "RangeError", operation: call.operation, request_id: "r-1" }]])
    }),
  )
})
