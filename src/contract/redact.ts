import { describedResponse } from "./body.ts"
import type { Described, Json } from "./document.ts"
import type { Answer, RecordedResponse } from "./fixture.ts"
import { type Kept, readKept } from "./redaction/kept.ts"
import { type Redacted, redactValue } from "./redaction/value.ts"

/**
 * Redacts a response so that it may be stored. The body keeps the values at `kept`: JSON Pointers (RFC 6901), `*` as a
 * step for any one step, each to a single value of a type that the document allows there; a pointer to an object or a
 * list keeps nothing. Booleans and `null` stay, too. Every other value, and every name that the document does not know,
 * is replaced. A replacement satisfies and breaks the same rules of its schema as the value did.
 *
 * A replacement depends on its place alone, with two exceptions. Where the document asks for any text, a link, a UUID, an
 * email address, a time or a number of eight or more digits is replaced by one of the same kind. And a text of eight or
 * more characters, or of letters with digits, has the same replacement wherever it stands, unless it is an amount, a date
 * or a time.
 *
 * It throws where no replacement fits a value, and where `kept` holds an invalid pointer.
 */
export const redactResponse = (
  described: Described,
  response: RecordedResponse,
  kept: ReadonlyArray<string>,
): RecordedResponse => redacting(described, response, kept).response

/** The same of an answer, which may be that none came. */
export const redactAnswer = (described: Described, answer: Answer, kept: ReadonlyArray<string>): Answer =>
  typeof answer === "string" ? answer : redactResponse(described, answer, kept)

/** A redacted response, and the values and names that were replaced or kept. */
export interface RedactedResponse extends Pick<Redacted, "data"> {
  readonly response: RecordedResponse
}

/** Redacts a response and returns the data that it held. */
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

/** The headers that programs read, cut to the part that they read. All others are left out. */
const shown: Readonly<Record<string, (value: string) => string>> = {
  "content-type": (value) => /^[\w.+-]{1,60}\/[\w.+-]{1,60}/.exec(value)?.[0] ?? "application/octet-stream",
  "retry-after": (value) => (/^\d+$/.test(value) ? value : "Thu, 01 Jan 2026 00:00:00 GMT"),
}

const redactBody = (described: Described, response: RecordedResponse, kept: Kept) => {
  const { body } = response
  if (body === "") return { body, data: [] }
  const { read, schema } = describedResponse(described, response)
  if (!("value" in read)) {
    if (read.rule === "json") return { body: noJson(body), data: [body] }
    throw new Error(`the answer can't be recorded: expected ${read.expected}, got ${read.got}`)
  }
  const redacted = redactValue(described, schema === undefined ? [] : [schema], read.value as Json, kept)
  // A body of another content type than JSON is one text.
  const text = read.value === body ? String(redacted.value) : JSON.stringify(redacted.value)
  return { body: text, data: redacted.data }
}

/** A replacement for a body that is not JSON: a page for a page, else JSON that was cut off. */
const noJson = (body: string): string =>
  body.trimStart().startsWith("<") ? "<!doctype html><title>redacted</title>" : '{"redacted":'
