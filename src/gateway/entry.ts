import * as Context from "effect/Context"

/** What is logged of one request, filled in as it becomes known. Never a body, a key or a token. */
export interface Fields {
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
