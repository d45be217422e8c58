import * as Result from "effect/Result"

/** Arrays and objects within one another: several times what the providers' bodies have. */
const deepest = 32

/**
 * Reads JSON that may be hostile: RFC 8259, but nothing that two readers could read as two things, or that would not
 * be what was written. The failure says where and what is wrong, in words that are never the input's.
 *
 * A scan refuses and the native parser reads: what comes out is what `JSON.parse` makes of the text, or nothing.
 * `constructor` and `prototype` are keys like others: only `__proto__` is more than data when an object is copied.
 */
export const parseJson = (text: string): Result.Result<unknown, string> =>
  Result.mapError(readJsonText(text), ({ message }) => message)

/** Says why a text is refused. */
interface JsonFault {
  readonly message: string
  /** The property that the outermost object has twice. It quotes the input, so never log it for a caller's body. */
  readonly repeated?: string | undefined
}

/** As `parseJson`, with the repeated property's name, for configuration whose property names are no secrets. */
export const readJsonText = (text: string): Result.Result<unknown, JsonFault> => {
  try {
    scan(text)
    return Result.succeed(JSON.parse(text) as unknown)
  } catch (fault) {
    if (!(fault instanceof Fault)) return Result.fail({ message: "This is not JSON." })
    const lines = text.slice(0, fault.at).split("\n")
    const place = `Line ${lines.length}, column ${(lines.at(-1) ?? "").length + 1}`
    return Result.fail({ message: `${place}: ${fault.what}.`, repeated: fault.repeated })
  }
}

/** Not an `Error`: nobody needs its stack, and taking one costs more than the scan. */
class Fault {
  readonly what: string
  readonly at: number
  readonly repeated: string | undefined
  constructor(what: string, at: number, repeated?: string) {
    this.what = what
    this.at = at
    this.repeated = repeated
  }
}

/** Throws a `Fault` where there is one. Recursive, which the limit on depth makes safe. */
const scan = (text: string): void => {
  let at = 0

  /** A value and the whitespace around it. */
  const value = (depth: number) => {
    const code = skip()
    if (code === 0x22) string()
    else if (code === 0x7b || code === 0x5b) {
      if (depth === deepest) fail(`arrays and objects are nested deeper than ${deepest}`)
      at++
      if (code === 0x7b) members(depth + 1)
      else items(depth + 1)
    } else if (code === 0x74) word("true")
    else if (code === 0x66) word("false")
    else if (code === 0x6e) word("null")
    else number()
    skip()
  }

  const members = (depth: number) => {
    const keys = new Set<string>()
    if (skip() === 0x7d) return void at++
    do {
      skip()
      const start = at
      if (text.charCodeAt(start) !== 0x22) fail("a key in double quotes is expected")
      const key = string() ?? text.slice(start + 1, at - 1)
      if (key === "__proto__") fail("this key is not allowed", start)
      if (keys.has(key)) {
        throw new Fault("the object has this key already", start, depth === 1 ? key : undefined)
      }
      keys.add(key)
      if (skip() !== 0x3a) fail("a colon is expected")
      at++
      value(depth)
    } while (more(0x7d))
  }

  const items = (depth: number) => {
    if (skip() === 0x5d) return void at++
    do value(depth)
    while (more(0x5d))
  }

  const more = (close: number): boolean => {
    const code = text.charCodeAt(at)
    if (code !== 0x2c && code !== close) fail(`a comma or ${String.fromCharCode(close)} is expected`)
    at++
    return code === 0x2c
  }

  /** What the string is, where that is not what stands between its quotes. */
  const string = (): string | undefined => {
    const start = at
    let end = start + 1
    let escaped = false
    // In a variable of its own, `at` being slower where it counts.
    for (let code = text.charCodeAt(end); code !== 0x22; code = text.charCodeAt(++end)) {
      if (code === 0x5c) {
        escaped = true
        end++
      } else if (!(code >= 0x20)) {
        if (end >= text.length) fail("this string does not end")
        fail("a string may not hold a control character", end)
      }
    }
    at = end + 1
    return escaped ? unescaped(start) : undefined
  }

  const unescaped = (start: number): string => {
    let value = ""
    try {
      value = JSON.parse(text.slice(start, at)) as string
    } catch {
      fail("this string has an escape that JSON does not know", start)
    }
    if (!value.isWellFormed()) fail("this string has a lone surrogate", start)
    if (value.includes("\0")) fail("this string has a NUL character", start)
    return value
  }

  const word = (word: string) => {
    if (!text.startsWith(word, at)) fail("a value is expected")
    at += word.length
  }

  const number = () => {
    numeral.lastIndex = at
    if (!numeral.test(text)) fail("a value is expected")
    const written = text.slice(at, numeral.lastIndex)
    const value = Number(written)
    // From 2^53 on, doubles skip integers: however it is spelt, an amount could have been rounded.
    if (Math.abs(value) > Number.MAX_SAFE_INTEGER) fail("numbers end at 2^53 - 1")
    if (value === 0 && /^-?[0.]*[1-9]/.test(written)) fail("this number is so small that it would be 0")
    const sent = String(value)
    if (sent !== written && decimal(sent) !== decimal(written))
      fail("this number can't be sent on without changing its value")
    at += written.length
  }

  /** Skips whitespace; the code of what follows. */
  const skip = (): number => {
    let code = text.charCodeAt(at)
    while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) code = text.charCodeAt(++at)
    return code
  }

  const fail = (what: string, where = at): never => {
    throw new Fault(what, where)
  }

  // Checked once, so that only strings with escapes need to be looked at again.
  if (!text.isWellFormed()) fail("there is a lone surrogate", text.search(/\p{Surrogate}/u))
  value(0)
  if (at < text.length) fail("nothing may follow the value")
}

/**
 * The canonical spelling of a number without its sign: significant digits and exponent. JSON.stringify sends the
 * shortest decimal form of a double, so a number whose canonical spelling differs from that form's would be changed.
 */
const decimal = (text: string): string => {
  const [mantissa = "", exponent = "0"] = text.replace(/^-/, "").toLowerCase().split("e")
  const [whole = "", fraction = ""] = mantissa.split(".")
  const digits = whole + fraction
  const start = digits.search(/[1-9]/)
  if (start === -1) return "0"
  let end = digits.length
  while (digits.charCodeAt(end - 1) === 0x30) end--
  return `${digits.slice(start, end)}e${Number(exponent) + whole.length - start}`
}

const numeral = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
