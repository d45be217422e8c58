import type * as Result from "effect/Result"
import { commonHeaders } from "./common-headers.ts"
import { unsent } from "./unsent.ts"
import type { Declined, Issue } from "./reason.ts"

/** What an operation is called with: the values of its path's parameters, and its body. */
export interface Input<Params, Body> {
  readonly params: Params
  readonly body: Body
}

/** What one attempt is made with. */
export interface Attempt {
  /** The input's body, serialised once per call: what is signed is what is sent. `undefined` where there is none. */
  readonly serialised: string | undefined
  readonly fetch: typeof globalThis.fetch
  readonly signal: AbortSignal
  /** When the attempt began, in milliseconds since the epoch. */
  readonly now: number
}

/** What openapi-fetch gives back: a 2xx's body as text, any other's parsed where it is JSON. */
export interface Exchange {
  readonly data?: string | undefined
  readonly error?: unknown
  readonly response: Response
}

/** What a provider's error body says, as far as it says it. */
export interface ErrorDetails {
  readonly message?: string | undefined
  readonly code?: string | undefined
  readonly traceId?: string | null | undefined
  readonly issues?: ReadonlyArray<ProviderIssue> | undefined
}

/** An issue as a provider words it. A path that is a string has dots between its steps. */
export interface ProviderIssue {
  readonly message: string
  readonly path: Issue["path"] | string
}

/** One method of an API. */
export interface Operation<Params, Body, Success> {
  readonly provider: string
  /** `<API>.<method>` */
  readonly name: string
  /** The method, and the path template of the provider's document. They name the spans. */
  readonly endpoint?: { readonly method: string; readonly path: string }
  /** Whether doing it twice harms nobody. */
  readonly repeatable: boolean
  /**
   * The client errors that the provider's document lists for the operation. After any other one the outcome is unknown,
   * unless HTTP says that the request was not processed.
   */
  readonly documented?: ReadonlyArray<number | "4XX">
  readonly validate: (
    input: Input<unknown, unknown>,
  ) => Result.Result<Input<Params, Body>, ReadonlyArray<Issue>>
  /** Writes the body of a request; `undefined` where it has none. Without this it is written as JSON. */
  readonly serialise?: (body: Body) => string | undefined
  readonly send: (input: Input<Params, Body>, attempt: Attempt) => Promise<Exchange>
  /** Reads the text of a 2xx; `undefined` where it can't be read. Without this it is read as JSON. */
  readonly parse?: (text: string, status: number) => unknown
  /** Forgets what authenticates requests after a 401. Says whether another attempt would send something else. */
  readonly renew?: () => boolean
  /** Makes the result of a 2xx's body, or says what it declines or what breaks the contract. */
  readonly accept: (body: unknown, status: number) => Result.Result<Success, Declined | ReadonlyArray<Issue>>
  readonly explain: (error: unknown) => ErrorDetails
  /** Takes the API's secrets out of a provider's words. */
  readonly conceal: (text: string) => string
}

/** The part of an attempt that is the same for every operation, as options of an openapi-fetch call. */
export const exchangeOptions = ({ fetch, serialised, signal }: Attempt) => ({
  ...unsent(fetch),
  bodySerializer: () => serialised,
  headers: commonHeaders,
  parseAs: "text" as const,
  // A redirect would carry credentials, and perhaps a payment, to a place that nobody named.
  redirect: "manual" as const,
  signal,
})
