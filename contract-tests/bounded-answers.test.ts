import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { answerTo } from "../src/gateway/answer.ts"
import { defaultPolicy } from "../src/index.ts"
import { developmentCredentials } from "./emulator/credentials.ts"
import { byOperation, type Program } from "./programs.ts"

/** What `sort` promises of the problem that is made of an answer, in characters of JSON. */
const longestProblem = 60_000

const policy = { ...defaultPolicy, attempts: 1 }

/** The problem that a caller gets where a provider answers this. */
const problemOf = async (
  { call, input }: Program,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const type = { "content-type": "application/json" }
  const fetch = () => Promise.resolve(new Response(body, { headers: { ...type, ...headers }, status }))
  const called = await Effect.runPromise(Effect.result(call(input, { fetch, policy })))
  return Result.isSuccess(called) ? "" : JSON.stringify(answerTo(called.failure, 0).problem)
}

const many = <A>(item: A, count: number) => Array.from({ length: count }, () => item)

/** An error in the form of either provider, which says what it says in every place. */
const errorOf = (text: string, steps: ReadonlyArray<string | number> = [text], count = 1): string =>
  JSON.stringify({
    code: text,
    detail: many({ loc: steps, msg: text, type: "" }, count),
    errors: many({ code: "", message: text, path: text, validation: "" }, count),
    message: text,
    status: 400,
    success: false,
    trace_id: text,
  })

// The longest answer that is read is 1 MiB.
const hostile: ReadonlyArray<readonly [string, string]> = [
  ["a path of dots", errorOf(".".repeat(140_000))],
  ["a path of short steps", errorOf("a.".repeat(70_000))],
  ["many steps", errorOf("no", many("step", 120_000))],
  ["steps that are numbers", errorOf("no", many(9_007_199_254_740_991, 50_000))],
  ["long steps", errorOf("no", many("s".repeat(16_000), 60))],
  ["long texts", errorOf("t".repeat(140_000))],
  ["texts as long as are looked at", errorOf("t".repeat(16_384), ["no"], 8)],
  ["texts that JSON quotes", errorOf("\u0001".repeat(16_000), many("\u0001".repeat(100), 32), 1)],
  ["many errors of control characters", errorOf("\u0001".repeat(500), [], 60)],
  ["many errors", errorOf("no", ["body", "amount"], 7_000)],
  ["many errors of many steps", errorOf("a.b.c.d", many("step", 100), 700)],
  ["a detail that is a text", JSON.stringify({ detail: "d".repeat(1_000_000) })],
  ["a list", `[${many(0, 300_000).join()}]`],
  ["many properties", `{${many(0, 60_000).map((_, at) => `"p${at}":0`)}}`],
  ["a long property", `{"${"p".repeat(1_000_000)}":0}`],
  ["deep nesting", `${"[".repeat(20_000)}${"]".repeat(20_000)}`],
  ["deep nesting within", `{"detail":${"[".repeat(20_000)}${"]".repeat(20_000)}}`],
  ["a wrong list", `{"data":[${many(0, 300_000).join()}],"errors":[${many(0, 100_000).join()}]}`],
  ["no JSON", "<".repeat(1_000_000)],
]

describe.each(byOperation)("%s", (_, program) => {
  it.each(hostile)("tells a bounded part of %s", async (_, body) => {
    expect(body.length).toBeLessThan(1024 * 1024)
    for (const status of [200, 302, 400, 401, 404, 422, 503]) {
      const problem = await problemOf(program, status, body)
      expect(problem.length).toBeGreaterThan(0)
      expect(problem.length).toBeLessThan(longestProblem)
    }
  })

  it("tells a bounded part of headers", async () => {
    const long = "9".repeat(100_000)
    const headers = { "content-type": `application/${"x".repeat(100_000)}; ${long}`, "retry-after": long }
    for (const status of [200, 422, 429, 503]) {
      expect((await problemOf(program, status, "{}", headers)).length).toBeLessThan(1_000)
    }
    const dated = { "retry-after": `Sunday, ${"(".repeat(100_000)}` }
    expect(await problemOf(program, 503, "{}", dated)).not.toContain("retryAfter")
  })

  const { paywintDeveloper, paywintPlatform, payNow } = developmentCredentials
  const secrets = [paywintDeveloper.key, paywintDeveloper.secret, paywintPlatform.secret, payNow.key]

  // What is cut: a step, a message, what is looked at; each with the secret before, across and behind the cut.
  it.each([0, 90, 99, 100, 490, 499, 500, 16_370, 16_383, 16_384, 70_000])(
    "tells no part of a secret behind %i characters",
    async (before) => {
      const own = secrets.filter((secret) => echoedBy(program).includes(secret))
      expect(own).not.toEqual([])
      for (const secret of own) {
        const text = `${"x".repeat(before)}${secret}`
        for (const body of [errorOf(text), errorOf(`a.${text}.b`), JSON.stringify({ detail: text })]) {
          for (const status of [200, 400, 401, 422, 503]) {
            expect(await problemOf(program, status, body)).not.toContain(secret.slice(0, 6))
          }
        }
      }
    },
  )

  const echoedBy = ({ api }: Program): ReadonlyArray<string> =>
    ({
      paynow: [payNow.key],
      "paywint-developer": [paywintDeveloper.key, paywintDeveloper.secret],
      "paywint-platform": [paywintPlatform.secret],
    })[api]
})
