import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as SchemaIssue from "effect/SchemaIssue"
import type { Input } from "./operation.ts"
import { type Issue, mostIssues } from "./reason.ts"

export type Validate<A> = (value: unknown) => Result.Result<A, ReadonlyArray<Issue>>

type Decodable<A> = Schema.Decoder<A>

/** Checks what goes to a provider: every issue is named, and an unknown property is one. */
export const validateRequest = <A>(schema: Decodable<A>): Validate<A> =>
  validate(schema, { errors: "all", onExcessProperty: "error" })

/** Checks what a provider answers: it may have gained properties, which are left out. */
export const validateAnswer = <A>(schema: Decodable<A>): Validate<A> => validate(schema, { errors: "all" })

/**
 * Checks an operation's input. A path parameter's issues begin with its name, a body's with the property's. A property
 * that is `undefined` is none: JSON, as which a body is sent, has no such thing.
 */
export const validateInput =
  <Params, Body>(params: Validate<Params>, body: Validate<Body>) =>
  (input: Input<unknown, unknown>): Result.Result<Input<Params, Body>, ReadonlyArray<Issue>> => {
    const path = params(input.params)
    let content = body(input.body)
    // Looked for where it fails only: hardly a body has any.
    const present = Result.isFailure(content) ? defined(input.body, 9) : input.body
    if (present !== input.body) content = body(present)
    if (Result.isSuccess(path) && Result.isSuccess(content)) {
      return Result.succeed({ body: content.success, params: path.success })
    }
    return Result.fail([...failures(path), ...failures(content)])
  }

/** A value without its properties that are `undefined`, itself where it has none. No body is nested as deep as `depth`. */
const defined = (value: unknown, depth: number): unknown => {
  if (depth === 0 || typeof value !== "object" || value === null) return value
  let same = true
  const present = Object.entries(value).flatMap(([name, item]) => {
    const less = defined(item, depth - 1)
    same &&= less === item && item !== undefined
    return less === undefined && !Array.isArray(value) ? [] : [[name, less] as const]
  })
  if (same) return value
  return Array.isArray(value) ? present.map(([, item]) => item) : Object.fromEntries(present)
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

const issuesOf = ({ issue }: Schema.SchemaError): ReadonlyArray<Issue> => {
  const found = format(cut(issue)).issues.map(({ message, path = [] }) => ({
    message,
    path: path.map(keyOf),
  }))
  return found.length > mostIssues
    ? [...found.slice(0, mostIssues), { message: "There is more", path: [] }]
    : found
}

/** No more of what is wrong than is named: to word it takes longer than to find it. */
const cut = (issue: SchemaIssue.Issue): SchemaIssue.Issue => {
  if ("issues" in issue)
    return { ...issue, issues: issue.issues.slice(0, mostIssues + 1).map(cut) } as typeof issue
  return "issue" in issue ? { ...issue, issue: cut(issue.issue) } : issue
}

const keyOf = (step: PropertyKey | { readonly key: PropertyKey }): string | number => {
  const key = typeof step === "object" ? step.key : step
  return typeof key === "number" ? key : String(key)
}
