import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import fc from "fast-check"
import { expect, it } from "vitest"
import { slots } from "./slots.ts"

const callers = ["alice", "bob", "carol"]
const ends = ["success", "failure", "defect", "interruption"] as const

/** How many more requests a caller gets in. */
const free = (limits: ReturnType<typeof slots>, caller: string) =>
  Effect.gen(function* () {
    let taken = 0
    while (Exit.isSuccess(yield* Effect.exit(limits.ofCaller(caller)))) taken++
    return taken
  }).pipe(Effect.scoped)

const request = (
  limits: ReturnType<typeof slots>,
  { called, caller, end }: { called: boolean; caller: string; end: (typeof ends)[number] },
) =>
  Effect.gen(function* () {
    yield* limits.ofCaller(caller)
    yield* Effect.yieldNow
    if (called) yield* limits.call
    yield* Effect.yieldNow
    if (end === "failure") yield* Effect.fail("failure")
    if (end === "defect") yield* Effect.die("defect")
    if (end === "interruption") yield* Effect.never
  }).pipe(Effect.scoped)

it("has every slot free again, however requests end and whenever they are interrupted", async () => {
  const arbitrary = fc.record({
    called: fc.boolean(),
    caller: fc.constantFrom(...callers),
    end: fc.constantFrom(...ends),
    interruptedAfter: fc.nat(6),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(arbitrary, { maxLength: 40 }), (requests) =>
      Effect.runPromise(
        Effect.gen(function* () {
          const limits = slots()
          const fibers = yield* Effect.forEach(requests, (one) =>
            Effect.gen(function* () {
              const fiber = yield* Effect.forkChild(request(limits, one))
              for (let step = 0; step < one.interruptedAfter; step++) yield* Effect.yieldNow
              if (one.end === "interruption") yield* Fiber.interrupt(fiber)
              return fiber
            }),
          )
          yield* Effect.forEach(fibers, Fiber.await)
          for (const caller of callers) expect(yield* free(limits, caller)).toBe(400)
          const calls = yield* Effect.scoped(
            Effect.forEach(
              Array.from({ length: 501 }, () => limits.call),
              Effect.exit,
            ).pipe(Effect.map((exits) => exits.filter(Exit.isSuccess).length)),
          )
          expect(calls).toBe(500)
        }),
      ),
    ),
    { numRuns: 200 },
  )
})

it("never lets in more than there are slots, whoever asks in whichever order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...callers), { maxLength: 900 }), (order) =>
      Effect.runPromise(
        Effect.gen(function* () {
          const limits = slots()
          const counts = new Map<string, number>()
          let calls = 0
          for (const caller of order) {
            const count = counts.get(caller) ?? 0
            const exit = yield* Effect.exit(Effect.andThen(limits.ofCaller(caller), limits.call))
            expect(Exit.isSuccess(exit)).toBe(count < 400 && calls < 500)
            if (Exit.isFailure(exit)) continue
            counts.set(caller, count + 1)
            calls++
          }
        }).pipe(Effect.scoped),
      ),
    ),
    { numRuns: 50 },
  )
})
