import type * as Effect from "effect/Effect"
import type * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import createClient from "openapi-fetch"
import { call } from "../provider/call.ts"
import { concealing } from "../provider/conceal.ts"
import type { ProviderError } from "../provider/error.ts"
import {
  type Attempt,
  type Exchange,
  exchangeOptions,
  type Input,
  type Operation as Callable,
} from "../provider/operation.ts"
import { checkedBaseUrl, checkedCredential, type Options } from "../provider/options.ts"
import { checkPolicy } from "../provider/policy.ts"
import { type Api, type Authentication, faultOf, type OptionsOf, type TokenSource } from "./define.ts"
import { namesInPath } from "./endpoint.ts"
import type { Operation } from "./operation.ts"
import { pathTemplate, placed, querySerializer, serialisedBody, serialisedPath } from "./request.ts"

/** An API with its options: what all of its operations share. */
export interface Connection {
  readonly base: string
  readonly authentication: Authentication
  readonly redact: (text: string) => string
  readonly client: ReturnType<typeof createClient<Record<string, Record<string, object>>>>
}

/**
 * Checks the options of an API.
 *
 * @throws Error where one can't be used, with a message that names it
 */
export const connect = <A extends Api>(api: A, options: OptionsOf<A>): Connection => {
  const given: Options & Readonly<Record<string, unknown>> = options
  checkPolicy(given.policy)
  const secrets: Array<string> = []
  const values: Record<string, string> = {}
  for (const [name, credential] of Object.entries(api.credentials)) {
    const value = given[name]
    if (credential.isPublic === true) {
      const fault = faultOf(credential)(typeof value === "string" ? value : "")
      if (fault !== undefined) throw new Error(`${name} ${fault}`)
      values[name] = String(value)
    } else {
      const secret = checkedCredential(name, value as Redacted.Redacted, faultOf(credential))
      secrets.push(secret)
      values[name] = secret
    }
  }
  const base = checkedBaseUrl(given, api.baseUrl.default)
  const authentication = api.authenticate(values)
  const redact = concealing(secrets, api.signatures)
  return {
    authentication,
    base,
    client: createClient({ baseUrl: base }),
    redact: isTokenSource(authentication)
      ? (text) => concealing([...secrets, ...authentication.secrets()], api.signatures)(text)
      : redact,
  }
}

const isTokenSource = (authentication: Authentication): authentication is TokenSource =>
  typeof authentication === "object" && typeof authentication["forget"] === "function"

/** An operation as `call` makes it. */
export const callable = <A extends Api, Params, Body, Success>(
  operation: Operation<A, Params, Body, Success>,
  { authentication, base, client, redact }: Connection,
): Callable<Params, Body, Success> => {
  const { api, endpoint, fullName, safeToRetry } = operation
  const template = pathTemplate(endpoint)
  const method = endpoint.method.toUpperCase()
  const writeQuery = querySerializer(endpoint)
  const type = endpoint.body?.type
  const headersOf = (url: () => string, attempt: Attempt) => {
    if (isTokenSource(authentication)) return authentication.headers(attempt)
    if (typeof authentication !== "function") return authentication
    return authentication({ body: attempt.serialised ?? "", method, url: url() })
  }
  return {
    accept: operation.accept,
    conceal: redact,
    endpoint: { method, path: endpoint.path },
    explain: api.parseError ?? (() => ({})),
    name: fullName,
    parse: operation.read,
    provider: api.provider,
    repeatable: safeToRetry,
    ...(endpoint.errors && { documented: endpoint.errors }),
    ...(isTokenSource(authentication) && { renew: authentication.forget }),
    send: async ({ body, params }, attempt): Promise<Exchange> => {
      const { header, path, query } = placed(endpoint, Object(params) as Readonly<Record<string, unknown>>)
      const url = () => {
        const search = writeQuery(query)
        return base + serialisedPath(template, path) + (search === "" ? "" : `?${search}`)
      }
      const authenticated = headersOf(url, attempt)
      const options = exchangeOptions(attempt)
      return client.request(
        endpoint.method,
        template as never,
        {
          ...options,
          body,
          headers: {
            ...options.headers,
            ...(type !== undefined && attempt.serialised !== undefined && { "Content-Type": type }),
            ...header,
            ...(authenticated instanceof Promise ? await authenticated : authenticated),
          },
          params: { path, query },
          querySerializer: writeQuery,
        } as never,
      ) as Promise<Exchange>
    },
    serialise: (body) =>
      endpoint.body === undefined || body === undefined ? undefined : serialisedBody(endpoint.body, body),
    validate: operation.validate,
  }
}

