import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as SchemaAST from "effect/SchemaAST"
import * as SchemaIssue from "effect/SchemaIssue"
import { mostSteps } from "./bounds.ts"
import type { Issue } from "./reason.ts"

/** How a value is decoded. `strict`: an unknown property is an issue. */
export const decoding = (strict: boolean, errors: "all" | "first" = "first") =>
  strict ? ({ errors, onExcessProperty: "error" } as const) : ({ errors } as const)

/**
 * Says what is wrong with a value that `schema` refuses, one issue after the other. An issue is looked for when it is
 * asked for, so a reader who stops saves the rest. (Effect's own `errors: "all"` makes all of them, and 64 KiB of JSON
 * have room for 32,000.)
 */
export function* explain(
  schema: SchemaAST.AST,
  value: unknown,
  strict: boolean,
  path: ReadonlyArray<string | number> = [],
): Generator<Issue> {
  const parts = path.length < mostSteps ? partsOf(schema, value, strict) : undefined
  let wrong = false
  for (const [key, part, held] of parts ?? []) {
    if (typeof part !== "string" && Result.isSuccess(decode(part, held, decoding(strict)))) continue
    wrong = true
    const place = [...path, key]
    if (typeof part === "string") yield { message: part, path: place }
    else yield* explain(part, held, strict, place)
  }
  if (wrong) return
  // Where there are no parts, or all of them are right, there are few issues: what could have many stops at the first.
  const errors = parts === undefined && typeof value === "object" ? "first" : "all"
  const decoded = decode(schema, value, decoding(strict, errors))
  if (Result.isFailure(decoded)) yield* issuesIn(decoded.failure, path)
}

type Decode = (
  value: unknown,
  options: ReturnType<typeof decoding>,
) => Result.Result<unknown, Schema.SchemaError>

const decoders = new WeakMap<SchemaAST.AST, Decode>()

const decode = (schema: SchemaAST.AST, ...input: Parameters<Decode>): ReturnType<Decode> => {
  const known = decoders.get(schema)
  const decoder = known ?? Schema.decodeUnknownResult(Schema.make<Schema.Decoder<unknown>>(schema))
  if (known === undefined) decoders.set(schema, decoder)
  return decoder(...input)
}

// Effect leaves rejected values out of its messages unless told otherwise: they may be secrets.
const format = SchemaIssue.makeFormatterStandardSchemaV1()

const issuesIn = (
  { issue }: Schema.SchemaError,
  place: ReadonlyArray<string | number>,
): ReadonlyArray<Issue> =>
  format(issue).issues.map(({ message, path = [] }) => ({ message, path: [...place, ...path.map(keyOf)] }))

const keyOf = (step: PropertyKey | { readonly key: PropertyKey }): string | number => {
  const key = typeof step === "object" ? step.key : step
  return typeof key === "number" ? key : String(key)
}

/** A part of a value: its schema, or what is wrong with its being there or missing. */
type Part = readonly [key: string | number, part: SchemaAST.AST | string, held?: unknown]

// As Effect says it.
const missing = "Missing key"
const unexpected = "Expected no excess property"

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** The parts of an array or an object; `undefined` where the value is neither, or its schema does not name them. */
const partsOf = (schema: SchemaAST.AST, value: unknown, strict: boolean): Iterable<Part> | undefined => {
  const [only, ...others] = meant(schema, value)
  if (only === undefined || others.length > 0) return undefined
  if (SchemaAST.isArrays(only)) {
    return only.rest.length > 1 ? undefined : items(only, value as ReadonlyArray<unknown>)
  }
  const [index, ...more] = only.indexSignatures
  if (more.length > 0 || (index !== undefined && !SchemaAST.isString(index.parameter))) return undefined
  return properties(only, value as Readonly<Record<string, unknown>>, strict)
}

/** The members of a union, or the schema itself, that an array or an object may have been meant for. */
const meant = (
  schema: SchemaAST.AST,
  value: unknown,
): ReadonlyArray<SchemaAST.Arrays | SchemaAST.Objects> => {
  if (schema.encoding !== undefined) return []
  if (SchemaAST.isSuspend(schema)) return meant(schema.thunk(), value)
  if (SchemaAST.isUnion(schema)) return schema.types.flatMap((type) => meant(type, value))
  if (SchemaAST.isArrays(schema)) return Array.isArray(value) ? [schema] : []
  return SchemaAST.isObjects(schema) && isRecord(value) && isTagged(schema, value) ? [schema] : []
}

/** Whether the properties of one possible value, by which the members of a union are told apart, have it. */
const isTagged = (
  { propertySignatures }: SchemaAST.Objects,
  value: Readonly<Record<string, unknown>>,
): boolean =>
  propertySignatures.every(
    ({ name, type }) => !SchemaAST.isLiteral(type) || value[String(name)] === type.literal,
  )

function* items(
  { elements, rest: [item] }: SchemaAST.Arrays,
  value: ReadonlyArray<unknown>,
): Generator<Part> {
  for (let at = 0; at < Math.max(value.length, elements.length); at++) {
    const part = elements[at] ?? item
    if (part === undefined) yield [at, unexpected]
    else if (at < value.length) yield [at, part, value[at]]
    else if (!SchemaAST.isOptional(part)) yield [at, missing]
  }
}

function* properties(
  { indexSignatures: [index], propertySignatures }: SchemaAST.Objects,
  value: Readonly<Record<string, unknown>>,
  strict: boolean,
): Generator<Part> {
  const known = new Map(propertySignatures.map(({ name, type }) => [String(name), type]))
  if (strict && index === undefined) {
    for (const name of Object.keys(value)) if (!known.has(name)) yield [name, unexpected]
  }
  for (const [name, type] of known) {
    if (name in value) yield [name, type, value[name]]
    else if (!SchemaAST.isOptional(type)) yield [name, missing]
  }
  if (index === undefined) return
  for (const name of Object.keys(value)) if (!known.has(name)) yield [name, index.type, value[name]]
}
