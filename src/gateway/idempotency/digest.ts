import { sha256Hex } from "../sha256.ts"

/** Names a key in a store. It holds nothing of what it is made of, and says whose and for which operation it is. */
export const lookupOf = (caller: string, operation: string, key: string): string =>
  digest([caller, operation, key])

/** Two inputs have the same one if they say the same; the order of properties says nothing. */
export const fingerprintOf = (params: Readonly<Record<string, unknown>>, body: unknown): string =>
  digest([params, body])

// As JSON, which keeps apart what plain joining would not: ["a", "bc"] and ["ab", "c"].
const digest = (value: unknown): string => sha256Hex(JSON.stringify(value, sorted))

const sorted = (_: string, value: unknown): unknown =>
  typeof value !== "object" || value === null || Array.isArray(value)
    ? value
    : Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