// --- the methods of a service ---

type Names<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never

type InPath<Path extends string, Params> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? [Name extends keyof Params ? Params[Name] : string, ...InPath<Rest, Params>]
  : []

type Others<Path extends string, Params> = Omit<Params, Names<Path>>

type ParamsArgument<Others> = keyof Others extends never
  ? []
  : Record<never, never> extends Others
    ? [params?: Others]
    : [params: Others]

type BodyArgument<Body> = [Body] extends [undefined]
  ? []
  : undefined extends Body
    ? [body?: Body]
    : [body: Body]

/**
 * The method of an operation: the parameters of its path in their order, then the body if it has one, then all other
 * parameters as one object.
 */
export type Method<O> =
  O extends Operation<Api, infer Params, infer Body, infer Success, infer Path>
    ? (
        ...args: [...InPath<Path, Params>, ...BodyArgument<Body>, ...ParamsArgument<Others<Path, Params>>]
      ) => Effect.Effect<Success, ProviderError>
    : never

/** The service of operations. */
export type ServiceOf<Operations> = { readonly [Name in keyof Operations]: Method<Operations[Name]> }

const methodOf = <O extends Operation>(operation: O, connection: Connection, options: Options): Method<O> => {
  const made = callable(operation, connection)
  const { body: content, path } = operation.endpoint
  const names = namesInPath(path)
  const method = (...args: ReadonlyArray<unknown>) => {
    const rest = args.slice(names.length)
    const body = content === undefined ? undefined : rest.shift()
    const params = { ...Object(rest[0]), ...Object.fromEntries(names.map((name, at) => [name, args[at]])) }
    return call(made, { body, params: operation.endpoint.params === undefined ? undefined : params }, options)
  }
  return method as unknown as Method<O>
}

/**
 * The method of one operation, to be called without its service: a bundle then holds nothing of the other operations.
 * @throws Error where an option can't be used, with a message that names it
 */
export const bind = <O extends Operation>(operation: O, options: OptionsOf<O["api"]>): Method<O> =>
  methodOf(operation, connect<Api>(operation.api, options), options as Options)

/**
 * The methods of an API's operations.
 *
 * @throws Error where an option can't be used, with a message that names it
 */
export const serviceOf = <A extends Api, Operations extends Readonly<Record<string, Operation>>>(
  api: A,
  operations: Operations,
  options: OptionsOf<A>,
): ServiceOf<Operations> => {
  const connection = connect(api, options)
  return Object.fromEntries(
    Object.entries(operations).map(([name, operation]) => [
      name,
      methodOf(operation, connection, options as Options),
    ]),
  ) as ServiceOf<Operations>
}

/** The success of a call, with the status that the provider answered. */
export interface Answered {
  readonly status: number
  readonly success: unknown
}

/** Calls an operation with an input of any kind, which is checked like that of a method. */
export type Call = (input: Input<unknown, unknown>) => Effect.Effect<Answered, ProviderError>

/**
 * An API's operations for callers that have inputs rather than arguments, such as the gateway.
 *
 * @throws Error where an option can't be used, with a message that names it
 */
export const callsOf = <A extends Api>(
  api: A,
  operations: Readonly<Record<string, Operation>>,
  options: OptionsOf<A>,
): Readonly<Record<string, Call>> => {
  const connection = connect(api, options)
  return Object.fromEntries(
    Object.entries(operations).map(([name, operation]) => {
      const accept: Operation<A, unknown, unknown, Answered>["accept"] = (body, status) =>
        Result.map(operation.accept(body, status), (success) => ({ status, success }))
      const made = callable({ ...operation, accept }, connection)
      return [name, (input) => call(made, input, options as Options)]
    }),
  )
}
