import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import type { ErrorDetails, Operation } from "./operation.ts"
import { Declined } from "./reason.ts"
import { sort } from "./sort.ts"

const now = Date.UTC(2026, 0, 1)

/** Takes `{"value": …}` and nothing else; says of an error what the error says itself. */
const operation: Operation<unknown, unknown, unknown> = {
  accept: (body) =>
    typeof body === "object" && body !== null && "value" in body
      ? Result.succeed(body.value)
      : Result.fail(
          body === null ? new Declined({ message: "No, s3cret" }) : [{ message: "Wrong", path: ["a"] }],
        ),
  conceal: (text) => text.replaceAll("s3cret", "<secret>"),
  explain: (error) => error as ErrorDetails,
  name: "Api.method",
  provider: "Provider",
  repeatable: true,
  send: () => Promise.reject(new Error("not called")),
  validate: () => Result.fail([]),
}

const sorted = (status: number, said: { data?: string; error?: ErrorDetails }, headers = {}) => {
  const response = new Response(null, { headers, status })
  return sort(operation, { data: said.data, error: said.error ?? {}, response }, now)
}
const reason = (...args: Parameters<typeof sorted>) => {
  const result = sorted(...args)
  return Result.isFailure(result) ? result.failure : "a success"
}

describe("a status that is no success", () => {
  it.each([
    [400, "Rejected"],
    [401, "Unauthorized"],
    [402, "Rejected"],
    [403, "Unauthorized"],
    [404, "Rejected"],
    [408, "Unavailable"],
    [409, "Rejected"],
    [410, "Rejected"],
    [422, "Rejected"],
    [425, "Rejected"],
    [429, "RateLimited"],
    [451, "Rejected"],
    [499, "Rejected"],
    [500, "Unavailable"],
    [502, "Unavailable"],
    [503, "Unavailable"],
    [504, "Unavailable"],
    [599, "Unavailable"],
  ])("%i is %s", (status, _tag) => {
    const found = reason(status, {})
    expect(found).toMatchObject({ _tag })
    if (_tag !== "RateLimited") expect(found).toMatchObject({ status })
  })

  it.each([301, 302, 303, 304, 307, 308])("%i breaks the contract", (status) => {
    expect(reason(status, {}, { location: "https://elsewhere.example" })).toMatchObject({
      _tag: "ContractViolation",
      issues: [{ message: expect.stringContaining(String(status)), path: [] }],
      status,
    })
  })

  it("says what the provider says, less the secrets", () => {
    const error: ErrorDetails = {
      code: "bad_s3cret",
      issues: [{ message: "not s3cret", path: ["a", 0] }],
      message: "What is s3cret?",
      traceId: "4bf92f35-77b3.4d:a6_1",
    }
    expect(reason(422, { error })).toMatchObject({
      code: "bad_<secret>",
      issues: [{ message: "not <secret>", path: ["a", 0] }],
      message: "What is <secret>?",
      traceId: "4bf92f35-77b3.4d:a6_1",
    })
    expect(reason(401, { error })).toMatchObject({ message: "What is <secret>?" })
    expect(reason(503, { error })).toMatchObject({ traceId: "4bf92f35-77b3.4d:a6_1" })
  })

  it.each(["trace-s3cret", "of jane@example.com", "a\nb", "", "x".repeat(129)])(
    "takes %j for no trace id",
    (traceId) => {
      for (const status of [422, 503]) {
        expect(reason(status, { error: { traceId } })).not.toHaveProperty("traceId")
      }
    },
  )

  it("conceals the secrets in the path of an issue too", () => {
    const error: ErrorDetails = { issues: [{ message: "no", path: ["metadata", "s3cret"] }] }
    expect(JSON.stringify(reason(422, { error }))).not.toContain("s3cret")
  })

  it.each([
    ["before it splits a path at them", "metadata.s3.cr.et.0"],
    ["in a path that the provider split at them", ["metadata", "s3", "cr", "et", 0]],
  ])("looks for a secret with dots %s", (_, path) => {
    const conceal = (text: string) => text.replaceAll("s3.cr.et", "<secret>")
    const error: ErrorDetails = { issues: [{ message: "no", path }] }
    const response = new Response(null, { status: 422 })
    expect(sort({ ...operation, conceal }, { error, response }, now)).toMatchObject({
      failure: { issues: [{ path: ["metadata", "<secret>", "0"] }] },
    })
  })

  it.each<[string, ErrorDetails]>([
    ["a path of a megabyte of dots", { issues: [{ message: "no", path: ".".repeat(1_000_000) }] }],
    ["100,000 steps", { issues: [{ message: "no", path: Array.from({ length: 100_000 }, () => "a") }] }],
    ["10,000 issues", { issues: Array.from({ length: 10_000 }, () => ({ message: "no", path: "a.b" })) }],
  ])("looks at no more of %s than it shows", (_, error) => {
    let looks = 0
    const conceal = (text: string) => {
      looks++
      return text.slice(0, 500)
    }
    const response = new Response(null, { status: 422 })
    const sorted = sort({ ...operation, conceal }, { error, response }, now)
    expect(looks).toBeLessThan(1_000)
    expect(JSON.stringify(sorted).length).toBeLessThan(5_000)
  })

  it("carries 50 of many issues", () => {
    const issues = Array.from({ length: 10_000 }, (_, at) => ({ message: "no", path: [at] }))
    expect(reason(422, { error: { issues } })).toMatchObject({ issues: issues.slice(0, 50) })
  })

  it("needs the provider to say nothing", () => {
    const found = reason(404, {})
    expect(found).toMatchObject({ issues: [], message: expect.stringContaining("404"), status: 404 })
    expect(found).not.toHaveProperty("code")
    expect(found).not.toHaveProperty("traceId")
    expect(reason(503, { error: { traceId: null } })).not.toHaveProperty("traceId")
  })

  it.each([429, 408, 425, 413, 500, 503])("%i carries Retry-After in milliseconds", (status) => {
    expect(reason(status, {}, { "retry-after": "7" })).toMatchObject({ retryAfter: 7_000 })
    const date = new Date(now + 9_000).toUTCString()
    expect(reason(status, {}, { "retry-after": date })).toMatchObject({ retryAfter: 9_000 })
    expect(reason(status, {}, { "retry-after": "soon" })).not.toHaveProperty("retryAfter")
    expect(reason(status, {})).not.toHaveProperty("retryAfter")
  })
})

