import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as SchemaIssue from "effect/SchemaIssue"
import type { Input } from "./operation.ts"
import type { Issue } from "./reason.ts"

export type Validate<A> = (value: unknown) => Result.Result<A, ReadonlyArray<Issue>>

type Decodable<A> = Schema.Decoder<A>

/** Checks what goes to a provider: every issue is named, and an unknown property is one. */
export const validateRequest = <A>(schema: Decodable<A>): Validate<A> =>
  validate(schema, { errors: "all", onExcessProperty: "error" })

/** Checks what a provider answers: it may have gained properties, which are left out. */
export const validateAnswer = <A>(schema: Decodable<A>): Validate<A> => validate(schema, { errors: "all" })

/** Checks an operation's input. A path parameter's issues begin with its name, a body's with the property's. */
export const validateInput =
  <Params, Body>(params: Validate<Params>, body: Validate<Body>) =>
  (input: Input<unknown, unknown>): Result.Result<Input<Params, Body>, ReadonlyArray<Issue>> => {
    const path = params(input.params)
    const content = body(input.body)
    if (Result.isSuccess(path) && Result.isSuccess(content)) {
      return Result.succeed({ body: content.success, params: path.success })
    }
    return Result.fail([...failures(path), ...failures(content)])
  }

const failures = <A>(result: Result.Result<unknown, ReadonlyArray<A>>): ReadonlyArray<A> =>
  Result.isFailure(result) ? result.failure : []

/** For an operation whose path has no parameters. */
export const noParams: Validate<unknown> = Result.succeed

// Effect leaves rejected values out of its messages unless told otherwise: they may be secrets.
const format = SchemaIssue.makeFormatterStandardSchemaV1()

const validate = <A>(
  schema: Decodable<A>,
  options: Parameters<typeof Schema.decodeUnknownResult>[1],
): Validate<A> => {
  const decode = Schema.decodeUnknownResult(schema, options)
  return (value) => Result.mapError(decode(value), issuesOf)
}

const issuesOf = ({ issue }: Schema.SchemaError): ReadonlyArray<Issue> =>
  format(issue).issues.map(({ message, path = [] }) => ({ message, path: path.map(keyOf) }))

const keyOf = (step: PropertyKey | { readonly key: PropertyKey }): string | number => {
  const key = typeof step === "object" ? step.key : step
  return typeof key === "number" ? key : String(key)
}
