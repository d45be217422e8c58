import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import { afterEach, expect, it, vi } from "vitest"
import { within } from "./within.ts"

// Of the real clock: a test's own keeps time without timers.
afterEach(() => {
  vi.useRealTimers()
})

it.each([Infinity, 2 ** 40, 2 ** 31, 2 ** 31 - 0.5])("waits for what may take %d ms", async (limit) => {
  const slow = (signal: AbortSignal) =>
    new Promise((resolve) => setTimeout(() => resolve(signal.aborted ? "aborted" : "done"), 20))
  expect(await Effect.runPromise(within(limit, String, slow))).toBe("done")
})

it("waits for no longer than it may take", async () => {
  expect(await Effect.runPromise(within(5, String, () => new Promise(() => undefined)))).toBeUndefined()
})

it("leaves no timer behind what throws before it promises anything", async () => {
  vi.useFakeTimers()
  const fault = new Error("no request can be made of it")
  const exit = await Effect.runPromiseExit(
    within(15_000, String, () => {
      throw fault
    }),
  )
  expect(exit).toEqual(Exit.die(fault))
  expect(vi.getTimerCount()).toBe(0)
})
