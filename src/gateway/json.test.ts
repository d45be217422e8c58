import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { parseJson } from "./json.ts"

const nested = (depth: number, inner = "0") => "[".repeat(depth) + inner + "]".repeat(depth)
const native = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
const u = (code: string) => String.raw`\u` + code

it.each([
  "null",
  " true\n",
  "\t[false]\r\n",
  '""',
  "{}",
  "{ }",
  "[ ]",
  "-0",
  "0.1",
  "-1.5e-3",
  "1E+2",
  "0e999",
  "0.000",
  "9007199254740991",
  "-9007199254740991",
  "9007199254740991.000",
  "1.10",
  "100e-2",
  "-0.0e-5",
  "0.30000000000000004",
  "0.1234567890123456",
  "90071992547409.92",
  "5e-324",
  "5.000E-0324",
  "0.0000001",
  "1e-7",
  "-1E-07",
  "123456789e-20",
  `0.1${"0".repeat(400)}`,
  `0.${"0".repeat(400)}1e400`,
  `1${"0".repeat(400)}e-400`,
  '{"a": 1, "b": {"a": 1}, "A": [{"a": 1}, {"a": 1}]}',
  '{"": 1, " ": 2}',
  '{"constructor": 1, "prototype": 2, "toString": 3, "hasOwnProperty": 4}',
  '{"__proto": 1, "a": "__proto__"}',
  String.raw`"\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00"`,
  '"é 日本 😀 \u007f\u2028"',
  nested(32),
  nested(32, '{"a": 0}').slice(1, -1),
  JSON.stringify("x".repeat(100_000)),
])("reads %j as JSON.parse does", (text) => {
  expect(parseJson(text)).toEqual(Result.succeed(JSON.parse(text)))
})

