import { expect, it } from "vitest"
import { isJson, isPlain } from "./media-type.ts"

it.each([
  "application/json",
  "Application/JSON",
  "application/json;charset=utf-8",
  'application/json; charset="utf-8"',
  "application/json; charset=UTF-8",
  "application/json; Charset=Utf-8",
  'application/json; charset="\\u\\tf-8"',
  "application/json\t;\tcharset=utf-8",
  "application/json ; \t charset=utf-8 \t ; version=1 \t",
  "application/json;",
  "application/json ;; ; ;charset=utf-8;",
  "application/json; version=1",
  "application/json; charset=utf-8; charset=utf-8",
  'application/json; profile="https://example.com/a;charset=latin1,\\"b\\""',
  'application/json; a=""',
  "application/json; a=!#$%&'*+-.^_`|~09AZaz; q=0.5",
  'application/json; a="\t !\u00ff"',
  'application/json; a="\u20ac\ufffd\\\u20ac"; charset=utf-8',
])("takes %j for JSON", (contentType) => expect(isJson(contentType)).toBe(true))

it.each([
  undefined,
  "",
  " ",
  "json",
  "application/jsonp",
  "application/json5",
  "application/json-patch+json",
  "application/problem+json",
  "application/ json",
  "application /json",
  "text/json",
  "text/plain;application/json",
  "*/*",
  "application/*",
  "application/json, application/json",
  "application/json, text/plain",
  "application/json charset=utf-8",
  "application/json; charset",
  "application/json; charset=",
  'application/json; charset=""',
  "application/json; charset = utf-8",
  "application/json; charset=utf8",
  "application/json; charset=latin1",
  "application/json; charset=utf-16",
  "application/json; charset='utf-8'",
  'application/json; charset="utf-8',
  'application/json; charset="utf-8"x',
  'application/json; charset="latin1"; charset=utf-8',
  "application/json; charset=utf-8; charset=latin1",
  "application/json; a=b c",
  "application/json; =b",
  "application/json; a@b=c",
  "application/json\n;charset=utf-8",
  "application/json\u00a0",
  'application/json; a="\u0007"',
])("does not take %j for JSON", (contentType) => expect(isJson(contentType)).toBe(false))

it.each([undefined, "", "identity", "Identity", " identity , ,IDENTITY,", ","])(
  "reads %j as it is",
  (coding) => expect(isPlain(coding)).toBe(true),
)

it.each(["gzip", "identity, gzip", "br,identity", "identity;q=1", "identity gzip", "*"])(
  "does not read %j",
  (coding) => expect(isPlain(coding)).toBe(false),
)

it("reads 64 KiB of anything in time", () => {
  const times = (text: string) => text.repeat(2 ** 16 / text.length)
  const units = [
    " ",
    "\t",
    ";",
    "; ",
    " ;",
    ";a=b",
    ';a="b"',
    ';a="\\"',
    '";',
    "\\",
    '\\"',
    '"',
    "a",
    "=",
    ",",
    "\u00ff",
  ]
  for (const start of ["", "application/json", "application/json;a=", 'application/json;a="']) {
    for (const unit of units) {
      for (const last of ["", "x", '"', "\u0007"]) {
        const result = isJson(start + times(unit) + last)
        expect(result).toBeTypeOf("boolean")
      }
      expect(isPlain(times(unit))).toBe(unit === " " || unit === "\t" || unit === ",")
    }
  }
})
