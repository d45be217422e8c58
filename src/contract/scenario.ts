import type * as Config from "effect/Config"
import type * as Effect from "effect/Effect"
import type { CallOptions } from "../provider/call.ts"
import type { ProviderError } from "../provider/error.ts"
import type { Input } from "../provider/operation.ts"
import type { Reason } from "../provider/reason.ts"
import type { References } from "../api/operation.ts"
import type { Described, Json } from "./document.ts"

export type { References } from "../api/operation.ts"

/**
 * What to send to an operation, and what to expect. Its exchange has to keep to the document, but where departing from it
 * is what the scenario shows: an `unchecked` request, a failure with a status that no document lists, what `fault` makes
 * of an answer.
 */
export interface Scenario {
  readonly name: string
  readonly input: (references: References) => Input<unknown, unknown>
  /** Whether the input passes by the program's own check, so that the provider's shows. */
  readonly unchecked?: boolean
  /** Configuration to use instead: credentials that are wrong. */
  readonly configuration?: Readonly<Record<string, string>>
  /** Milliseconds to wait for the whole answer. */
  readonly deadline?: number
  readonly expect: "success" | Reason["_tag"]
  /** What an emulator has to be told before, in its own words; a provider does not do it on request. */
  readonly fault?: Json
  /** What it leaves behind at a provider. A scenario that does not say so runs against an emulator only. */
  readonly leaves?: string
}

/** Calls an operation with an input that its program has or has not checked. */
export type Call = (
  input: Input<unknown, unknown>,
  options: CallOptions & { readonly unchecked: boolean },
) => Effect.Effect<unknown, ProviderError>

/** An operation under contract. */
export interface Contract extends Described {
  /** `<API>.<method>` */
  readonly operation: string
  /** The name of its API, by which operations with one document and one way to authenticate belong together. */
  readonly api: string
  /**
   * The call, made from the configuration of its API. It has to send with the `fetch` of its options, which checks the
   * host of every request. A call that uses `globalThis.fetch` or a client of its own bypasses the check.
   */
  readonly call: Config.Config<Call>
  /** The base URL, from the same configuration. A contract whose base URL is not allowed is refused before any request. */
  readonly baseUrl: Config.Config<string>
  /** The hosts of the provider's sandboxes, without ports. Runs send to these and to this machine only. */
  readonly sandboxes: ReadonlyArray<string>
  /** Values that a fixture shows in the place of the configuration's: for every credential and every subject one. */
  readonly placeholders: Readonly<Record<string, string>>
  /** Configuration that names what exists at the provider, as `[name in References, variable]`. */
  readonly subjects: ReadonlyArray<readonly [name: string, variable: string]>
  readonly scenarios: ReadonlyArray<Scenario>
  /**
   * The values of a response's body that a fixture keeps, as JSON Pointers (RFC 6901) to single values, `*` as a step for
   * any one step. All else is replaced, and so is a value of a type that the document does not allow there.
   */
  readonly kept: ReadonlyArray<string>
}