it.each([
  ["", 1, 1, "a value is expected"],
  [" \n  ", 2, 3, "a value is expected"],
  ["\ufeff1", 1, 1, "a value is expected"],
  ["\u00a01", 1, 1, "a value is expected"],
  ["undefined", 1, 1, "a value is expected"],
  ["nul", 1, 1, "a value is expected"],
  ["NaN", 1, 1, "a value is expected"],
  ["+1", 1, 1, "a value is expected"],
  [".5", 1, 1, "a value is expected"],
  ["-", 1, 1, "a value is expected"],
  ["'a'", 1, 1, "a value is expected"],
  ["[1,]", 1, 4, "a value is expected"],
  ["[,1]", 1, 2, "a value is expected"],
  ["[", 1, 2, "a value is expected"],
  ['{"a":}', 1, 6, "a value is expected"],
  ["// comment\n1", 1, 1, "a value is expected"],
  ["truee", 1, 5, "nothing may follow the value"],
  ["01", 1, 2, "nothing may follow the value"],
  ["1.", 1, 2, "nothing may follow the value"],
  ["1e", 1, 2, "nothing may follow the value"],
  ["{} {}", 1, 4, "nothing may follow the value"],
  ["1\0", 1, 2, "nothing may follow the value"],
  ["[1 2]", 1, 4, "a comma or ] is expected"],
  ["[1}", 1, 3, "a comma or ] is expected"],
  ['{"a": 1', 1, 8, "a comma or } is expected"],
  ['{"a" 1}', 1, 6, "a colon is expected"],
  ["{a: 1}", 1, 2, "a key in double quotes is expected"],
  ["{1: 1}", 1, 2, "a key in double quotes is expected"],
  ['{\n  "a": 1,\n}', 3, 1, "a key in double quotes is expected"],
  ['{"a', 1, 2, "this string does not end"],
  ['["\\"]', 1, 2, "this string does not end"],
  ['"\\', 1, 1, "this string does not end"],
  ['"a\nb"', 1, 3, "a string may not hold a control character"],
  ['"\0"', 1, 2, "a string may not hold a control character"],
  [String.raw`["\x"]`, 1, 2, "this string has an escape that JSON does not know"],
  [`"${u("12g4")}"`, 1, 1, "this string has an escape that JSON does not know"],
  ['"\\\u0001"', 1, 1, "this string has an escape that JSON does not know"],
  ['{\n  "a": 1,\n  "a": 1\n}', 3, 3, "the object has this key already"],
  [`{"a": 1, "${u("0061")}": 1}`, 1, 10, "the object has this key already"],
  [`[{"b": {"x": [], "y": 0, "x": {}}}]`, 1, 26, "the object has this key already"],
  ['{"__proto__": 1}', 1, 2, "this key is not allowed"],
  [`[{"a": {"${u("005f")}_proto_${u("005F")}": {}}}]`, 1, 9, "this key is not allowed"],
  [nested(33), 1, 33, "arrays and objects are nested deeper than 32"],
  ["[".repeat(10_000), 1, 33, "arrays and objects are nested deeper than 32"],
  [nested(100_000), 1, 33, "arrays and objects are nested deeper than 32"],
  ['{"a":'.repeat(100_000), 1, 161, "arrays and objects are nested deeper than 32"],
  ["[1e999]", 1, 2, "numbers end at 2^53 - 1"],
  ["-1e400", 1, 1, "numbers end at 2^53 - 1"],
  ["9007199254740993", 1, 1, "numbers end at 2^53 - 1"],
  ["9007199254740992", 1, 1, "numbers end at 2^53 - 1"],
  ["-9007199254740993.0", 1, 1, "numbers end at 2^53 - 1"],
  ["9007199254740993e0", 1, 1, "numbers end at 2^53 - 1"],
  ["9".repeat(100_000), 1, 1, "numbers end at 2^53 - 1"],
  ["90071992547409.93", 1, 1, "this number can't be sent on without changing its value"],
  ["-90071992547409.93", 1, 1, "this number can't be sent on without changing its value"],
  ['{"amount": 9007199254740993e-2}', 1, 12, "this number can't be sent on without changing its value"],
  ["9007199254740990.5", 1, 1, "this number can't be sent on without changing its value"],
  ["0.300000000000000044", 1, 1, "this number can't be sent on without changing its value"],
  ["0.1000000000000000055511151231257827", 1, 1, "this number can't be sent on without changing its value"],
  ["4.9e-324", 1, 1, "this number can't be sent on without changing its value"],
  ["3e-324", 1, 1, "this number can't be sent on without changing its value"],
  [`1.${"0".repeat(400)}1`, 1, 1, "this number can't be sent on without changing its value"],
  [`0.${"9".repeat(400)}`, 1, 1, "this number can't be sent on without changing its value"],
  ["1e-400", 1, 1, "this number is so small that it would be 0"],
  ["-0.00010e-999", 1, 1, "this number is so small that it would be 0"],
  [`"${u("d800")}"`, 1, 1, "this string has a lone surrogate"],
  [`{"${u("dc00")}${u("d800")}": 1}`, 1, 2, "this string has a lone surrogate"],
  ['[1, "\ud800"]', 1, 6, "there is a lone surrogate"],
  [`"${u("d83d")}\ude00"`, 1, 8, "there is a lone surrogate"],
  [`"${u("0000")}"`, 1, 1, "this string has a NUL character"],
  [`{"a${u("0000")}": 1}`, 1, 2, "this string has a NUL character"],
])("refuses %j at line %i, column %i: %s", (text, line, column, what) => {
  expect(parseJson(text)).toEqual(Result.fail(`Line ${line}, column ${column}: ${what}.`))
})

/** A number as a whole number and a power of ten, exactly. */
const exactly = (text: string): readonly [bigint, number] => {
  const [, mantissa = "", fraction = "", exponent = "0"] =
    /^(-?\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text) ?? expect.fail(text)
  return [BigInt(mantissa + fraction), Number(exponent) - fraction.length]
}

const sameValue = (left: string, right: string): boolean => {
  const [[leftWhole, leftPower], [rightWhole, rightPower]] = [exactly(left), exactly(right)]
  const least = Math.min(leftPower, rightPower)
  return leftWhole * 10n ** BigInt(leftPower - least) === rightWhole * 10n ** BigInt(rightPower - least)
}

const digits = (most: number) =>
  fc.array(fc.integer({ max: 9, min: 0 }), { maxLength: most, minLength: 1 }).map((all) => all.join(""))

/** Numbers of any digits, and doubles, some with a digit more, in any spelling. */
const spelledNumber = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("", "-"),
      digits(20).map((whole) => whole.replace(/^0+(?=\d)/, "")),
      fc.option(digits(25)),
      fc.option(fc.tuple(fc.constantFrom("e", "E", "e+", "e-", "E-0"), fc.nat(345))),
    )
    .map(
      ([sign, whole, fraction, exponent]) =>
        sign + whole + (fraction === null ? "" : `.${fraction}`) + (exponent?.join("") ?? ""),
    ),
  fc
    .tuple(fc.double({ max: 1e15, min: -1e15, noNaN: true }), fc.constantFrom("", "0", "00", "1", "5"))
    .map(([value, more]) => String(value).replace(/^(-?\d+\.\d+)/, `$1${more}`)),
  fc.tuple(fc.integer(), fc.nat(20)).map(([whole, power]) => `${whole}e-${power}`),
)

