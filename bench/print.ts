import type { Goal, Row, Section, Size } from "./figures.ts"

const number = (value: number) => {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
  return value.toLocaleString("en", { maximumFractionDigits: digits, minimumFractionDigits: digits })
}

const verdict = (goal: Goal | undefined, met: boolean | undefined) =>
  goal === undefined ? "" : `  goal ${goal.is} ${goal.value.toLocaleString("en")}: ${met ? "met" : "NOT MET"}`

const rowText = ({ against, goal, met, ratio, subject, unit, values }: Row) => {
  const range = `(${ratio.min.toFixed(2)}..${ratio.max.toFixed(2)})`
  const [one, other] = values.map(number)
  const of = `${one} / ${other} ${unit}`
  return `  ${ratio.median.toFixed(2).padStart(6)} ${range.padEnd(16)} ${of.padEnd(22)} ${subject} / ${against}${verdict(goal, met)}`
}

const sizeText = ({ bytes, goal, gzipped, met, ownShare, what }: Size) => {
  const [all, small] = [bytes, gzipped].map((count) => count.toLocaleString("en").padStart(9))
  const own = `${(100 * ownShare).toFixed(1)} %`.padStart(7)
  return `  ${what.padEnd(32)} ${all} bytes ${small} gzipped ${own} ours${verdict(goal, met)}`
}

/** A section as text: ratios under what they are of. */
export const printed = (name: string, { notes = [], rows = [], sizes = [] }: Section): string => {
  const byWhat = [...Map.groupBy(rows, ({ what }) => what)]
  return [
    `\n${name}`,
    ...notes.map((note) => `  ${note}`),
    ...byWhat.flatMap(([what, own]) => [`  ${what}`, ...own.map(rowText)]),
    ...sizes.map(sizeText),
  ].join("\n")
}
