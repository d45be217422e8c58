/** One step of a JSON Patch (RFC 6902). */
export interface Change {
  readonly op: "add" | "remove" | "replace"
  /** A JSON Pointer. */
  readonly path: string
  readonly value?: unknown
}

/** One way to fail. */
export type Fault =
  /** `body`: a string is sent as it is, anything else as JSON; without one it is the provider's own error. */
  | {
      readonly kind: "status"
      readonly status: number
      readonly retryAfter?: string
      readonly body?: unknown
    }
  | { readonly kind: "delay"; readonly ms: number }
  /** The connection is reset before the request body is read. */
  | { readonly kind: "reset-before" }
  /** The whole request is read and processed, then the connection is reset. */
  | { readonly kind: "reset-after" }
  | { readonly kind: "html"; readonly status?: number }
  /** JSON cut in the middle, sent as if it were whole. */
  | { readonly kind: "truncated" }
  /** The connection ends in the middle of the body. */
  | { readonly kind: "broken-off" }
  /** The headers at once, then a byte of the body every `ms`. */
  | { readonly kind: "drip"; readonly ms: number }
  | { readonly kind: "unsuccessful"; readonly message?: string }
  | { readonly kind: "no-data" }
  | { readonly kind: "patch"; readonly patch: ReadonlyArray<Change> }
  | { readonly kind: "content-type"; readonly value: string }
  | { readonly kind: "headers"; readonly headers: Readonly<Record<string, string>> }

/** Which requests a fault hits. Rules are tried in order; the first that matches and is not used up wins. */
export interface Rule {
  /** Default: every operation. */
  readonly operation?: string
  readonly fault: Fault
  /** How many requests it hits. Default: all. */
  readonly times?: number
  /** How many matching requests it lets through first. Default: none. */
  readonly skip?: number
  /** 0 to 1, drawn from a generator that `seed` (default 0) starts, so that a run can be repeated. */
  readonly probability?: number
  readonly seed?: number
}

/**
 * These come from what stands before a provider, so they hit good and bad requests alike. The others change
 * how a success looks: a request that the provider refuses gets its refusal, though it uses up the rule.
 */
const kindsBeforeTheProvider: ReadonlySet<Fault["kind"]> = new Set([
  "status",
  "delay",
  "reset-before",
  "reset-after",
  "html",
])

export const isBeforeTheProvider = (fault: Fault) => kindsBeforeTheProvider.has(fault.kind)
