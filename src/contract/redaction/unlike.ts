import { responseFindings } from "../conformance.ts"
import type { Described } from "../document.ts"
import type { Finding, RecordedResponse } from "../fixture.ts"

/**
 * The places, as JSON Pointers, where the document finds other faults in a redacted response than in the response
 * itself. There are none unless one rule of a schema speaks of several values at once.
 */
export const unlike = (
  described: Described,
  original: RecordedResponse,
  redacted: RecordedResponse,
): ReadonlyArray<string> => {
  const before = responseFindings(described, original)
  const after = responseFindings(described, redacted)
  const others = [...without(before, after), ...without(after, before)]
  return [...new Set(others.map(({ pointer }) => pointer))]
}

const without = (found: ReadonlyArray<Finding>, known: ReadonlyArray<Finding>): ReadonlyArray<Finding> => {
  // No pointer holds a name that was replaced.
  const key = ({ got, pointer, rule }: Finding) => `${rule} ${got} ${pointer}`
  const keys = new Set(known.map(key))
  return found.filter((finding) => !keys.has(key(finding)))
}
