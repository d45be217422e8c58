import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as SchemaAST from "effect/SchemaAST"
import * as SchemaIssue from "effect/SchemaIssue"
import { mostSteps } from "./bounds.ts"
import type { Issue } from "./reason.ts"

/** How a value is decoded. `strict`: an unknown property is an issue. */
export const decoding = (strict: boolean, errors: "all" | "first" = "first") =>
  strict ? ({ errors, onExcessProperty: "error" } as const) : ({ errors } as const)

// By default Effect leaves rejected values, which may be secrets, out of its messages.
const format = SchemaIssue.makeFormatterStandardSchemaV1()

/**
 * Yields the issues of a value that `schema` refuses, lazily, so that a reader who stops early saves the rest of the
 * work. (Effect's own `errors: "all"` makes all of them, and 64 KiB of JSON can have 32,000.)
 */
export function* explain(
  schema: SchemaAST.AST,
  value: unknown,
  strict: boolean,
  path: Issue["path"] = [],
): Generator<Issue> {
  const container = path.length < mostSteps ? containerOf(schema, value) : undefined
  let wrong = false
  for (const [key, part, held] of container === undefined ? [] : partsOf(container, value, strict)) {
    if (typeof part !== "string" && Result.isSuccess(decode(part)(held, decoding(strict)))) continue
    wrong = true
    const place = [...path, key]
    if (typeof part === "string") yield { message: part, path: place }
    else yield* explain(part, held, strict, place)
  }
  if (wrong) return
  // Every part is valid, so the issues left concern the whole, and are few. A list or object that could not be checked
  // part by part may have many: only its first issue is named.
  const errors = container === undefined && typeof value === "object" ? "first" : "all"
  const decoded = decode(schema)(value, decoding(strict, errors))
  if (Result.isSuccess(decoded)) return
  for (const { message, path: steps = [] } of format(decoded.failure.issue).issues) {
    yield { message, path: [...path, ...steps.map(keyOf)] }
  }
}

const decode = (schema: SchemaAST.AST) =>
  Schema.decodeUnknownResult(Schema.make<Schema.Decoder<unknown>>(schema))

const keyOf = (step: PropertyKey | { readonly key: PropertyKey }): string | number => {
  const key = typeof step === "object" ? step.key : step
  return typeof key === "number" ? key : String(key)
}

/** The schema of a list or an object whose parts each have one; `undefined` for any other value or schema. */
const containerOf = (
  schema: SchemaAST.AST,
  value: unknown,
): SchemaAST.Arrays | SchemaAST.Objects | undefined => {
  if (schema.encoding !== undefined || typeof value !== "object" || value === null) return undefined
  if (SchemaAST.isSuspend(schema)) return containerOf(schema.thunk(), value)
  if (SchemaAST.isUnion(schema)) {
    const [only, ...others] = schema.types.flatMap((type) => containerOf(type, value) ?? [])
    return others.length === 0 ? only : undefined
  }
  const isList = Array.isArray(value)
  if (SchemaAST.isArrays(schema)) {
    return isList && schema.elements.length === 0 && schema.rest.length === 1 ? schema : undefined
  }
  return !isList &&
    SchemaAST.isObjects(schema) &&
    schema.indexSignatures.every(({ parameter }) => SchemaAST.isString(parameter))
    ? schema
    : undefined
}

/** A part of a value with its schema, or with a message where the part is unknown or missing. */
type Part = readonly [key: string | number, part: SchemaAST.AST | string, held?: unknown]

function* partsOf(
  schema: SchemaAST.Arrays | SchemaAST.Objects,
  value: unknown,
  strict: boolean,
): Generator<Part> {
  if (SchemaAST.isArrays(schema)) {
    for (const [at, held] of (value as ReadonlyArray<unknown>).entries()) {
      if (schema.rest[0] !== undefined) yield [at, schema.rest[0], held]
    }
    return
  }
  const record = value as Readonly<Record<string, unknown>>
  const types = new Map(schema.propertySignatures.map(({ name, type }) => [String(name), type]))
  for (const name of Object.keys(record)) {
    const part = types.get(name) ?? schema.indexSignatures[0]?.type
    if (part !== undefined) yield [name, part, record[name]]
    else if (strict) yield [name, "Expected no excess property"]
  }
  for (const [name, type] of types) {
    if (!(name in record) && !SchemaAST.isOptional(type)) yield [name, "Missing key"]
  }
}