describe("a 2xx", () => {
  it.each([200, 201, 202, 299])("%i with what is promised succeeds", (status) => {
    expect(sorted(status, { data: '{"value":1}' })).toEqual(Result.succeed(1))
  })

  it.each(["", " ", "<!doctype html>", '{"value":1', '{"value":1}}', "undefined", "NaN"])(
    "of %j is not JSON",
    (data) => {
      expect(reason(200, { data }, { "content-type": "text/html; charset=utf-8; s3cret" })).toMatchObject({
        _tag: "ContractViolation",
        contentType: "text/html",
        issues: [{ message: "The body is not JSON", path: [] }],
        status: 200,
      })
    },
  )

  it("conceals the secrets in its media type", () => {
    for (const type of ["s3cret/x", "application/x.s3cret"]) {
      expect(JSON.stringify(reason(200, { data: "" }, { "content-type": type }))).not.toContain("s3cret")
    }
  })

  it("that breaks the schema carries the issues", () => {
    expect(reason(200, { data: "[]" })).toMatchObject({
      _tag: "ContractViolation",
      issues: [{ message: "Wrong", path: ["a"] }],
    })
  })

  it("that breaks the schema in a place that is called like a secret conceals it", () => {
    const accept = () => Result.fail([{ message: "Wrong", path: ["map", "s3cret", "x".repeat(200)] }])
    const response = new Response(null, { status: 200 })
    expect(sort({ ...operation, accept }, { data: "{}", response }, now)).toMatchObject({
      failure: { issues: [{ path: ["map", "<secret>", "x".repeat(100)] }] },
    })
  })

  it("that declines carries the provider's words, less the secrets", () => {
    expect(reason(200, { data: "null" })).toMatchObject({ _tag: "Declined", message: "No, <secret>" })
  })

  it("without a body breaks the contract", () => {
    expect(reason(204, {})).toMatchObject({ _tag: "ContractViolation", status: 204 })
  })
})