/** Texts that are JSON, or nearly: made of what JSON is made of. */
const jsonish = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'{}[]:,"\\ \n-.0123eEu', '"a"', '"b":', '{"a":', "true", "null", u("0000")),
      fc.json({ depthSize: "small" }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""))
const anyText = fc.oneof(jsonish, fc.string({ unit: "binary" }), fc.string())

/** What `parseJson` refuses of what JSON can say. */
const refusable = (value: unknown): boolean => {
  if (typeof value === "number") return Math.abs(value) > Number.MAX_SAFE_INTEGER
  if (typeof value === "string") return value.includes("\0") || !value.isWellFormed()
  if (typeof value !== "object" || value === null) return false
  return Object.entries(value).some(([key, item]) => key === "__proto__" || refusable(key) || refusable(item))
}

describe("of any", () => {
  const value = fc.jsonValue({ maxDepth: 6, stringUnit: "binary" })
  const spelt = fc
    .tuple(value, fc.constantFrom(undefined, 2, "\t"))
    .map(([value, indent]) => JSON.stringify(value, null, indent))

  it("JSON, what is read is what JSON.parse reads, or what is refused on purpose", () => {
    fc.assert(
      fc.property(spelt, (text) => {
        const result = parseJson(text)
        if (refusable(JSON.parse(text))) expect(Result.isFailure(result)).toBe(true)
        else expect(result).toEqual(Result.succeed(JSON.parse(text)))
      }),
      { numRuns: 2_000 },
    )
  })

  it("text, nothing is read that JSON.parse does not read, and what it refuses is said where", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const result = parseJson(text)
        if (Result.isSuccess(result)) expect(result.success).toEqual(native(text))
        else expect(result.failure).toMatch(/^Line \d+, column \d+: [^.]+\.$/)
      }),
      { numRuns: 20_000 },
    )
  })

  it("number, what is read is sent on as the value that was written, or refused", () => {
    fc.assert(
      fc.property(spelledNumber, (text) => {
        const value = Number(text)
        const kept = Math.abs(value) <= Number.MAX_SAFE_INTEGER && sameValue(text, String(value))
        expect(Result.isSuccess(parseJson(text))).toBe(kept)
      }),
      { numRuns: 20_000 },
    )
  })

  it("JSON with a key twice, the second is found", () => {
    const escaped = (key: string) =>
      `"${Array.from({ length: key.length }, (_, at) => u(key.charCodeAt(at).toString(16).padStart(4, "0"))).join("")}"`
    const key = fc.string({ maxLength: 5 }).filter((key) => key !== "__proto__")
    const rest = fc.uniqueArray(key, { maxLength: 5 })
    fc.assert(
      fc.property(key, rest, fc.nat(6), fc.nat(6), fc.nat(9), (key, rest, first, second, depth) => {
        const keys = rest.filter((other) => other !== key).map((other) => JSON.stringify(other))
        keys.splice(first, 0, JSON.stringify(key))
        keys.splice(second, 0, escaped(key))
        const text = nested(depth, `{${keys.map((key) => `${key}: [{}]`).join(", ")}}`)
        expect(parseJson(text)).toMatchObject({ failure: expect.stringContaining("has this key already") })
      }),
    )
  })
})

it("is done with a mebibyte of anything", () => {
  const length = 2 ** 20
  const times = (text: string) => text.repeat(length / text.length)
  for (const text of [
    "[",
    '"',
    "\\",
    '"\\',
    "1",
    "1.1",
    "0.1,",
    " ",
    "\n",
    "[],",
    '{"a":',
    '"":0,',
    "\0",
    "é",
  ].map(times)) {
    expect(Result.isFailure(parseJson(text))).toBe(true)
    parseJson(`[${text}]`)
    parseJson(`{${text}}`)
    parseJson(`"${text}"`)
  }
  const zeros = "0".repeat(length)
  for (const number of [`0.1${zeros}`, `0.${zeros}1e${length}`, `1${zeros}e-${length}`, `0e${zeros}`]) {
    expect(Result.isSuccess(parseJson(number))).toBe(true)
  }
  expect(Result.isSuccess(parseJson(`0.1${zeros}1`))).toBe(false)
  const keys = Array.from({ length: length / 8 }, (_, at) => `"${at}":0`)
  expect(Result.isSuccess(parseJson(`{${keys.join()}}`))).toBe(true)
})
