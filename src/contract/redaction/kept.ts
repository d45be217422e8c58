import { unescapeToken } from "effect/JsonPointer"

/** The parts of a body that are kept, by the steps that lead to them. */
export interface Kept {
  /** Whether a value is kept. */
  readonly value: (path: ReadonlyArray<string>) => boolean
  /** Whether the last step of a path is a name that a pointer spells. */
  readonly name: (path: ReadonlyArray<string>) => boolean
}

/**
 * Reads JSON Pointers (RFC 6901) in which `*` as a whole step stands for any one step. It throws where a pointer is
 * invalid, because it would keep nothing.
 */
export const readKept = (pointers: ReadonlyArray<string>): Kept => {
  const kept = pointers.map(stepsOf)
  const leadsTo = (steps: ReadonlyArray<Step>, path: ReadonlyArray<string>) =>
    path.every((step, at) => steps[at] === null || steps[at] === step)
  return {
    name: (path) => kept.some((steps) => steps[path.length - 1] === path.at(-1) && leadsTo(steps, path)),
    value: (path) => kept.some((steps) => steps.length === path.length && leadsTo(steps, path)),
  }
}

/** A name or an index; `null` is any. */
type Step = string | null

const stepsOf = (pointer: string): ReadonlyArray<Step> => {
  if ((pointer !== "" && !pointer.startsWith("/")) || /~(?![01])/.test(pointer)) {
    throw new Error(`kept: ${JSON.stringify(pointer)} is not a JSON Pointer (RFC 6901), such as /data/status`)
  }
  const steps = pointer.split("/").slice(1)
  return steps.map((step) => (step === "*" ? null : unescapeToken(step)))
}
