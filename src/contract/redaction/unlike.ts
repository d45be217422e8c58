import { responseFindings } from "../conformance.ts"
import type { Described } from "../document.ts"
import type { Finding, RecordedResponse } from "../fixture.ts"

/**
 * The places, as JSON Pointers, where the redacted response has other faults by the document than the response itself.
 * There are none unless a rule of a schema depends on several values at once.
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
  // Pointers hold no names that were replaced, so findings before and after can be compared.
  const key = ({ got, pointer, rule }: Finding) => `${rule} ${got} ${pointer}`
  const keys = new Set(known.map(key))
  return found.filter((finding) => !keys.has(key(finding)))
}
