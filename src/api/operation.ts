import * as Result from "effect/Result"
import type { Input } from "../provider/operation.ts"
import { Declined, type Issue } from "../provider/reason.ts"
import { noParams, validateAnswer, validateInput, validateRequest } from "../provider/validate.ts"
import type * as Schema from "effect/Schema"
import type { Api, Envelope } from "./define.ts"
import type { AnswerOf, BodyOf, Content, Endpoint, ParamsOf } from "./endpoint.ts"
import { isJsonType } from "./request.ts"

/** How the gateway serves an operation. */
export interface Route {
  /** Its path parameters stand for those of the provider's path, in the same order. */
  readonly path: `/${string}`
  readonly summary: string
  /** The status of a success. Without one: the provider's own. */
  readonly status?: 200 | 201 | 202
}

/** What a scenario's input is made of. */
export interface References {
  /** Fresh for every run, so that what a run leaves behind can be told from other runs'. 1 to 12 characters. */
  readonly reference: string
  /** The values of the API's test resources, by name. */
  readonly subjects: Readonly<Record<string, string>>
}

/** An input: the parameters of all places by name, and the body. */
export interface ScenarioInput {
  readonly params?: Readonly<Record<string, unknown>> | undefined
  readonly body?: unknown
}

/** The inputs of the standard scenarios of an operation's contract. */
export interface ScenarioInputs {
  readonly valid: (references: References) => ScenarioInput
  /** One that the program refuses, and the provider too. Without one there is no such scenario. */
  readonly invalid?: (references: References) => ScenarioInput
  /** What a success leaves behind at a provider: `nothing`, where it only reads. Contract runs show it. */
  readonly sideEffects: string
}

/** The declaration of an operation. */
export interface OperationSpec<E extends Endpoint, Body, Answer> {
  /** What the provider's document says about it. */
  readonly endpoint: E
  /** The schema of the request's body, where the document has rules in prose. Without one: the endpoint's. */
  readonly body?: Schema.Decoder<Body>
  /** The schema of an answer's body, where the document has rules in prose. Without one: the endpoint's. */
  readonly success?: Schema.Decoder<Answer>
  /**
   * Whether a second call has no harmful effect. The default is by the method: GET, HEAD, OPTIONS, TRACE, PUT and DELETE are
   * idempotent (RFC 9110, section 9.2.2).
   */
  readonly safeToRetry?: boolean
  readonly route?: Route
  readonly contract?: ScenarioInputs
}

/** The part of an answer that a call succeeds with: what the API's envelope holds. */
export type Unwrapped<A, Answer> = A extends { readonly envelope?: Envelope<infer Property> }
  ? [Property] extends [never]
    ? Answer
    : Answer extends { readonly [P in Property]?: infer Data }
      ? Exclude<Data, null | undefined>
      : Answer
  : never

/** A declared operation: it needs no credentials until it is called. */
export interface Operation<
  A extends Api = Api,
  Params = unknown,
  Body = unknown,
  Success = unknown,
  Path extends string = string,
> {
  readonly api: A
  readonly name: string
  /** `<API>.<method>` */
  readonly fullName: string
  readonly endpoint: Endpoint & { readonly path: Path }
  readonly safeToRetry: boolean
  readonly route: Route | undefined
  readonly contract: ScenarioInputs | undefined
  /** The schema of the request's body; `undefined` where it has none. */
  readonly request: Schema.Decoder<unknown> | undefined
  /** The schema of an answer's body; `undefined` where none has one. */
  readonly answer: Schema.Decoder<unknown> | undefined
  /** Checks an input. The issues of a parameter begin with its name, those of a body with the property's. */
  readonly validate: (
    input: Input<unknown, unknown>,
  ) => Result.Result<Input<Params, Body>, ReadonlyArray<Issue>>
  /** Reads an answer's text; `undefined` where it is not what the document says. */
  readonly read: (text: string, status: number) => unknown
  /** Makes the result of an answer's body. */
  readonly accept: (body: unknown, status: number) => Result.Result<Success, Declined | ReadonlyArray<Issue>>
}

/** Declares an operation of an API. The service and the method, the route and the contract are derived from it. */
export const operation = <
  A extends Api,
  const E extends Endpoint,
  Body extends BodyOf<E> = BodyOf<E>,
  Answer extends AnswerOf<E> = AnswerOf<E>,
