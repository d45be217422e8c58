import { readPattern } from "../patterns.ts"
import type { Pick } from "./seed.ts"

/** Makes a text for a part of a pattern. Repeatable parts are repeated `repeat` times, within their limits. */
type Make = (pick: Pick, repeat: number) => string

/**
 * Reads a regular expression (with the flag `u`) and makes texts for it. Lookahead and lookbehind are ignored, so a text
 * may not match and has to be tested. `undefined` where the pattern is not valid or has back-references, which are not supported.
 */
export const sampling = (pattern: string): Make | undefined => {
  const read = readPattern(pattern)
  if (read === undefined) return undefined
  try {
    return alternatives({ at: 0, pattern: read.source })
  } catch (error) {
    if (error instanceof NotRead) return undefined
    throw error
  }
}

class NotRead extends Error {}

interface Reader {
  readonly pattern: string
  at: number
}

/** Reads the next match of the sticky `form`, if there is one. */
const take = (reader: Reader, form: RegExp): RegExpExecArray | null => {
  form.lastIndex = reader.at
  const match = form.exec(reader.pattern)
  if (match !== null) reader.at = form.lastIndex
  return match
}

const alternatives = (reader: Reader): Make => {
  const all = [sequence(reader)]
  while (take(reader, /\|/uy) !== null) all.push(sequence(reader))
  return (pick, repeat) => all[all.length === 1 ? 0 : pick(all.length)]?.(pick, repeat) ?? ""
}

const sequence = (reader: Reader): Make => {
  const parts: Array<Make> = []
  while (reader.at < reader.pattern.length && !/[|)]/.test(reader.pattern.charAt(reader.at))) {
    parts.push(repeated(reader, atom(reader)))
  }
  return (pick, repeat) => parts.map((part) => part(pick, repeat)).join("")
}

const repeated = (reader: Reader, once: Make): Make => {
  const quantifier = take(reader, /(?:([*+?])|\{(\d+)(,(\d*))?\})\??/uy)
  if (quantifier === null) return once
  const [, sign, from, comma, to] = quantifier
  const least = sign === undefined ? Number(from) : sign === "+" ? 1 : 0
  const most =
    sign === "?" ? 1 : sign !== undefined || to === "" ? Infinity : Number(comma === undefined ? from : to)
  return (pick, repeat) =>
    Array.from({ length: Math.min(Math.max(repeat, least), most) }, () => once(pick, repeat)).join("")
}

const nothing: Make = () => ""

const atom = (reader: Reader): Make => {
  if (take(reader, /[$^]|\\[bB]/uy) !== null) return nothing
  const group = take(reader, /\((?:\?(?:([:=!])|<([=!])|<\w+>))?/uy)
  if (group !== null) {
    const inner = alternatives(reader)
    take(reader, /\)/uy)
    const [, ahead = ":", behind] = group
    return ahead === ":" && behind === undefined ? inner : nothing
  }
  if (take(reader, /\\(?:[1-9]|k<)/uy) !== null) throw new NotRead()
  const some = take(reader, /\[(?:\\.|[^\]\\])*\]|\.|\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u.{4}|x..|c.|.)/uy)
  if (some !== null) return oneOf(some[0])
  const literal = take(reader, /[^]/uy)?.[0] ?? ""
  return () => literal
}

const usual = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".split("")

/** Picks a digit or letter of a character class, else the first character of the class. */
const oneOf = (source: string): Make => {
  const has = (character: string) => new RegExp(`^${source}$`, "u").test(character)
  const members = usual.filter(has)
  if (members.length > 0) return (pick) => members[pick(members.length)] ?? ""
  for (let code = 0x20; code < 0xd800; code++) {
    const character = String.fromCharCode(code)
    if (has(character)) return () => character
  }
  throw new NotRead()
}
