import * as Clock from "effect/Clock"
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
      const timer = Effect.runFork(clock.sleep(Duration.millis(milliseconds)))
      timer.addObserver((exit) => {
        if (Exit.isFailure(exit)) return
        resume(Effect.undefined)
        controller.abort()
      })
      const end = (result: Effect.Effect<A, E>) => {
        timer.interruptUnsafe()
        resume(result)
      }
      ask(controller.signal).then(
        (value) => end(Effect.succeed(value)),
        (error: unknown) => end(Effect.fail(failureOf(error))),
      )
      return Effect.sync(() => {
        timer.interruptUnsafe()
        controller.abort()
      })
    }),
  )
