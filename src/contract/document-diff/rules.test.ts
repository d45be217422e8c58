import { afterAll, describe, expect, it } from "vitest"
import type { Drift } from "../drift.ts"
import { diffOperation } from "./diff-operation.ts"
import { operationCases, securitySchemes } from "./operation-cases.ts"
import { requestRules, responseRules } from "./rules.ts"
import { schemaCases } from "./schema-cases.ts"
import { bodyOf, briefly, object, operationOf, withSchema } from "./test-documents.ts"

const seen: Array<Drift> = []
const diff: typeof diffOperation = (old, now) => {
  const drift = diffOperation(old, now)
  seen.push(...drift)
  return drift
}

describe.each(["request", "response"] as const)("of a schema in a %s:", (side) => {
  it.each(schemaCases)("%s", (_, old, now, request, response) => {
    const found = diff(withSchema(side, old), withSchema(side, now))
    const [severity, below = ""] = (side === "request" ? request : response)?.split(" ") ?? []
    expect(briefly(found)).toEqual(severity === undefined ? [] : [`${severity} ${bodyOf[side]}${below}`])
    for (const { expected, got, meaning } of found) {
      expect(expected).not.toBe(got)
      expect(meaning).toMatch(/^[A-Z][^{}]+\.$/)
    }
  })
})

describe("of an operation:", () => {
  it.each(operationCases)("%s", (_, old, now, expected) => {
    expect(briefly(diff(operationOf(old, securitySchemes), operationOf(now, securitySchemes)))).toEqual(
      expected,
    )
  })

  it("it is gone, or new", () => {
    const here = operationOf({})
    const gone = { ...here, document: { ...here.document, paths: {} } }
    expect(briefly(diff(here, gone))).toEqual(["breaking /request"])
    expect(briefly(diff(gone, here))).toEqual(["info /request"])
    expect(diff(gone, gone)).toEqual([])
  })
})

afterAll(() => {
  for (const [side, rules] of Object.entries({ request: requestRules, response: responseRules })) {
    const meanings = seen.flatMap(({ meaning, pointer }) => (pointer.startsWith(`/${side}`) ? [meaning] : []))
    for (const [kind, [, meaning]] of Object.entries(rules)) {
      const said = meanings.some((one) => one.startsWith(meaning.split("{}")[0] ?? ""))
      expect(said, `a case for "${kind}" in a ${side}`).toBe(true)
    }
  }
})

const string = { type: "string" }

describe("is said in the words of callers", () => {
  it.each([
    [object({ a: string }), object({ a: string }, { required: ["a"] }), "optional", "required"],
    [{ enum: ["a", "b"] }, { enum: ["a", "c"] }, "one of a, b", "one of a, c"],
    [
      { enum: Array.from({ length: 40 }, (_, index) => `a${index}`) },
      { enum: Array.from({ length: 41 }, (_, index) => `a${index}`) },
      "without a40",
      "with a40",
    ],
    [string, { type: ["string", "null"] }, "string", "string or null"],
    [{ ...string, minLength: 1 }, { ...string, minLength: 2 }, "minLength 1", "minLength 2"],
    [
      { type: "number", minimum: 0 },
      { type: "number", exclusiveMinimum: 0 },
      "minimum 0",
      "exclusive minimum 0",
    ],
  ])("%j, %j", (old, now, expected, got) => {
    expect(diffOperation(withSchema("request", old), withSchema("request", now))[0]).toMatchObject({
      expected,
      got,
    })
  })
})

it("only reads and only writes are on one side", () => {
  const marked = (mark: string) => object({ a: { ...string, [mark]: true } }, { required: ["a"] })
  const drift = (side: "request" | "response", mark: string) =>
    briefly(diffOperation(withSchema(side, object({})), withSchema(side, marked(mark))))
  expect(drift("request", "readOnly")).toEqual([])
  expect(drift("response", "writeOnly")).toEqual([])
  expect(drift("request", "writeOnly")).toEqual(["breaking /request/body/a"])
})
