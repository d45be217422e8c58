/** Heads of requests that nobody sends by mistake. */
import fc from "fast-check"
import { between, type Change, type Changes, headers, one } from "./hostile-inputs.ts"

const targets = (all: fc.Arbitrary<string>) => all.map((target): Change => ({ target }))
const methods = ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"]
const overriding = ["x-http-method-override", "x-http-method", "x-method-override"]
const segments = [
  ...["..", ".", "%2e%2e", ".%2E", "..;a", "%2F", "a%2fb", "%2f..", "%5C", "..%5c..", "%00", "a%00b"],
  ...["%252e%252e", "%252F", "a%252fb", "%255c", "%25252e", "%2500"],
  ...["%c0%ae%c0%ae", "%c0%af", "%e0%80%af", "%ff", "%", "%zz", "%u002e", "%0d%0aa:b"],
]
const types = [
  ...["text/plain", "text/json", "application/jsonx", "application/json;charset=utf-16", "*/*", "a"],
  ...["application/x-www-form-urlencoded", "multipart/form-data; boundary=a", "application/json, text/html"],
]
const long = ["x-padding", "authorization", "cookie", "content-type", "idempotency-key", "traceparent"]
const twoKeys: ReadonlyArray<ReadonlyArray<string>> = [
  ...[["a", "b"], ["a", "a"], ['"a"', '"b"'], ["a, b"], ['"a", "b"'], ['"a","a"'], ["a,"]],
]

export const hostileHeads: Readonly<Record<string, Changes>> = {
  "a header of 64 KiB": () => headers(one(...long).map((name) => [[name, "a".repeat(65_536)]])),
  "two idempotency keys": () =>
    headers(one(...twoKeys).map((values) => values.map((value) => ["idempotency-key", value] as const))),
  "another method in a header": ({ path }) =>
    fc
      .tuple(one(...overriding), one("POST", ...methods), one("GET", "POST", "PUT"))
      .chain(([name, other, method]) =>
        one<Change>(
          { headers: [[name, other]], method },
          { method: "GET", target: `${path}?_method=${other}` },
        ),
      ),
  "another method": () => one(...methods).map((method) => ({ method })),
  "another content type": () => headers(one(...types).map((type) => [["content-type", type]])),
  "another caller": () =>
    headers(fc.base64String({ maxLength: 99 }).map((key) => [["authorization", `Bearer x${key}`]])),
  "a path that goes elsewhere": ({ path, template }) =>
    targets(
      one(...segments).map((segment) =>
        template.includes("{}") ? template.replace("{}", segment) : `${path}%2F${segment}/..%2f`,
      ),
    ),
  "a target that is long or elsewhere": ({ path, template }) =>
    targets(
      one(
        ...[template.replace("{}", "a".repeat(60_000)), path].map((path) => `${path}/${"a".repeat(1_000)}`),
        ...[
          `//evil.example${path}`,
          "http://evil.example/v1",
          "/%",
          "/\\..",
          `/${"../".repeat(999)}`,
          `${path};a`,
        ],
      ),
    ),
}

/** What the Worker may not get to see. */
export const noHttp: Readonly<Record<string, Changes>> = {
  "a length that is no length": (_, json) =>
    headers(
      one([String(json.length), "1"], ["-1"], ["a"], ["1e3"], ["9".repeat(30)], ["+1"]).map((lengths) =>
        lengths.map((length) => ["content-length", length] as const),
      ),
    ),
  "a length that is too long": (_, json) =>
    headers(between(1, 70_000).map((more) => [["content-length", String(json.length + more)]])),
  "a length, and chunks that are none": () =>
    headers(
      one("chunked", "gzip, chunked", "xchunked", "chunked, identity").map((coding) => [
        ["content-length", "5"],
        ["transfer-encoding", coding],
      ]),
    ),
  "a method that is none": () => one("post", "BREW", "PO ST", "").map((method) => ({ method })),
  "a target that is none": () => targets(one("file:///etc/passwd", "\xff", "v1", `/${"a".repeat(200_000)}`)),
  "bytes that are no request": () => fc.uint8Array({ maxLength: 4_000 }).map((raw) => ({ raw })),
}
