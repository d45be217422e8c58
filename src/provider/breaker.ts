import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as CircuitBreaker from "effect/persistence/CircuitBreaker"
import { ProviderError } from "./error.ts"
import { CircuitOpen } from "./reason.ts"

/** Calls in a row that fail as if the provider were down, after which it is given a rest. */
const failuresInARow = 5

const rest = Duration.seconds(10)

/** The methods of an API's service. */
export type Methods = Readonly<
  Record<string, (...input: ReadonlyArray<never>) => Effect.Effect<unknown, ProviderError>>
>

/**
 * A service whose calls go through one circuit breaker: after five calls in a row that ended `Unavailable`,
 * `Unreachable` or `TimedOut` they fail at once with `CircuitOpen` for ten seconds, then one is let through to see.
 * It is composed around an API and knows nothing of it but its name.
 */
export const withBreaker = <Service extends object>(
  api: string,
  provider: string,
  service: Service & Methods,
): Effect.Effect<Service> =>
  Effect.gen(function* () {
    const { execute } = yield* CircuitBreaker.make({
      openDuration: rest,
      tripPolicy: CircuitBreaker.consecutive(failuresInARow),
    })
    const guarded = (name: string, call: Effect.Effect<unknown, ProviderError>) =>
      call.pipe(
        execute({ classify, key: api }),
        Effect.catchTag("CircuitBreakerError", (error) =>
          Effect.flatMap(Clock.currentTimeMillis, (now) => {
            const wait = error.reason._tag === "CircuitOpen" ? error.reason.retryAfter : rest
            return new ProviderError({
              attempts: 0,
              operation: `${api}.${name}`,
              outcome: "not-applied",
              provider,
              reason: new CircuitOpen({ until: now + Duration.toMillis(wait) }),
            })
          }),
        ),
      )
    const methods = Object.entries<Methods[string]>(service).map(
      ([name, method]) =>
        [name, (...input: ReadonlyArray<never>) => guarded(name, method(...input))] as const,
    )
    return { ...service, ...Object.fromEntries(methods) }
  }).pipe(Effect.scoped, Effect.provide(CircuitBreaker.layerStoreMemory()))

/** What says that a provider is down, and what that it is up; the rest says neither. */
const classify = (exit: Exit.Exit<unknown, ProviderError>): CircuitBreaker.Outcome => {
  if (Exit.isSuccess(exit)) return CircuitBreaker.success
  const failure = exit.cause.reasons.find((reason) => reason._tag === "Fail")
  switch (failure?.error.reason._tag) {
    case "Unavailable":
    case "Unreachable":
    case "TimedOut":
      return CircuitBreaker.failure()
    case "InvalidRequest":
    case undefined:
      return CircuitBreaker.ignored
    default:
      return CircuitBreaker.success
  }
}
