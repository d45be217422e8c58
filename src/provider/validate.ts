import * as Cause from "effect/Cause"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { firstIssues, shownIssues } from "./bounds.ts"
import { decoding, explain } from "./explain.ts"
import type { Input } from "./operation.ts"
import type { Issue } from "./reason.ts"

export type Validate<A> = (value: unknown) => Result.Result<A, ReadonlyArray<Issue>>

/** Checks what goes to a provider: an unknown property is an issue. */
export const validateRequest = <A>(schema: Schema.Decoder<A>): Validate<A> => validate(schema, true)

/** Checks what a provider answers: it may have gained properties, which are left out. */
export const validateAnswer = <A>(schema: Schema.Decoder<A>): Validate<A> => validate(schema, false)

/**
 * Checks an operation's input. A path parameter's issues begin with its name, a body's with the property's. A property
 * that is `undefined` is none: JSON, as which a body is sent, has no such thing.
 */
export const validateInput =
  <Params, Body>(params: Validate<Params>, body: Validate<Body>) =>
  (input: Input<unknown, unknown>): Result.Result<Input<Params, Body>, ReadonlyArray<Issue>> => {
    const path = params(input.params)
    let content = body(input.body)
    // Only after a failure, because bodies rarely have such properties.
    const present = Result.isFailure(content) ? defined(input.body, 9) : input.body
    if (present !== input.body) content = body(present)
    if (Result.isSuccess(path) && Result.isSuccess(content)) {
      return Result.succeed({ body: content.success, params: path.success })
    }
    return Result.fail(shownIssues([...failures(path), ...failures(content)]))
  }

/** A value without properties that are `undefined`; the same value where it has none. Looks `depth` levels deep, more than bodies have. */
const defined = (value: unknown, depth: number): unknown => {
  if (depth === 0 || typeof value !== "object" || value === null) return value
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => defined(item, depth - 1))
    return items.every((item, at) => Object.is(item, value[at])) ? value : items
  }
  const entries = Object.entries(value)
  const present = entries.flatMap(([name, item]) =>
    item === undefined ? [] : [[name, defined(item, depth - 1)] as const],
  )
  const same =
    present.length === entries.length && present.every(([, item], at) => Object.is(item, entries[at]?.[1]))
  return same ? value : Object.fromEntries(present)
}

const failures = <A>(result: Result.Result<unknown, ReadonlyArray<A>>): ReadonlyArray<A> =>
  Result.isFailure(result) ? result.failure : []

/** For an operation whose path has no parameters. */
export const noParams: Validate<unknown> = Result.succeed

/** Names the first 50 issues. Issues are searched only where decoding fails, which most values don't. */
const validate = <A>(schema: Schema.Decoder<A>, strict: boolean): Validate<A> => {
  const decode = Schema.decodeUnknownResult(schema, decoding(strict))
  return (value) => {
    try {
      return Result.mapError(decode(value), () => firstIssues(explain(schema.ast, value, strict)))
    } catch (error) {
      if (!isOverflow(error)) throw error
      return Result.fail([{ message: "Nested too deeply", path: [] }])
    }
  }
}

/** Whether the stack overflowed: a schema that refers to itself is followed as deep as the value goes. */
const isOverflow = (error: unknown): boolean =>
  error instanceof Error && Cause.isCause(error.cause) && Cause.squash(error.cause) instanceof RangeError
