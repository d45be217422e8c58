import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import { within } from "../../provider/within.ts"
import type { Refusal } from "../problem.ts"
import type { Decision } from "./executor.ts"
import { logDefect } from "./idempotency.ts"

/** Longer than a store takes to say what became of a key, in milliseconds: the Worker's asks twice for 20 seconds. */
const patience = 60_000

/**
 * What a store decides. However else `run` ends, or where it does not, it may have made its call: that is broken off,
 * and logged. It is a run of its own, which the interruption of this fiber does not reach.
 */
export const decided = (
  run: Effect.Effect<Decision, Refusal>,
  operation: string,
): Effect.Effect<Decision, Refusal> =>
  Effect.flatMap(Effect.context(), (context) =>
    within(patience, unheardOf, () => Effect.runPromiseExitWith(context)(run)),
  ).pipe(
    Effect.flatMap((exit) => {
      if (exit !== undefined && Exit.isSuccess(exit)) return exit
      const refused = exit?.cause.reasons.find((reason) => reason._tag === "Fail")
      if (refused !== undefined) return Effect.fail(refused.error)
      const defect = exit && Cause.squash(exit.cause)
      return Effect.as(logDefect(defect, operation), { _tag: "broken-off" } as const)
    }),
  )

const unheardOf = (error: unknown): never => {
  throw error
}
