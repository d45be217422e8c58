import type { Drift } from "./drift.ts"
import type { Ending, Finding } from "./fixture.ts"
import { endingName } from "./perform.ts"

/**
 * The drift of a departure from the document; its severity depends on how the program ended. `refused`: the program
 * refuses the answer because of the value at the finding's place.
 */
export const departureDrift = (finding: Finding, ending: Ending | undefined, refused: boolean): Drift => {
  const { expected, got, pointer, rule } = finding
  const drift = { expected, got, pointer }
  const breaking = {
    ...drift,
    meaning: `${meaningOf(rule)} ${consequence(ending)}`,
    severity: "breaking",
  } as const
  if (refused) return breaking
  switch (rule) {
    case "false":
      return {
        ...drift,
        meaning: "The provider answers more than its document says; it is ignored.",
        severity: "info",
      }
    case "enum":
    case "const":
      return {
        ...drift,
        meaning: "The document does not list this value; code that handles only the listed ones may fail.",
        severity: "warning",
      }
    case "schema":
      return {
        ...drift,
        meaning: "The document does not describe this answer, so it is not compared.",
        severity: "warning",
      }
    case "steps":
      return {
        ...drift,
        meaning: "Too many alternatives of the document may apply to this answer, so it is not compared.",
        severity: "warning",
      }
    case "content-type":
      // Programs go by the body, so another content type is breaking only where the program refuses the answer.
      return ending === undefined || endingName(ending) === "ContractViolation"
        ? breaking
        : { ...breaking, severity: "warning" }
    default:
      return breaking
  }
}

const meaningOf = (rule: string): string =>
  ["depth", "size", "steps", "unicode"].includes(rule)
    ? "The answer can't be compared with the document."
    : rule === "content-type"
      ? "The answer comes with a content type that the document does not list."
      : "The answer is not what the document says."

/** How the program ended with the answer. */
const consequence = (ending: Ending | undefined): string => {
  if (ending === undefined) return "A program may refuse it."
  const name = endingName(ending)
  if (name === "success") return "The program still accepts it: it ends in success."
  return name === "ContractViolation"
    ? "The program does not accept it: it ends in ContractViolation."
    : `The program ends in ${name}.`
}
