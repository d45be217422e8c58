import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { InvalidRequest } from "../provider/reason.ts"
import { answerTo } from "./answer.ts"
import { Caller } from "./caller.ts"
import { decided } from "./idempotency/decided.ts"
import { fingerprintOf, lookupOf } from "./idempotency/digest.ts"
import type { Decision } from "./idempotency/executor.ts"
import type { Idempotency, KeyedCall } from "./idempotency/idempotency.ts"
import type { Answer } from "./idempotency/machine.ts"
import { served, validate } from "./perform.ts"
import { problem, type Refusal } from "./problem.ts"

/** The answer to a call, and whether an earlier request under its key made the call. */
interface Answered {
  readonly answer: Answer
  readonly replayed: boolean
}

/** Makes a call under a key, through the store of keys. `Idempotency` documents the guarantee. */
export const keyed = (
  { body, operation, params }: Pick<KeyedCall, "body" | "operation" | "params">,
  key: string,
  idempotency: Idempotency["Service"],
): Effect.Effect<Answered, Refusal, Caller> =>
  Effect.gen(function* () {
    // Validate before the store is asked, so that an invalid request leaves nothing in it.
    const declared = served[operation]
    const input = declared && validate(declared, params, body)
    if (input === undefined || Result.isFailure(input)) {
      const reason = new InvalidRequest({ issues: input?.failure ?? [] })
      const failed = { attempts: 0, operation, outcome: "not-applied", reason } as const
      return yield* Effect.fail(answerTo(failed, 0))
    }
    const valid = input.success.body
    const lookup = lookupOf(yield* Caller, operation, key)
    const fingerprint = fingerprintOf(params, valid)
    // A user's own store may throw instead of returning an effect.
    const run = Effect.suspend(() => idempotency.run({ body: valid, fingerprint, lookup, operation, params }))
    return yield* Effect.flatMap(decided(run, operation), (decision) => answerOf(decision, operation))
  })

const answerOf = (decision: Decision, operation: string): Effect.Effect<Answered, Refusal> => {
  switch (decision._tag) {
    case "called":
    case "replay":
      return Effect.succeed({ answer: decision.answer, replayed: decision._tag === "replay" })
    case "mismatch":
      return Effect.fail({
        problem: problem("idempotency-mismatch", "This Idempotency-Key was used for another request.", {
          operation,
          outcome: "not-applied",
        }),
      })
    case "under-way":
      return Effect.fail({
        // The call is under way, so its outcome is not known yet.
        problem: problem("under-way", "A request with this Idempotency-Key is under way.", {
          operation,
          outcome: "unknown",
        }),
        retryAfter: 1_000,
      })
    case "broken-off":
      return Effect.fail({
        problem: problem(
          "broken-off",
          "The call broke off after it may have been sent, before its answer was stored. It is not made again; look at the provider.",
          { operation, outcome: "unknown" },
        ),
      })
  }
}
