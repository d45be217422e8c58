import * as Duration from "effect/Duration"
import * as Schema from "effect/Schema"

/**
 * How long a key is kept after its call was settled. A key whose call is under way or broken off is kept for good: the
 * call may have been applied.
 */
export const kept = Duration.hours(24)

/** Responses with these statuses have no body. */
const bodiless: ReadonlyArray<number> = [204, 205, 304]

/** An answer to a caller, as it is stored. It has to fit into an HTTP response. */
export const Answer = Schema.Struct({
  status: Schema.Int.check(Schema.isBetween({ maximum: 599, minimum: 200 })),
  contentType: Schema.String.check(Schema.isPattern(/^[\x21-\x7e][\x20-\x7e]*$/)),
  body: Schema.String,
  /** Milliseconds after which it makes sense to come back. */
  retryAfter: Schema.optional(Schema.Finite),
}).check(Schema.makeFilter(({ body, status }) => body === "" || !bodiless.includes(status)))
export type Answer = typeof Answer.Type

/** The call may have been made, and may still be made. */
export const UnderWay = Schema.Struct({ _tag: Schema.Literal("under-way"), fingerprint: Schema.String })
export type UnderWay = typeof UnderWay.Type

/** The call has ended, and may have been applied. */
export const Settled = Schema.Struct({
  _tag: Schema.Literal("settled"),
  fingerprint: Schema.String,
  answer: Answer,
  /** When it ended, in milliseconds since the epoch. States that the first release stored lack it. */
  settledAt: Schema.optional(Schema.Finite),
})
export type Settled = typeof Settled.Type

/** The stored state of a key. A key that is new or was freed has none. */
export const State = Schema.Union([UnderWay, Settled])
export type State = typeof State.Type

/** How a call ended, and what it may have done at the provider. */
export interface Performed {
  readonly answer: Answer
  readonly outcome: "applied" | "not-applied" | "unknown"
}

/** Why no call is made. */
export const NoCall = Schema.Union([
  Schema.Struct({ _tag: Schema.Literal("replay"), answer: Answer }),
  Schema.Struct({ _tag: Schema.Literals(["mismatch", "under-way", "broken-off"]) }),
])
export type NoCall = typeof NoCall.Type

/** The decision about a request that arrives. `call` holds the state to store before the provider is called. */
export type Arrival = { readonly _tag: "call"; readonly keep: UnderWay } | NoCall

/**
 * A request with `fingerprint` arrives; `alive` says whether this process has a call of the key under way.
 *
 * | kept      | other fingerprint | same fingerprint                     |
 * | --------- | ----------------- | ------------------------------------ |
 * | nothing   | `call`            | `call`                               |
 * | under way | `mismatch`        | `under-way` if alive, or `broken-off` |
 * | settled   | `mismatch`        | `replay`                             |
 *
 * Broken off is not kept: it is what a call under way looks like to a process that did not begin it.
 */
export const arrive = (state: State | undefined, fingerprint: string, alive: boolean): Arrival => {
  if (state === undefined) return { _tag: "call", keep: { _tag: "under-way", fingerprint } }
  if (state.fingerprint !== fingerprint) return { _tag: "mismatch" }
  if (state._tag === "settled") return { _tag: "replay", answer: state.answer }
  return { _tag: alive ? "under-way" : "broken-off" }
}

/**
 * The state after a call has ended at `settledAt`: nothing, and the key is free, only where nothing was done. A kept
 * answer has no `retryAfter`: the same key never gives another one.
 */
export const end = (
  { fingerprint }: UnderWay,
  { answer: { retryAfter: _, ...answer }, outcome }: Performed,
  settledAt: number,
): Settled | undefined =>
  outcome === "not-applied" ? undefined : { _tag: "settled", answer, fingerprint, settledAt }
