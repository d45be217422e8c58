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
  return isFound(value, matches(known), unescaped) || isFound(value, matches(long), everyReading)
}

/** The same for many tokens of twelve or more characters: one pattern of them all would take minutes. */
export const holdsToken = (value: unknown, tokens: ReadonlyArray<string>): boolean => {
  const byStart = new Map<string, Set<string>>()
  for (const token of tokens.map((one) => one.toLowerCase())) {
    const start = token.slice(0, shortestToken)
    byStart.set(start, (byStart.get(start) ?? new Set()).add(token))
  }
  const holds = (text: string): boolean => {
    const folded = text.toLowerCase()
    for (let at = 0; at + shortestToken <= folded.length; at++) {
      for (const token of byStart.get(folded.slice(at, at + shortestToken)) ?? []) {
        if (folded.startsWith(token, at)) return true
      }
    }
    return false
  }
  return isFound(value, holds, everyReading)
}

const matches = (secrets: ReadonlyArray<string>) => {
  const pattern = patternOf(secrets)
  return (text: string): boolean => text.search(pattern) >= 0
}

const isFound = (
  value: unknown,
  holds: (text: string) => boolean,
  read: (text: string) => ReadonlyArray<string>,
): boolean => {
  const seen = new Set<string>()
  let texts = textsOf(value)
  for (let level = 0; level <= levels; level++) {
    if (texts.some(holds)) return true
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
  text.replaceAll(/&(amp|apos|gt|lt|quot);/g, (_, name: string) => htmlNames[name] ?? ""),
  // HTML forms encode a space as a plus.
  ...(text.includes("+") ? [text.replaceAll("+", " ")] : []),
]

const htmlNames: Readonly<Record<string, string>> = { amp: "&", apos: "'", gt: ">", lt: "<", quot: '"' }

const everyReading = (text: string): ReadonlyArray<string> => [...unescaped(text), ...decoded(text)]

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

const shortestToken = 12

/** Parts of a text that could be a token or identify a person: long ones with a digit and without spaces. */
export const tokensOf = (text: string): ReadonlyArray<string> =>
  (text.match(/[^\s"<>\\]+/g) ?? []).filter((token) => token.length >= shortestToken && /\d/.test(token))
