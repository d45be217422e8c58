import type { JsonObject } from "../document.ts"
import { isText } from "../document-diff/json.ts"
import { formatted, isFormat, likeOriginal, masked } from "./formats.ts"
import { examplesOf, listed, rotated, valuesOf } from "./rules.ts"
import { sampling } from "./sample.ts"
import { drawn, picking } from "./seed.ts"

/** A place of a text that is to be replaced. */
export interface TextPlace {
  readonly schemas: ReadonlyArray<JsonObject>
  /** The steps that lead to it. Replacements are made from them, so that they differ from place to place. */
  readonly steps: ReadonlyArray<string>
  /** A number that differs between the places whose texts have to differ, such as the items of a unique list. */
  readonly variant: number
}

/**
 * Texts that may replace `original` at a place, the best first: values that the document lists, texts of its format, the
 * place's own name, and texts that match its pattern. The last ones are for values that break the rules of their place.
 */
export function* textsFor(place: TextPlace, original: string): Generator<string> {
  const { schemas, steps, variant } = place
  const patterns = valuesOf(schemas, ["pattern"], isText)
  const formats = valuesOf(schemas, ["format"], isText)
  const name = nameOf(steps)
  yield* rotated(schemas.flatMap(listed).filter(isText), variant)
  for (const format of formats) yield* formatted(format, name, variant)
  if (patterns.length === 0 && !formats.some(isFormat)) yield* likeOriginal(original, name)
  // The name of a place rarely matches a pattern, or a format that is unknown here, so examples come first.
  const examples = schemas.flatMap(examplesOf).filter(isText)
  if (patterns.length > 0 || formats.some((format) => !isFormat(format))) yield* examples
  yield* sized(schemas, name)
  for (const pattern of patterns) yield* matching(pattern, name, schemas)
  // Two patterns may each restrict one end of the text.
  const parts = patterns.flatMap((pattern) => sampling(pattern)?.(picking(name), 1) ?? [])
  yield* parts.flatMap((start) =>
    parts.flatMap((end) => [
      `${start}${name}${end}`,
      ...[8, 3].map((length) => `${start}${drawn(name, length)}${end}`),
    ]),
  )
  // None of these is a host, a URL, a pattern or a date.
  for (const text of ["", "0", "(redacted {%", "redacted value"]) yield* sized(schemas, text)
  yield* masked(original)
}

/** The name of a place for use in replacements: short, and of plain characters. */
const nameOf = (steps: ReadonlyArray<string>): string => {
  const name = steps.map((step) => step.replaceAll(/[^\w.-]/g, "_")).join("-")
  return name.length > 80 ? `redacted-${drawn(name, 12)}` : name
}

const isNumber = (value: unknown): value is number => typeof value === "number"

/** A text in the allowed length nearest to its own, in its own length, and in lengths at and just beyond the limits. */
const sized = (schemas: ReadonlyArray<JsonObject>, text: string): ReadonlyArray<string> => {
  const least = valuesOf(schemas, ["minLength"], isNumber)
  const most = valuesOf(schemas, ["maxLength"], isNumber)
  const fitting = Math.min(Math.max(text.length, ...least), ...most)
  const lengths = [
    fitting,
    text.length,
    ...most.flatMap((length) => [length, length + 1]),
    ...least.flatMap((length) => [length, length - 1]),
  ]
  return [...new Set(lengths)].filter((length) => length >= 0).map((length) => resized(text, length))
}

const resized = (text: string, length: number): string => {
  if (length >= text.length) return text.padEnd(length, "x")
  if (!text.startsWith("redacted-")) return text.slice(0, length)
  // Not a part of the name, which several places may have in common.
  return length < 16 ? drawn(text, length) : `redacted-${drawn(text, length - 9)}`
}

const repeats = [6, 1, 2, 3, 4, 5, 8, 12, 16, 24, 32, 64, 0]

/** Texts that match a pattern, or nearly: each is tried before it is taken. */
function* matching(pattern: string, seed: string, schemas: ReadonlyArray<JsonObject>): Generator<string> {
  const make = sampling(pattern)
  if (make === undefined) return
  const lengths = [
    ...valuesOf(schemas, ["minLength"], isNumber),
    ...valuesOf(schemas, ["maxLength"], isNumber),
  ]
  for (const repeat of [...repeats, ...lengths.flatMap((length) => [length, length - 1])]) {
    for (let attempt = 0; attempt < 8; attempt++) {
      const text = make(picking(`${seed} ${attempt}`), repeat)
      // A pattern may restrict a part of the text only.
      yield* [`${text}${seed}`, `${seed}${text}`, text]
    }
  }
}
