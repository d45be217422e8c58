import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Schema from "effect/Schema"
import { within } from "../../provider/within.ts"
import { Problem, type Refusal } from "../problem.ts"
import { type Decision, decodeDecision } from "./executor.ts"
import { logDefect } from "./idempotency.ts"

/** How long to wait for a store's decision, in milliseconds. The Worker's own store gives up after 20 seconds. */
const patience = 60_000

/** `Headers` throws where a name or a value can't be sent. */
const canBeSent = Schema.makeFilter((headers: Readonly<Record<string, string>>) => {
  try {
    new Headers(headers)
    return true
  } catch {
    return false
  }
})

const decodeRefusal = Schema.decodeUnknownEffect(
  Schema.Struct({
    problem: Problem,
    retryAfter: Schema.optional(Schema.Finite),
    headers: Schema.optionalKey(Schema.Record(Schema.String, Schema.String).check(canBeSent)),
  }),
)

/**
 * Reads the decision of a store, which may be another release of this program or code of a user's own. Where `run` dies,
 * does not end in time, or gives a decision or a refusal that can't be read, the call may have been made: the result is
 * `broken-off`, and the fault is logged. `run` has a fiber of its own, so interrupting this one does not stop it.
 */
export const decided = (
  run: Effect.Effect<unknown, unknown>,
  operation: string,
): Effect.Effect<Decision, Refusal> => {
  const decoded = run.pipe(
    Effect.catch((error) => Effect.flatMap(Effect.orDie(decodeRefusal(error)), Effect.fail)),
    Effect.flatMap(decodeDecision),
  )
  return Effect.flatMap(Effect.context(), (context) =>
    within(patience, unheardOf, () => Effect.runPromiseExitWith(context)(decoded)),
  ).pipe(
    Effect.flatMap((exit) => {
      if (exit !== undefined && Exit.isSuccess(exit)) return exit
      const refused = exit?.cause.reasons.find((reason) => reason._tag === "Fail")
      if (refused !== undefined) return Effect.fail(refused.error)
      const defect = exit && Cause.squash(exit.cause)
      return Effect.as(logDefect(defect, operation), { _tag: "broken-off" } as const)
    }),
  )
}

const unheardOf = (error: unknown): never => {
  throw error
}
