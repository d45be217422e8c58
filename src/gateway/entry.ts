import * as Context from "effect/Context"
import * as Option from "effect/Option"
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

/** The `x-request-id` of the current request. Every log line about the request carries it. */
export const RequestId = Context.Reference<string | undefined>("edge-checkout/gateway/RequestId", {
  defaultValue: () => undefined,
})

const readProblem = Schema.decodeUnknownOption(Schema.fromJsonString(Problem))

/** Takes from an answer what is logged of it. */
export const learn = (entry: Fields, { body, status }: Answer): void => {
  if (status < 400) entry.outcome = "applied"
  else Option.map(readProblem(body), (problem) => learnProblem(entry, problem))
}

/** Takes from a problem what is logged of it. What was refused before a call has its kind for a reason. */
export const learnProblem = (entry: Fields, { attempts, outcome, reason, trace_id, type }: Problem): void => {
  entry.outcome = outcome ?? "not-applied"
  entry.reason = reason ?? type.slice("/docs#".length)
  if (attempts !== undefined) entry.attempts = attempts
  if (trace_id !== undefined) entry.provider_trace_id = trace_id
}
