import * as Config from "effect/Config"
import * as Schema from "effect/Schema"
import { variable } from "../provider/config.ts"
import { sha256Hex } from "./sha256.ts"

// What `sha256sum` prints of nothing, for one where a variable was not set, would let everybody in.
const Digest = Schema.String.check(
  Schema.isPattern(/^(?!e3b0c44298fc1c14)[0-9a-f]{64}$/i, {
    expected: "a SHA-256 in hex, of a key that is not empty",
  }),
)

const Keys = Schema.Record(Schema.String, Schema.Array(Digest))

/** Who may call: each caller's name with the digests of its keys, several so that keys can rotate. */
export type CallerKeys = Readonly<Record<string, ReadonlyArray<string>>>

/** `CALLER_KEYS`: `{"<caller>": ["<SHA-256 of a key, hex>", …]}`, as a table too. Without it there are no callers. */
export const callerKeys: Config.Config<CallerKeys> = variable(
  Schema.Union([Schema.fromJsonString(Keys), Keys]),
  "CALLER_KEYS",
).pipe(Config.withDefault({}))

/**
 * A function that tells whose key a key is: nobody's where it is empty. What it takes does not depend on the digests:
 * it compares with every one of them, each to its end.
 */
export const callerOf = (keys: CallerKeys) => {
  const known = Object.entries(keys).flatMap(([caller, digests]) =>
    digests.map((digest) => ({ caller, digest: digest.toLowerCase() })),
  )
  return (key: string): string | undefined => {
    const presented = sha256Hex(key)
    let found: string | undefined
    for (const { caller, digest } of known) {
      let difference = 0
      for (let at = 0; at < presented.length; at++)
        difference |= presented.charCodeAt(at) ^ digest.charCodeAt(at)
      found = difference === 0 ? caller : found
    }
    return key === "" ? undefined : found
  }
}
