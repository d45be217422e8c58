import * as Context from "effect/Context"
import * as Effect from "effect/Effect"

/** How often a caller may ask. */
export interface Limit {
  /** Counts a request of a caller, and says whether it is still within the limit. */
  readonly admits: (caller: string) => Effect.Effect<boolean>
  /** Milliseconds after which a caller that is over the limit may ask again. */
  readonly period: number
}

/** The limit on every caller. By default there is none: where requests are counted is for a platform to say. */
export const CallerLimit = Context.Reference<Limit>("edge-checkout/gateway/CallerLimit", {
  defaultValue: () => ({ admits: () => Effect.succeed(true), period: 0 }),
})
