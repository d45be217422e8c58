import { patternOf, unquoted } from "../provider/conceal.ts"
import { jsonOf } from "../provider/json.ts"

/** The most levels of encoding that are undone. */
const levels = 8

/**
 * The last guard before anything is stored: whether any text or name in `value` holds one of `secrets`. Texts are
 * decoded and searched again, level by level: JSON, the escapes of URLs, JSON, HTML and forms, base64, hex. A text that
 * can still be decoded after eight levels counts as one that holds a secret.
 */
export const holdsSecret = (value: unknown, secrets: Iterable<string>): boolean => {
  const known = [...secrets]
  // Decoded noise may hold a secret of fewer than eight characters by chance.
  const long = known.filter((secret) => secret.length >= 8)
  return (
    isFound(value, patternOf(known), unescaped) ||
    isFound(value, patternOf(long), (text) => [...unescaped(text), ...decoded(text)])
  )
}

const isFound = (value: unknown, pattern: RegExp, read: (text: string) => ReadonlyArray<string>): boolean => {
  const seen = new Set<string>()
  let texts = textsOf(value)
  for (let level = 0; level <= levels; level++) {
    if (texts.some((text) => text.search(pattern) >= 0)) return true
    for (const text of texts) seen.add(text)
    texts = [...new Set(texts.flatMap(read))].filter((text) => !seen.has(text))
    if (texts.length === 0) return false
  }
  return true
}

/** Every string, number and name in a value. */
const textsOf = (value: unknown): ReadonlyArray<string> => {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([name, item]) => [name, ...textsOf(item)])
  }
  return typeof value === "string" || typeof value === "number" ? [String(value)] : []
}

/** A text decoded as JSON, and with its escapes undone. */
const unescaped = (text: string): ReadonlyArray<string> => [
  ...textsOf(jsonOf(text)),
  unquoted(text),
  // HTML forms encode a space as a plus.
  ...(text.includes("+") ? [text.replaceAll("+", " ")] : []),
]

/** The parts of a text, decoded from base64 and hex. Their starts are unknown, so all alignments are decoded. */
const decoded = (text: string): ReadonlyArray<string> => [
  ...(text.match(/[\w+/-]{16,}/g) ?? []).flatMap((run) =>
    [0, 1, 2, 3].map((start) => {
      const base64 = run.slice(start).replaceAll("-", "+").replaceAll("_", "/")
      return textOf(atob(base64.slice(0, base64.length - (base64.length % 4 === 1 ? 1 : 0))), (character) =>
        character.charCodeAt(0),
      )
    }),
  ),
  ...(text.match(/(?:[\da-f]{2}){8,}/gi) ?? []).map((run) =>
    textOf(run.match(/../g) ?? [], (digits) => parseInt(digits, 16)),
  ),
]

const textOf = (units: Iterable<string>, byte: (unit: string) => number): string =>
  new TextDecoder().decode(Uint8Array.from(units, byte))

/** Parts of a text that could be a token or identify a person: long ones with a digit and without spaces. */
export const tokensOf = (text: string): ReadonlyArray<string> =>
  (text.match(/[^\s"<>\\]{12,}/g) ?? []).filter((token) => /\d/.test(token))
