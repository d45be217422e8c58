import * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { variable } from "../provider/config.ts"
import { readJsonText } from "./json.ts"
import { notConfigured, type Refusal } from "./problem.ts"
import { sameDigest, sha256Hex } from "./sha256.ts"

// Refuses the digest of the empty text: `sha256sum` prints it for an unset variable, and it is nobody's key.
const Digest = Schema.String.check(
  Schema.isPattern(/^(?!e3b0c44298fc1c14)[0-9a-f]{64}$/i, {
    expected: "a SHA-256 in hex, of a key that is not empty",
  }),
)

const Keys = Schema.Record(Schema.String, Schema.Array(Digest))

/** Each caller's name with the digests of its keys, several so that keys can rotate. */
export type CallerKeys = Readonly<Record<string, ReadonlyArray<string>>>

const given = variable(Schema.Union([Schema.String, Keys]), "CALLER_KEYS").pipe(Config.withDefault({}))

/**
 * `CALLER_KEYS`: `{"<caller>": ["<SHA-256 of a key, hex>", …]}`, as JSON text or as an object. Without it there are no
 * callers. Refused where a key could belong to two callers: an `Idempotency-Key` is stored under its caller's name, so
 * under another name it would count as new, and its payment would be made again.
 */
export const callerKeys: Effect.Effect<CallerKeys, Refusal> = given.pipe(
  Effect.catch(() => Effect.fail(unreadable(""))),
  Effect.flatMap((value) => Effect.fromResult(typeof value === "string" ? read(value) : checked(value))),
)

const unreadable = (why: string): Refusal =>
  notConfigured(
    `CALLER_KEYS can't be read. ${why}It is JSON: {"<caller>": ["<SHA-256 of a key that is not empty, hex>", …]}.`,
  )

const decode = Schema.decodeUnknownResult(Keys)

const read = (text: string): Result.Result<CallerKeys, Refusal> =>
  readJsonText(text).pipe(
    Result.mapError(({ message, repeated }) =>
      unreadable(
        `${repeated === undefined ? message : (nameFault(repeated) ?? `${quoted(repeated)} is named twice.`)} `,
      ),
    ),
    Result.flatMap((value) => Result.mapError(decode(value), () => unreadable(""))),
    Result.flatMap(checked),
  )

const checked = (keys: CallerKeys): Result.Result<CallerKeys, Refusal> => {
  const fault = faultOf(keys)
  return fault === undefined ? Result.succeed(keys) : Result.fail(unreadable(`${fault} `))
}

/** Finds a key that could belong to two callers, and names that a log would not tell apart. */
const faultOf = (keys: CallerKeys): string | undefined => {
  const names = new Map<string, string>()
  const places = new Map<string, string>()
  for (const [name, digests] of Object.entries(keys)) {
    const fault = nameFault(name)
    if (fault !== undefined) return fault
    const alike = names.get(name.normalize("NFKC"))
    if (alike !== undefined) return `${quoted(alike)} and ${quoted(name)} look the same.`
    names.set(name.normalize("NFKC"), name)
    for (const [at, digest] of digests.entries()) {
      const place = `${at + 1} of ${quoted(name)}`
      const other = places.get(digest.toLowerCase())
      if (other !== undefined) return `Digest ${place} is also digest ${other}.`
      places.set(digest.toLowerCase(), place)
    }
  }
  return undefined
}

const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

const nameFault = (name: string): string | undefined => {
  if (/^[0-9a-f]{64}$/i.test(name)) return "A caller's name is a digest."
  return name === "" || name !== name.trim() || name.search(unseen) >= 0
    ? `The caller ${quoted(name)} needs a name that can be read in a log.`
    : undefined
}

const quoted = (name: string) =>
  JSON.stringify(name).replaceAll(unseen, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)

/**
 * Returns a function that finds the caller of a key; the empty key has none. The time it takes does not depend on which
 * digest matches: it compares the key with every digest, each to its end.
 */
export const callerOf = (keys: CallerKeys) => {
  const known = Object.entries(keys).flatMap(([caller, digests]) =>
    digests.map((digest) => ({ caller, digest: digest.toLowerCase() })),
  )
  return (key: string): string | undefined => {
    const presented = sha256Hex(key)
    let found: string | undefined
    for (const { caller, digest } of known) {
      found = sameDigest(presented, digest) ? caller : found
    }
    return key === "" ? undefined : found
  }
}
