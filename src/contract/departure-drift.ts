import type { Drift } from "./drift.ts"
import type { Ending, Finding } from "./fixture.ts"
import { endingName } from "./perform.ts"

/**
 * What a departure from the document means, by what the program made of the answer. `refused` is whether it refuses the
 * answer for what stands at the finding's place.
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
        meaning:
          "A value came that the document does not list; code that tells the listed ones apart may not know it.",
        severity: "warning",
      }
    case "schema":
      return {
        ...drift,
        meaning: "The document does not describe this answer, and nothing of it is compared.",
        severity: "warning",
      }
    case "content-type":
      // A program goes by the body: which type it comes with decides nothing, unless it was refused.
      return ending === undefined || endingName(ending) === "ContractViolation"
        ? breaking
        : { ...breaking, severity: "warning" }
    default:
      return breaking
  }
}

const meaningOf = (rule: string): string =>
  rule === "depth" || rule === "size" || rule === "unicode"
    ? "The answer is not what the document says, and nothing of it is compared."
    : rule === "content-type"
      ? "The answer comes with a content type that the document does not list."
      : "The answer is not what the document says."

/** What the program made of an answer, by its own word. */
const consequence = (ending: Ending | undefined): string => {
  if (ending === undefined) return "A program may refuse it."
  const name = endingName(ending)
  if (name === "success") return "The program accepts it all the same: it ends in success."
  return name === "ContractViolation"
    ? "Answers like this one are not accepted: the program ends in ContractViolation."
    : `The program ends in ${name}.`
}
