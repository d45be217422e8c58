import { responseFindings } from "../conformance.ts"
import type { Described } from "../document.ts"
import type { RecordedResponse } from "../fixture.ts"
import type { RedactedResponse } from "../redact.ts"

const body = "/response/body"

/**
 * The places, as JSON Pointers, where the document finds other faults in a redacted response than in the response
 * itself. There are none unless one rule of a schema speaks of several values at once.
 */
export const unlike = (
  described: Described,
  original: RecordedResponse,
  { names, response }: RedactedResponse,
): ReadonlyArray<string> => {
  const before = faults(described, original, (pointer) => renamed(pointer, names))
  const after = faults(described, response, (pointer) => pointer)
  const differing = [...before, ...after].filter(([key]) => !before.has(key) || !after.has(key))
  return [...new Set(differing.map(([, pointer]) => pointer))]
}

const faults = (
  described: Described,
  response: RecordedResponse,
  shown: (pointer: string) => string,
): ReadonlyMap<string, string> =>
  new Map(
    responseFindings(described, response).map(({ got, pointer, rule }) => {
      const place = shown(pointer)
      return [`${rule} ${got} ${place}`, place]
    }),
  )

/** A pointer of which each name is the one that replaced it. */
const renamed = (pointer: string, names: RedactedResponse["names"]): string => {
  if (!pointer.startsWith(`${body}/`)) return pointer
  const steps = pointer.slice(body.length + 1).split("/")
  return steps.reduce((at, step, index) => {
    const name = names.get(`/${steps.slice(0, index + 1).join("/")}`)
    return `${at}/${name ?? step}`
  }, body)
}
