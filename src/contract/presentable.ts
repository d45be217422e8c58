import { type Drift, worstFirst } from "./drift.ts"
import type { OperationResult, ScenarioResult } from "./run.ts"

// Control characters, line and paragraph separators, lone surrogates, and everything that is drawn as nothing or turns
// the direction of a text: it moves a terminal's cursor, ends a line of a log, or hides what is there.
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu

// GitHub's runner executes `##[error]…` wherever it stands in a line of a log, Azure's agent `##vso[…]`.
const commandAnywhere = /##(?=\w*\[)/g

// GitHub's runner executes `::error::…` where only white space stands before it. A report may put a colon after a text.
const commandAtStart = /^(\s*):(?=:|$)/

/**
 * A text with its control characters and the like escaped as in JSON (`\n`, `\u001b`), so that it is one line wherever it
 * is printed and no CI system reads a command in it. Idempotent.
 */
export const shown = (text: string): string =>
  text
    .replaceAll(unseen, spelled)
    .replaceAll(commandAnywhere, String.raw`#\u0023`)
    .replace(commandAtStart, String.raw`$1\u003a`)

const spelled = (character: string): string => {
  const quoted = JSON.stringify(character).slice(1, -1)
  return quoted === character ? units(character) : quoted
}

const units = (text: string): string =>
  text
    .split("")
    .map((unit) => String.raw`\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("")

/** A value as indented JSON that is safe to print like a text of `shown`, and that parses to the same value. */
export const shownJson = (value: unknown): string =>
  JSON.stringify(value, null, 2)
    .replaceAll(unseen, (character) => (character === "\n" ? character : units(character)))
    .replaceAll(commandAnywhere, String.raw`#\u0023`)

/** A text as it is shown, of at most `most` characters. */
export const brief = (text: string, most: number): string => {
  // `shown` never shortens a text, so the rest of it is not needed.
  const all = shown(text.slice(0, most + 1))
  if (all.length <= most) return all
  return `${all.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`
}

const longestText = 200
const longestNote = 500

/** A finding whose texts are shown and bounded. */
export const presentableDrift = ({ expected, got, meaning, pointer, severity }: Drift): Drift => ({
  expected: brief(expected, longestText),
  got: brief(got, longestText),
  meaning: brief(meaning, longestText),
  pointer: brief(pointer, longestText),
  severity,
})

/** The most findings of a scenario that are kept. */
const mostFindings = 20

/** The worst findings, and one that counts the others and has the severity of the worst of them. */
const fewFindings = (drift: ReadonlyArray<Drift>): ReadonlyArray<Drift> => {
  const sorted = worstFirst(drift)
  const [first, ...others] = sorted.slice(mostFindings)
  if (first === undefined || others.length === 0) return sorted
  const more: Drift = {
    expected: "no difference",
    got: `and ${others.length + 1} more`,
    meaning: `The worst ${mostFindings} are kept. This stands for the others and has the severity of their worst.`,
    pointer: "/response",
    severity: first.severity,
  }
  return [...sorted.slice(0, mostFindings), more]
}

/** A result with at most 21 findings per scenario; its texts are unchanged. */
export const withFewFindings = (result: OperationResult): OperationResult => ({
  ...result,
  scenarios: result.scenarios.map((scenario) => ({ ...scenario, drift: fewFindings(scenario.drift) })),
})

const presentableScenario = ({ drift, note, ...rest }: ScenarioResult): ScenarioResult => ({
  ...rest,
  ...noteOf(note),
  drift: fewFindings(drift).map(presentableDrift),
})

const noteOf = (note: string | undefined) => (note === undefined ? {} : { note: brief(note, longestNote) })

/**
 * A result that can be stored, printed and sent, whatever a provider answered: its texts are shown and cut at 200
 * characters, its notes at 500, and a scenario has at most 21 findings, the last of which counts those left out. So a
 * run of four operations with four scenarios each has at most 4 × (500 + 4 × (500 + 21 × 4 × 200)) = 278,800 characters
 * of such text, 836,400 bytes as UTF-8 at the worst; a row of a Durable Object's SQLite takes 2 MB.
 *
 * Results pass here when they are made, and again when they are read from storage, which only changes results that an
 * earlier release stored.
 */
export const presentable = ({ note, scenarios, ...rest }: OperationResult): OperationResult => ({
  ...rest,
  ...noteOf(note),
  scenarios: scenarios.map(presentableScenario),
})
