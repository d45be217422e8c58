import * as Result from "effect/Result"

const longest = 255

/** The longest header that names a key: every character escaped, and the quotes. */
const longestHeader = 2 * longest + 2

/**
 * The key that an `Idempotency-Key` header names, `undefined` where there is no header, or the sentence that says
 * what is wrong with it. `"a"` and `a` name the same key.
 *
 * Parameters are refused: the draft gives them no meaning, and two keys that differ only in what one side ignores
 * would be one.
 */
export const readKey = (header: string | undefined): Result.Result<string | undefined, string> => {
  if (header === undefined) return Result.succeed(undefined)
  if (header.length > longestHeader) return Result.fail(`${tooLong} ${remedy}`)
  const key = quoted.exec(header)?.[1]?.replaceAll(/\\(.)/g, "$1") ?? bare.exec(header)?.[1]
  if (key !== undefined && key.length >= 1 && key.length <= longest) return Result.succeed(key)
  return Result.fail(`${fault(header, key)} ${remedy}`)
}

const fault = (header: string, key: string | undefined) => {
  if (header.trim() === "" || key === "") return "The Idempotency-Key is empty."
  if (key !== undefined) return tooLong
  if (several.test(header)) return "There is more than one Idempotency-Key."
  return "The Idempotency-Key is not a structured-field string."
}

const tooLong = `The Idempotency-Key is longer than ${longest} characters.`

const remedy = `Send one, as a string in double quotes of 1 to ${longest} visible ASCII characters and spaces, in which only \\" and \\\\ are escapes.`

// Linear: no two neighbouring parts of these patterns match the same character, so there is no backtracking.
const quoted = /^ *"((?:[ !\x23-\x5b\x5d-\x7e]|\\["\\])*)" *$/
/** What many clients send. Web headers join two of them by a comma, which is why it may hold none. */
const bare = /^ *([!\x23-\x2b\x2d-\x7e]+) *$/
const several = /^(?:"(?:[^"\\]|\\.)*" *|[^",]*),/
