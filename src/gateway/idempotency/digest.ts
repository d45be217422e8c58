import * as Hex from "effect/encoding/Hex"

/** Names a key in a store. It holds nothing of what it is made of, and says whose and for which operation it is. */
export const lookupOf = (caller: string, operation: string, key: string): Promise<string> =>
  digest([caller, operation, key])

/** Two inputs have the same one if they say the same; the order of properties says nothing. */
export const fingerprintOf = (params: Readonly<Record<string, string>>, body: unknown): Promise<string> =>
  digest([params, body])

// As JSON, which keeps apart what plain joining would not: ["a", "bc"] and ["ab", "c"].
const digest = async (value: unknown): Promise<string> => {
  const bytes = new TextEncoder().encode(JSON.stringify(value, sorted))
  return Hex.encode(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)))
}

const sorted = (_: string, value: unknown): unknown =>
  typeof value !== "object" || value === null || Array.isArray(value)
    ? value
    : Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
