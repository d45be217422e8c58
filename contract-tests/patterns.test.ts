/**
 * A text that somebody else chose is read in a time that grows with its length. A pattern two neighbouring parts of
 * which match the same character takes the square of it: seconds for 64 KiB, where others take less than 10 ms.
 */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import ts from "typescript"
import { describe, expect, it } from "vitest"
import { mediaOf } from "../src/contract/document.ts"
import { readJson } from "../src/gateway/body.ts"
import { readKey } from "../src/gateway/idempotency/key.ts"
import { parseJson } from "../src/gateway/json.ts"
import { served, validate } from "../src/gateway/perform.ts"
import { pathOf, pathReader } from "../src/gateway/route.ts"
import { concealing } from "../src/provider/conceal.ts"
import { retryAfter } from "../src/provider/retry-after.ts"

const root = join(import.meta.dirname, "..")

/** Long enough for the square of it to take hundreds of milliseconds; what is linear takes one or two. */
const short = 16 * 1024
const long = 64 * 1024
/** In milliseconds, for a long text. What is quadratic takes seconds. */
const limit = 250

// A part of a pattern that is too slow matches a run of the same characters, and what follows it does not come.
const runs = [
  ...Array.from(" \t\n\0aAzZ019_.,;:=-+*/\\|&%#@!?'\"<>(){}[]é"),
  ...'ab a. .a a@ 0. a- /a ~1 \\\\ \\u0 \\x %41 &#0 &a; a: {} }{ ::1 ,"'.split(" "),
  ...[" ;", "; ", "a ", " a", ", "],
]
const starts = ["", "a", "/", "a@", '"', "\\x", "a/b;"]
const ends = ["", "\0", "@"]

/** All texts, as functions of their length. */
const texts = runs.flatMap((run) =>
  starts.flatMap((start) =>
    ends.map((end) => (length: number) => start + run.repeat(length / run.length) + end),
  ),
)

/** The slowest of all texts and the time that it takes at its best, as others use this machine too. */
const slowest = (read: (text: string) => unknown) => {
  const timeOf = (text: string) => {
    const begun = performance.now()
    read(text)
    return performance.now() - begun
  }
  let worst: { readonly of: (length: number) => string; readonly time: number } = { of: () => "", time: -1 }
  for (const of of texts) {
    const time = timeOf(of(short))
    if (time > worst.time) worst = { of, time }
    // Slow enough to be looked at in its length, now: all the others would be as slow.
    if (time > limit / 4 && timeOf(of(short)) > limit / 4) break
  }
  let best = timeOf(worst.of(long))
  for (let round = 1; round < 5 && best > limit && best < 10 * limit; round++) {
    best = Math.min(best, timeOf(worst.of(long)))
  }
  return { text: worst.of(20), time: best }
}

const expectFast = (read: (text: string) => unknown) => {
  const { text, time } = slowest(read)
  expect(time, `texts like ${JSON.stringify(text)}`).toBeLessThan(limit)
}

/** Every pattern that stands in the source, and in what is generated of the providers' documents. */
const literals = new Map(
  ["src", "generated"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(({ name }) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
      .flatMap(({ name, parentPath }) => {
        const file = join(parentPath, name)
        const found: Array<readonly [string, RegExp]> = []
        const visit = (node: ts.Node): void => {
          const [, source = "", flags = ""] =
            (ts.isRegularExpressionLiteral(node) && /^\/(.*)\/(\w*)$/s.exec(node.text)) || []
          if (source !== "")
            found.push([`${file.slice(root.length + 1)}: /${source}/`, new RegExp(source, flags)])
          ts.forEachChild(node, visit)
        }
        visit(ts.createSourceFile(name, readFileSync(file, "utf8"), ts.ScriptTarget.Latest))
        return found
      }),
  ),
)

describe("the time of a pattern grows linearly with its text", { timeout: 60_000 }, () => {
  it("finds the patterns of the sources", () => expect(literals.size).toBeGreaterThan(50))

  it.each([...literals])("%s", (_, pattern) => {
    expectFast((text) => text.replace(pattern, ""))
  })

  it("finds one that does", () => {
    const { time } = slowest((text) => /^(?:"(?:[^"\\]|\\.)*"|[^",]*) *,/.test(text))
    expect(time).toBeGreaterThan(limit)
  })
})

const conceal = concealing(["a secret +/= that is long enough"], /[0-9a-z]{64,}|[\w+/-]{43}=/gi)
const bodyOf = (text: string) =>
  Object.fromEntries(
    ["amount", "currency", "description", "email", "expires_at", "phone", "return_url", "user_id"].map(
      (name) => [name, text],
    ),
  )

/** Whatever takes a text of a caller's or a provider's, patterns that are made at runtime included. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  "a content type": (text) => {
    // What a `Request` would refuse is refused before.
    const headers = { "content-type": text.replaceAll(/[^\x20-\x7e\t]/g, "") }
    const request = new Request("https://gateway.example", { headers, method: "POST" })
    return Effect.runSyncExit(readJson(request))
  },
  "a content type of a provider": (text) => mediaOf({}, { "content-type": text }),
  "a key": readKey,
  "a number": (text) => parseJson(`0.${text}1`),
  "a path": (text) =>
    pathReader("/v1/users/{user_id}/links")(pathOf(`https://gateway.example/v1/users/${text}/links`)),
  "a provider's words": conceal,
  "a string": (text) => parseJson(JSON.stringify(text)),
  "a time to wait": (text) => retryAfter(text, 0),
  JSON: parseJson,
  ...Object.fromEntries(
    Object.entries(served).map(([name, operation]) => [
      `the input of ${name}`,
      (text: string) => validate(operation, { store_id: text, user_id: text }, bodyOf(text)),
    ]),
  ),
}

describe("the time of a reader grows linearly with its text", { timeout: 60_000 }, () => {
  it.each(Object.entries(readers))("%s", (_, read) => expectFast(read))
})
