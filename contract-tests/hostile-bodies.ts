/** Bodies that nobody sends by mistake. */
import { gzipSync } from "node:zlib"
import fc from "fast-check"
import { between, type Changes, headers, latin, one } from "./hostile-inputs.ts"

const bodies = (all: fc.Arbitrary<string | Uint8Array>) => all.map((body) => ({ body }))
/** A valid body with one member more. */
const and = (json: string, member: string) => `${json.slice(0, -1)},${member}}`
const keys = (json: string) => Object.keys(JSON.parse(json) as object)
const escaped = (key: string) => key.replace(/^./, (first) => String.raw`\u00${latin(first).toString("hex")}`)

const protos = ["__proto__", String.raw`\u005f_proto__`, String.raw`__prot\u006f__`]
const numbers = ["1e999", "-1e999", "9".repeat(400), "9007199254740993", "1e-999", "1e309"]
const notUtf8 = ["\xff", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82", "\x80", "\xfe\xff"]
const notLinks = [
  ...["javascript:alert(1)", "JaVaScRiPt://a/%0aalert(1)", "java\nscript:alert(1)", "data:text/html,a"],
  ...["file:///etc/passwd", "blob:https://a.example/b", "ftp://a.example", "//evil.example", "/a", "", "a.b"],
  ...["https:", "https://", "http://[", " https://a.example", "https:a.example", "https:/a.example"],
]
const isWeb = (text: string) => /^https?:\/\//i.test(text)

export const hostileBodies: Readonly<Record<string, Changes>> = {
  "a key twice": (_, json) =>
    bodies(one(...keys(json)).chain((key) => one(and(json, `"${key}":1`), and(json, `"${escaped(key)}":1`)))),
  "deep nesting": (_, json) =>
    bodies(
      fc
        .tuple(one(["[", "]"], ['{"a":', "}"]), one(10_000, 5_000, 1_000, 33), one(...keys(json), "a"))
        .map(
          ([[open = "", shut = ""], depth, key]) => `{"${key}":${open.repeat(depth)}0${shut.repeat(depth)}}`,
        ),
    ),
  "a number beyond a double": (_, json) =>
    bodies(fc.tuple(one(...numbers), one(...keys(json))).map(([number, key]) => `{"${key}":${number}}`)),
  __proto__: (_, json) =>
    bodies(
      fc
        .tuple(one(...protos), one("{}", '{"amount":1}', "null"))
        .map(([key, value]) => `"${key}":${value}`)
        .chain((member) => one(and(json, member), and(json, `"metadata":{${member}}`))),
    ),
  "broken UTF-8": (_, json) =>
    bodies(
      fc.tuple(one(...notUtf8), one(...keys(json))).map(([bytes, key]) => latin(`{"${key}":"a${bytes}"}`)),
    ),
  NUL: (_, json) =>
    bodies(
      one("\0", String.raw`\u0000`).chain((nul) =>
        one(and(json, `"description":"${nul}"`), and(json, `"a${nul}":1`), json + nul),
      ),
    ),
  "random bytes": () => bodies(fc.uint8Array({ maxLength: 4_000 })),
  "JSON of another shape": (_, json) =>
    bodies(
      fc.oneof(
        fc.json(),
        fc
          .tuple(fc.string({ unit: "binary" }), fc.json())
          .map(([key, value]) => and(json, `${JSON.stringify(`${key}!`)}:${value}`)),
      ),
    ),
  "a body that is too large": (_, json) =>
    bodies(between(65_537, 200_000).map((length) => json.padEnd(length))),
  "a link that is none": (_, json) =>
    bodies(
      fc
        .tuple(
          one("return_url", "cancel_url"),
          fc.oneof(
            one(...notLinks),
            fc.string().filter((text) => !isWeb(text)),
          ),
        )
        .map(([name, link]) => and(json, `"${name}":${JSON.stringify(link)}`)),
    ),
  "a length that is too short": (_, json) =>
    headers(between(0, json.length - 1).map((length) => [["content-length", String(length)]])),
  "a compressed body": (_, json) =>
    fc
      .tuple(
        one("gzip", "deflate", "br", "zstd", "gzip, gzip"),
        one<string | Uint8Array>(gzipSync(json), latin("\x1f\x8b\x08garbage"), json),
      )
      .map(([encoding, body]) => ({ body, headers: [["content-encoding", encoding]] })),
}
