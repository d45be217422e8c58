import { describedBody } from "./body.ts"
import { type Described, describedAs, type Json, operationObject } from "./document.ts"
import type { Answer, RecordedResponse } from "./fixture.ts"
import { type Kept, readKept } from "./redaction/kept.ts"
import { type Redacted, redactValue } from "./redaction/value.ts"

/**
 * A response as it may be kept. Of its body the values at `kept` stay: JSON Pointers (RFC 6901), `*` as a step for any
 * one step, each for a single value of a type that the document allows there; one that leads to an object or a list
 * keeps nothing. Every other value, and every name that the document does not know, is replaced by what the document
 * has at its place: the replacement keeps to the same rules of its schema and breaks the same. It depends on the place
 * alone; but a text that is a link, a UUID, an email address, a time or a long number by itself is replaced by one where
 * the document only says that it is a text, and a text of eight or more characters, or of letters and digits, has one
 * replacement wherever it stands, unless it is an amount, a date or a time. Booleans and `null` stay.
 *
 * It throws where nothing can stand for a value, and where a pointer in `kept` is none.
 */
export const redactResponse = (
  described: Described,
  response: RecordedResponse,
  kept: ReadonlyArray<string>,
): RecordedResponse => redacting(described, response, kept).response

/** The same of an answer, which may be that none came. */
export const redactAnswer = (described: Described, answer: Answer, kept: ReadonlyArray<string>): Answer =>
  typeof answer === "string" ? answer : redactResponse(described, answer, kept)

/** A redacted response, with what was replaced in it. */
export interface RedactedResponse extends Pick<Redacted, "data"> {
  readonly response: RecordedResponse
}

/** Redacts a response and says what was data in it. */
export const redacting = (
  described: Described,
  response: RecordedResponse,
  kept: ReadonlyArray<string>,
): RedactedResponse => {
  const { body, ...rest } = redactBody(described, response, readKept(kept))
  const headers = Object.fromEntries(
    Object.entries(shown).flatMap(([name, redact]) => {
      const value = response.headers[name]
      return value === undefined ? [] : [[name, redact(value)]]
    }),
  )
  return { ...rest, response: { body, headers, status: response.status } }
}

/** The headers that mean something to a program, without what they may say beyond it. Any other is left out. */
const shown: Readonly<Record<string, (value: string) => string>> = {
  "content-type": (value) => /^[\w.+-]{1,60}\/[\w.+-]{1,60}/.exec(value)?.[0] ?? "application/octet-stream",
  "retry-after": (value) => (/^\d+$/.test(value) ? value : "Thu, 01 Jan 2026 00:00:00 GMT"),
}

const redactBody = (described: Described, response: RecordedResponse, kept: Kept) => {
  const { body, status } = response
  if (body === "") return { body, data: [] }
  const operation = operationObject(described)
  const { content = {} } = operation.responses[describedAs(operation, status) ?? ""] ?? {}
  const { read, schema } = describedBody(content, response)
  if (!("value" in read)) {
    if (read.rule === "json") return { body: noJson(body), data: [body] }
    throw new Error(`the answer has to be ${read.expected}, and has ${read.got}`)
  }
  const redacted = redactValue(described, schema === undefined ? [] : [schema], read.value as Json, kept)
  // What is not read as JSON is one text.
  const text = read.value === body ? String(redacted.value) : JSON.stringify(redacted.value)
  return { body: text, data: redacted.data }
}

/** What is no JSON stays a page, or something that was cut off. */
const noJson = (body: string): string =>
  body.trimStart().startsWith("<") ? "<!doctype html><title>redacted</title>" : '{"redacted":'
