import * as Context from "effect/Context"
import * as Schema from "effect/Schema"
import type { Answer } from "./idempotency/machine.ts"
import { Problem } from "./problem.ts"

/** What is logged of one request, filled in as it becomes known. Never a body, a key or a token. */
export interface Fields {
  /** As the API's definition has it, with its parameters' names. */
  route?: string
  caller?: string
  operation?: string
  reason?: string
  outcome?: string
  attempts?: number
  provider_trace_id?: string
}

/** The log entry of the request that is being served. */
export const Entry = Context.Reference<Fields>("edge-checkout/gateway/Entry", { defaultValue: () => ({}) })

const readProblem = Schema.decodeUnknownSync(Schema.fromJsonString(Problem))

/** Takes from an answer what is logged of it. */
export const learn = (entry: Fields, { body, contentType }: Answer): void => {
  if (contentType !== "application/problem+json") return
  const { attempts, outcome, reason, trace_id } = readProblem(body)
  if (attempts !== undefined) entry.attempts = attempts
  if (outcome !== undefined) entry.outcome = outcome
  if (reason !== undefined) entry.reason = reason
  if (trace_id !== undefined) entry.provider_trace_id = trace_id
}
