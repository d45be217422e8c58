/** What a caller is answered, as it is kept: small, and JSON. */
export interface Answer {
  readonly status: number
  readonly contentType: string
  readonly body: string
  /** Milliseconds after which it makes sense to come back. */
  readonly retryAfter?: number
}

/** What is kept of a key. Of one that is new, or was freed, nothing is. */
export type State = UnderWay | Settled

/** Its call may have been made, and may be made still. */
export interface UnderWay {
  readonly _tag: "under-way"
  readonly fingerprint: string
}

/** Its call has ended, and may have been applied. */
export interface Settled {
  readonly _tag: "settled"
  readonly fingerprint: string
  readonly answer: Answer
}

/** How a call ended, and what it may have done at the provider. */
export interface Performed {
  readonly answer: Answer
  readonly outcome: "applied" | "not-applied" | "unknown"
}

/** What becomes of a request that arrives. `call` says what has to be kept before the provider is asked. */
export type Arrival = { readonly _tag: "call"; readonly keep: UnderWay } | NoCall

/** Why no call is made. */
export type NoCall =
  | { readonly _tag: "replay"; readonly answer: Answer }
  | { readonly _tag: "mismatch" | "under-way" | "broken-off" }

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

/** A call ends. What to keep: nothing, and the key is free, only where nothing was done. */
export const end = ({ fingerprint }: UnderWay, { answer, outcome }: Performed): Settled | undefined =>
  outcome === "not-applied" ? undefined : { _tag: "settled", fingerprint, answer }
