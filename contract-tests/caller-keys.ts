import { createHash } from "node:crypto"

/** The value of `CALLER_KEYS` that lets these callers in by these keys. */
export const callerKeys = (keys: Readonly<Record<string, ReadonlyArray<string>>>): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(keys).map(([caller, own]) => [
        caller,
        own.map((key) => createHash("sha256").update(key).digest("hex")),
      ]),
    ),
  )
