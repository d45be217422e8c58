import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Schema from "effect/Schema"
import { within } from "../../provider/within.ts"
import { Problem, type Refusal } from "../problem.ts"
import { type Decision, decodeDecision } from "./executor.ts"
import { logDefect } from "./idempotency.ts"

/** Longer than a store takes to say what became of a key, in milliseconds: the Worker's gives up after 20 seconds. */
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
 * The decision of a store, which may be another program: another release of this one, or somebody's own. However else
 * `run` ends, or if it does not end, or if its decision can't be read, it may have made its call: that is broken off,
 * and logged. It is a run of its own, which the interruption of this fiber does not reach.
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
