import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import { ProviderError } from "./error.ts"
import { CircuitOpen, type Reason } from "./reason.ts"

/** Calls in a row that fail as if the provider were down, after which it is given a rest. */
const failuresInARow = 5

/** How long the rest is, in milliseconds. */
const rest = 10_000

/** The methods of an API's service. */
export type Methods = Readonly<
  Record<string, (...input: ReadonlyArray<never>) => Effect.Effect<unknown, ProviderError>>
>

/**
 * A service whose calls go through one circuit breaker. After five calls in a row that indicate that the provider is
 * down, calls fail at once with `CircuitOpen` for ten seconds; then one call is let through as a probe.
 *
 * All callers of the service share the breaker, so it counts only failures that concern all of them: no connection
 * (`Unreachable`), no answer in time (`TimedOut`), and the statuses 502, 503 and 504, with which a gateway or the
 * provider says that the provider does not work. Any other 5xx may be due to one caller's input: it neither counts nor
 * ends a row. An input can make a provider slow, too, but time-outs count because nothing else shows that a provider
 * hangs. The cost to other callers is small: any success or refusal ends a row, and an open breaker refuses for ten
 * seconds.
 *
 * It is composed around an API and knows nothing of it but its name. (Effect's own brings a pub-sub and a store along,
 * which would be a twentieth of the Worker.) Make it once: what it has learnt is its own.
 *
 * @example
 * ```ts
 * import { layerPaywintPlatform, PaywintPlatform, withBreaker } from "edge-checkout"
 * import * as Effect from "effect/Effect"
 * import * as Layer from "effect/Layer"
 *
 * const guarded = Layer.effect(
 *   PaywintPlatform,
 *   Effect.map(PaywintPlatform, (service) => withBreaker("PaywintPlatform", "Paywint", service)),
 * ).pipe(Layer.provide(layerPaywintPlatform))
 *
 * const token = PaywintPlatform.use((paywint) =>
 *   paywint.createCheckoutToken({ amount: 42.5, user_id: "3c90c3cc-0d44-4b50-8888-8dd25736052a" }),
 * )
 * const { expires_at } = await Effect.runPromise(Effect.provide(token, guarded))
 * console.log(expires_at)
 * ```
 */
export const withBreaker = <Service extends object>(
  api: string,
  provider: string,
  service: Service & Methods,
): Service => {
  const { admit, learn } = breaker()
  const guarded = (name: string, call: Effect.Effect<unknown, ProviderError>) =>
    Effect.flatMap(Clock.currentTimeMillis, (now) => {
      const admitted = admit(now)
      if ("call" in admitted) {
        const learned = (exit: Exit.Exit<unknown, ProviderError>) =>
          Effect.map(Clock.currentTimeMillis, (ended) => learn(admitted.call, signOf(exit), ended))
        return Effect.onExit(call, learned)
      }
      const operation = `${api}.${name}`
      const reason = new CircuitOpen(admitted)
      return Effect.fail(
        new ProviderError({ attempts: 0, operation, outcome: "not-applied", provider, reason }),
      )
    })
  const methods = Object.entries<Methods[string]>(service).map(
    ([name, method]) => [name, (...input: ReadonlyArray<never>) => guarded(name, method(...input))] as const,
  )
  return { ...service, ...Object.fromEntries(methods) }
}

/** The evidence that the end of a call gives: the provider is up, it is down, or neither. */
type Sign = "up" | "down" | "neither"

const signOf = (exit: Exit.Exit<unknown, ProviderError>): Sign => {
  if (Exit.isSuccess(exit)) return "up"
  const failure = exit.cause.reasons.find((reason) => reason._tag === "Fail")
  return failure === undefined ? "neither" : signOfReason(failure.error.reason)
}

const signOfReason = (reason: Reason): Sign => {
  switch (reason._tag) {
    case "Unreachable":
    case "TimedOut":
      return "down"
    case "Unavailable":
      return reason.status >= 502 && reason.status <= 504 ? "down" : "neither"
    case "InvalidRequest":
    case "CircuitOpen":
      return "neither"
    case "Unauthorized":
    case "Rejected":
    case "RateLimited":
    case "Declined":
    case "ContractViolation":
      return "up"
  }
}

/**
 * Closed while `failures` is below the limit, then open until `openUntil`, then half open: one call is let through to
 * see, and where that takes longer than the rest, another one. A call that was begun before it opened decides nothing.
 */
const breaker = () => {
  let failures = 0
  let openUntil = 0
  let calls = 0
  let opened = 0
  return {
    /** A call's number, or until when it is refused. */
    admit: (now: number): { readonly call: number } | { readonly until: number } => {
      const call = ++calls
      if (failures < failuresInARow) return { call }
      if (now < openUntil) return { until: openUntil }
      // Should the probe be lost with its context, the next one may begin after another rest.
      openUntil = now + rest
      return { call }
    },
    learn: (call: number, sign: Sign, now: number): void => {
      const open = failures >= failuresInARow
      if (open && call <= opened) return
      if (sign === "up") failures = 0
      if (sign === "down" && ++failures >= failuresInARow) {
        openUntil = now + rest
        if (!open) opened = calls
      }
      // A probe that decided nothing leaves it to the next call.
      if (sign === "neither") openUntil = 0
    },
  }
}
