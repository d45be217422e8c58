import type * as Redacted from "effect/Redacted"
import { type CredentialFault, tokenFault } from "../provider/credential.ts"
import type { ErrorDetails } from "../provider/operation.ts"
import type { Options } from "../provider/options.ts"

/** One credential, or another setting, that an API is called with. */
export interface Credential {
  /** The environment variable that holds it. */
  readonly variable: string
  /** Says what is wrong with a value, without showing it. Without one: visible ASCII without spaces. */
  readonly fault?: CredentialFault
  /** It is no secret: an option that is a plain string, and may be shown. */
  readonly isPublic?: true
  /** The value that a fixture shows instead of it. Without one: `placeholder`. */
  readonly placeholder?: string
}

/** A request, as far as its authentication depends on it. */
export interface OutgoingRequest {
  /** In upper case. */
  readonly method: string
  /** The address as it is sent: percent-encoded, with its query. */
  readonly url: string
  /** The body as it is sent; empty where there is none. */
  readonly body: string
}

type Headers = Readonly<Record<string, string>>

/** What an authentication that has to ask for a token does this with. */
export interface TokenRequest {
  readonly fetch: typeof globalThis.fetch
  readonly signal: AbortSignal
  /** The time now, in milliseconds since the epoch. */
  readonly now: number
}

/** Authentication with a token that is fetched, cached and renewed. */
export interface TokenSource {
  /** The headers with a token that is valid. Rejects with `Unauthorized` where none can be had. */
  readonly headers: (request: TokenRequest) => Promise<Headers>
  /** Forgets the token after a 401. Says whether a new attempt would send another one. */
  readonly forget: () => boolean
  /** The tokens that a provider's words could quote. */
  readonly secrets: () => ReadonlyArray<string>
}

/** The headers that authenticate a request: the same for all, made for each (a signature), or with a token. */
export type Authentication = Headers | ((request: OutgoingRequest) => Headers) | TokenSource

/** An envelope that every JSON answer of an API comes in. */
export interface Envelope<Property extends string> {
  /** The property that holds the answer itself. Where it is absent or null, the provider declined. */
  readonly property: Property
  /** Whether a body says that the provider declined. Asked before the body is checked against its schema. */
  readonly isDeclined: (body: object) => boolean
  /** The provider's reason for it, if it says one. */
  readonly messageOf: (body: object) => string | undefined
}

/** Something that has to exist at the provider for a contract run, such as a store. */
export interface TestResource {
  readonly variable: string
  /** A value of the same form: emulators, fixtures and tests use it. */
  readonly example: string
}

/** What contract runs need to know about an API. */
export interface ApiContract {
  /** The hosts that a run may send to, besides this machine. Without them: the host of the default base URL. */
  readonly sandboxes?: ReadonlyArray<string>
  /** By the names that scenario inputs use. */
  readonly testResources?: Readonly<Record<string, TestResource>>
  /** JSON Pointers to the values of an answer that a fixture keeps as they are; `*` for any one step. */
  readonly unredactedPointers?: ReadonlyArray<string>
}

/** One surface of a provider with one way to authenticate. */
export interface ApiSpec<Credentials extends Readonly<Record<string, Credential>>, Property extends string> {
  /** `PayNow`: an operation is `PayNow.<method>`. */
  readonly name: string
  readonly provider: string
  /** Its name in file names: its code is in `generated/<folder>/`, its overlay is `specs/<folder>.overlay.yaml`. */
  readonly folder: string
  readonly baseUrl: { readonly variable: string; readonly default: string }
  readonly credentials: Credentials
  /** Called once, with the values of the credentials. */
  authenticate(credentials: Readonly<Record<keyof Credentials, string>>): Authentication
  /** Reads an error's body, which is parsed where it is JSON. Without it errors have no details. */
  readonly parseError?: (body: unknown) => ErrorDetails
  /** Matches signatures in a provider's words, which whoever reads them could replay. */
  readonly signatures?: RegExp
  readonly envelope?: Envelope<Property>
  readonly contract?: ApiContract
}

/** Any API. */
export type Api = ApiSpec<Readonly<Record<string, Credential>>, string>

/** Declares an API. */
export const defineApi = <
  const Credentials extends Readonly<Record<string, Credential>>,
  const Property extends string = never,
>(
  spec: ApiSpec<Credentials, Property>,
): ApiSpec<Credentials, Property> => spec

/** The options that an API is called with: its credentials, a base URL, and how calls are made. */
export type OptionsOf<A> =
  A extends ApiSpec<infer Credentials, string>
    ? Options & {
        readonly [Name in keyof Credentials]: Credentials[Name] extends { readonly isPublic: true }
          ? string
          : Redacted.Redacted
      }
    : never

/** Says what is wrong with a credential's value. */
export const faultOf = ({ fault = tokenFault }: Credential): CredentialFault => fault
