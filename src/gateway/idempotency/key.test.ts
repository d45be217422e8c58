import * as Result from "effect/Result"
import fc from "fast-check"
import { expect, it } from "vitest"
import { readKey } from "./key.ts"

it.each([
  [undefined, undefined],
  ['"8e03978e-40d5-43dd-bc93-6894a57f9324"', "8e03978e-40d5-43dd-bc93-6894a57f9324"],
  ["8e03978e-40d5-43dd-bc93-6894a57f9324", "8e03978e-40d5-43dd-bc93-6894a57f9324"],
  ['  "a"  ', "a"],
  ['"a b, c;d=e"', "a b, c;d=e"],
  ['" "', " "],
  [String.raw`"\"\\"`, String.raw`"\ `.trim()],
  [String.raw`a\b;c=:d:'e'`, String.raw`a\b;c=:d:'e'`],
  ["a".repeat(255), "a".repeat(255)],
  [`"${String.raw`\\`.repeat(255)}"`, "\\".repeat(255)],
])("of %s is %s", (header, key) => {
  expect(readKey(header)).toEqual(Result.succeed(key))
})

it.each([
  ["", "is empty"],
  ["  ", "is empty"],
  ['""', "is empty"],
  ["a".repeat(256), "is longer than 255"],
  [`"${"a".repeat(256)}"`, "is longer than 255"],
  ['"a", "b"', "There is more than one"],
  ['"a", "a"', "There is more than one"],
  ["a, a", "There is more than one"],
  ["a,b", "There is more than one"],
  ['"a,\\"", b', "There is more than one"],
  [", a", "There is more than one"],
  ['"a"; b=1', "is not a structured-field string"],
  ["a b", "is not a structured-field string"],
  ['"a', "is not a structured-field string"],
  ['a"', "is not a structured-field string"],
  ['"a"b"', "is not a structured-field string"],
  ['"a\\"', "is not a structured-field string"],
  [String.raw`"\n"`, "is not a structured-field string"],
  ['"a\tb"', "is not a structured-field string"],
  ['"é"', "is not a structured-field string"],
  ["é", "is not a structured-field string"],
  ['"a"\u00a0', "is not a structured-field string"],
  ["\ufeffa", "is not a structured-field string"],
  ["a\u007f", "is not a structured-field string"],
  ["\\".repeat(500) + '"', "is not a structured-field string"],
  ['"' + "\\".repeat(500), "is not a structured-field string"],
  ["\\".repeat(2 ** 16) + '"', "is longer than 255"],
  ['"' + "\\".repeat(2 ** 16), "is longer than 255"],
  [`a${" ".repeat(2 ** 16)}"`, "is longer than 255"],
  ["a b , c", "There is more than one"],
  ['"a" , "b"', "There is more than one"],
  ['"a" b, c', "is not a structured-field string"],
])("is refused as %s: it %s", (header, fault) => {
  const result = readKey(header)
  expect(result).toMatchObject({ failure: expect.stringContaining(fault) })
  expect(result).toMatchObject({ failure: expect.stringContaining("Send one, ") })
})

it("is what was quoted", () => {
  const ascii = fc.string({ maxLength: 255, minLength: 1, unit: "grapheme-ascii" })
  fc.assert(
    fc.property(ascii, (key) => {
      expect(readKey(`"${key.replaceAll(/["\\]/g, "\\$&")}"`)).toEqual(Result.succeed(key))
    }),
  )
})
