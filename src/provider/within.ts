import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"

/**
 * What a promise comes to within a time in milliseconds, or `undefined`. Whoever asks too long, or is interrupted, has
 * what was asked for aborted. (Effect's `timeout` races two fibers, which is the greater part of what a call costs.)
 */
export const within = <A, E>(
  milliseconds: number,
  failureOf: (error: unknown) => E,
  ask: (signal: AbortSignal) => Promise<A>,
): Effect.Effect<A | undefined, E> =>
  Effect.flatMap(Clock.Clock, (clock) =>
    Effect.callback((resume) => {
      const controller = new AbortController()
      // Before there is a timer: one would outlive what throws here.
      const asked = ask(controller.signal)
      const stop = timer(clock, milliseconds, () => {
        resume(Effect.undefined)
        controller.abort()
      })
      const end = (result: Effect.Effect<A, E>) => {
        stop()
        resume(result)
      }
      asked.then(
        (value) => end(Effect.succeed(value)),
        (error: unknown) => end(Effect.fail(failureOf(error))),
      )
      return Effect.sync(() => {
        stop()
        controller.abort()
      })
    }),
  )

/** Calls `ring` when the time is over, unless it is stopped. On a clock that somebody brought, a fiber sleeps. */
const timer = (clock: Clock.Clock, milliseconds: number, ring: () => void): (() => void) => {
  if (clock === Context.get(Context.empty(), Clock.Clock)) {
    // What is longer than 24 days, as long as `setTimeout` can wait, would ring at once.
    const handle = milliseconds < 2 ** 31 - 1 ? setTimeout(ring, milliseconds) : undefined
    return () => clearTimeout(handle)
  }
  const fiber = Effect.runFork(clock.sleep(Duration.millis(milliseconds)))
  fiber.addObserver((exit) => Exit.isSuccess(exit) && ring())
  return () => fiber.interruptUnsafe()
}
