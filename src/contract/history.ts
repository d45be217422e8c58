import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { Run } from "./run.ts"

/** Runs that are kept, at the most. */
export const keptRuns = 100

export const History = Schema.Struct({
  /** The last 100, newest first. */
  runs: Schema.Array(Run),
  /** When the run began that is under way (ISO 8601), if one is. */
  under_way: Schema.NullOr(Schema.String),
})
export type History = typeof History.Type

/** Starts contract runs, one at a time, and keeps what came of them. */
export class ContractHistory extends Context.Service<
  ContractHistory,
  {
    readonly history: Effect.Effect<History>
    /** Whether a run began: it does not where one is under way. */
    readonly start: Effect.Effect<boolean>
  }
>()("edge-checkout/contract/ContractHistory") {}