>(
  api: A,
  name: string,
  spec: OperationSpec<E, Body, Answer>,
): Operation<A, ParamsOf<E>, Body, Unwrapped<A, Answer>, E["path"]> => {
  const {
    contract,
    endpoint,
    route,
    safeToRetry = !["patch", "post"].includes(endpoint.method),
    success,
  } = spec
  const checkBody = validateBody(endpoint, spec.body)
  const checkParams = endpoint.params === undefined ? noParams : validateRequest(endpoint.params)
  const answers = answersOf(endpoint, success)
  const validated = validateInput(checkParams, checkBody)
  return {
    accept: (body, status) => {
      const { check } = answers(status)
      const accepted = unwrap(api, body, check)
      return accepted as Result.Result<Unwrapped<A, Answer>, Declined | ReadonlyArray<Issue>>
    },
    answer: success ?? Object.values(endpoint.success).find((content) => content !== null)?.schema,
    api,
    contract,
    endpoint,
    fullName: `${api.name}.${name}`,
    name,
    request: spec.body ?? endpoint.body?.schema,
    read: (text, status) => answers(status).read(text),
    route,
    safeToRetry,
    validate: (input) => {
      const valid = validated(input) as Result.Result<Input<ParamsOf<E>, Body>, ReadonlyArray<Issue>>
      if (Result.isFailure(valid)) return valid
      const lost = lostSegment(endpoint, valid.success.params)
      return lost === undefined
        ? valid
        : Result.fail([
            { message: "Expected a segment of a path: not empty, not . and not ..", path: [lost] },
          ])
    },
  }
}

const validateBody = ({ body }: Endpoint, refined: Schema.Decoder<unknown> | undefined) => {
  if (body === undefined) return noBody
  const check = validateRequest(refined ?? body.schema)
  return body.optional === true
    ? (value: unknown) => (value === undefined ? Result.succeed(undefined) : check(value))
    : check
}

const noBody = (value: unknown): Result.Result<undefined, ReadonlyArray<Issue>> =>
  value === undefined ? Result.succeed(undefined) : Result.fail([{ message: "Expected no body", path: [] }])

/** The name of a path parameter that would change the path's segments: URLs resolve `.` and `..`, and drop what is empty. */
const lostSegment = ({ path, places = {} }: Endpoint, params: unknown): string | undefined =>
  Object.entries(Object(params) as Record<string, unknown>).find(
    ([name, value]) =>
      (places[name]?.in ?? "path") === "path" &&
      path.includes(`{${name}}`) &&
      /^\.{0,2}$/.test(String(value)),
  )?.[0]

interface AnswerReader {
  readonly read: (text: string) => unknown
  readonly check: ReturnType<typeof validateAnswer>
}

const empty: AnswerReader = { check: () => Result.succeed(undefined), read: () => null }

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const readerOf = (content: Content | null, refined: Schema.Decoder<unknown> | undefined): AnswerReader =>
  content === null
    ? empty
    : {
        check: validateAnswer(refined ?? content.schema),
        read: isJsonType(content.type ?? "application/json") ? jsonOf : (text) => text,
      }

/** How answers are read, by status. A success that the document does not list is read like the first that it lists. */
const answersOf = ({ method, success }: Endpoint, refined: Schema.Decoder<unknown> | undefined) => {
  const readers = new Map(
    Object.entries(success).map(([status, content]) => [
      Number(status),
      readerOf(method === "head" ? null : content, refined),
    ]),
  )
  const [first = empty] = readers.values()
  return (status: number): AnswerReader => readers.get(status) ?? first
}

/** Checks a body and takes out what its envelope holds. What is declined need not have the right shape. */
const unwrap = (
  { envelope, provider }: { readonly envelope?: Envelope<string>; readonly provider: string },
  body: unknown,
  check: AnswerReader["check"],
): Result.Result<unknown, Declined | ReadonlyArray<Issue>> => {
  if (envelope === undefined || typeof body !== "object" || body === null) return check(body)
  const declined = () =>
    Result.fail(
      new Declined({ message: envelope.messageOf(body) ?? `${provider} declined without saying why` }),
    )
  if (envelope.isDeclined(body)) return declined()
  return Result.flatMap(check(body), (valid) => {
    const data = (valid as Readonly<Record<string, unknown>>)[envelope.property]
    return data === null || data === undefined ? declined() : Result.succeed(data)
  })
}
