import type { Json } from "./document.ts"
import type { Answer, RecordedResponse } from "./fixture.ts"

// The headers that mean something to a program. Any other is left out.
const headers = ["content-type", "retry-after"]

/**
 * A response as it may be kept: of its body the values at `kept` (JSON Pointers, `*` for any one step), everything
 * else replaced by something of the same shape, the same value by the same replacement.
 */
export const redactResponse = (
  response: RecordedResponse,
  kept: ReadonlyArray<string>,
): RecordedResponse => ({
  body: redactBody(response.body, kept),
  headers: Object.fromEntries(
    headers.flatMap((name) => {
      const value = response.headers[name]
      return value === undefined ? [] : [[name, redactHeader(name, value)]]
    }),
  ),
  status: response.status,
})

/** The same of an answer, which may be that none came. */
export const redactAnswer = (answer: Answer, kept: ReadonlyArray<string>): Answer =>
  typeof answer === "string" ? answer : redactResponse(answer, kept)

const redactHeader = (name: string, value: string): string => {
  if (name === "retry-after") return /^\d+$/.test(value) ? value : "Thu, 01 Jan 2026 00:00:00 GMT"
  return /^[\w.+-]{1,60}\/[\w.+-]{1,60}/.exec(value)?.[0] ?? "application/octet-stream"
}

const redactBody = (body: string, kept: ReadonlyArray<string>): string => {
  if (body === "") return body
  try {
    const replacement = replacing()
    return JSON.stringify(redact(JSON.parse(body), [], kept.map(pattern), replacement))
  } catch {
    return body.trimStart().startsWith("<") ? "<!doctype html><title>redacted</title>" : '{"redacted":'
  }
}

const pattern = (pointer: string) => new RegExp(`^${pointer.replaceAll("*", "[^/]+")}$`)

const redact = (
  value: Json,
  path: ReadonlyArray<string>,
  kept: ReadonlyArray<RegExp>,
  replacement: (original: string) => string,
): Json => {
  if (Array.isArray(value))
    return value.map((item, index) => redact(item, [...path, String(index)], kept, replacement))
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, redact(item, [...path, key], kept, replacement)]),
    )
  }
  const pointer = path.map((step) => `/${step}`).join("")
  if (value === null || typeof value === "boolean" || kept.some((rule) => rule.test(pointer))) return value
  // A whole number is an integer and a number too; whether one has a fraction can change with every answer.
  return typeof value === "number"
    ? Number(/(?<!\d)\d+$/.exec(replacement(`number ${value}`))?.[0])
    : replacement(value)
}

/** Makes replacements that keep their shape and are numbered in the order in which they are first needed. */
const replacing = () => {
  const known = new Map<string, string>()
  return (original: string): string => {
    const found = known.get(original) ?? shaped(original, known.size + 1)
    known.set(original, found)
    return found
  }
}

const shaped = (original: string, n: number): string => {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(original)) {
    return `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`
  }
  if (/^\d+$/.test(original)) return `1${String(n).padStart(17, "0")}`
  if (/^\d{4}-\d\d-\d\dT/.test(original)) return "2026-01-01T00:00:00Z"
  if (/^https?:\/\//i.test(original)) return `https://redacted.example/${n}`
  if (/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(original)) return `redacted-${n}@redacted.example`
  return `redacted-${n}`
}
