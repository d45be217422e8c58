import * as fc from "fast-check"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import {
  alerts,
  compareResponse,
  type Contract,
  junit,
  message,
  type OpenApiDocument,
  page,
  responseFindings,
  runContracts,
  table,
} from "../src/contract/index.ts"
import { judge } from "../src/contract/judge.ts"
import { gifts, giftsSandbox, success } from "./own-contract.ts"

const string = { type: "string" }
const node = { $ref: "#/components/schemas/Node" }
const schema = {
  properties: {
    closed: { additionalProperties: false, properties: { a: string }, type: "object" },
    form: {
      oneOf: [
        { properties: { a: string }, required: ["a"] },
        { items: node, type: "array" },
      ],
    },
    free: { type: "object" },
    id: string,
    kind: { enum: ["gift", "card"] },
    map: { additionalProperties: { properties: { a: string }, type: "object" }, type: "object" },
    named: { propertyNames: { maxLength: 3 } },
    set: { items: { type: "object" }, uniqueItems: true },
    pattern: { patternProperties: { "^x": string } },
    tree: node,
    tuple: { prefixItems: [string, { type: "number" }] },
  },
  required: ["id"],
  type: "object",
}
const document: OpenApiDocument = {
  ...gifts.document,
  components: {
    schemas: { Node: { properties: { children: { items: node }, name: string }, type: "object" } },
  },
  paths: {
    "/cards": {
      post: {
        requestBody: { content: { "application/json": { schema: { type: "object" } } } },
        responses: { 201: { content: { "application/json": { schema } } } },
      },
    },
  },
}
const contract: Contract = { ...gifts, document }

const run = (
  body: string,
  headers: Readonly<Record<string, string>> = { "content-type": "application/json" },
) => {
  const { target } = giftsSandbox({}, () => new Response(body, { headers, status: 201 }))
  return Effect.runPromise(runContracts([contract], [], target, "test"))
}
type Ran = Awaited<ReturnType<typeof run>>

/** Everything that is kept of a run, shown, or sent on. */
const told = (ran: Ran): string =>
  [
    JSON.stringify(ran),
    page([ran], [contract.operation]),
    junit(ran),
    ...ran.operations.map(table),
    message(ran, alerts({}, ran).alerts).text,
  ].join("\n")

describe("names that the document does not know, and values, are never shown", () => {
  const canary = "jane.doe+4929"
  const names = (value: unknown) => ({ [canary]: value, [`${canary}2`]: value })
  const everywhere = [
    names(canary),
    [names([names(canary)])],
    canary,
    { children: [{ children: canary, ...names(1) }], name: names(1), ...names({ children: [names(7)] }) },
  ]
  const properties = Object.keys(schema.properties)
  const cases = properties.flatMap((name) => everywhere.map((value) => [name, value] as const))

  it.each(cases)("under %s: %j", async (name, value) => {
    const ran = await run(JSON.stringify({ id: "card-1", [name]: value, ...names(value) }))
    expect(told(ran)).not.toContain("jane")
    expect(ran.operations.map(({ verdict }) => verdict)).toEqual(["drift"])
    expect(told(ran)).toContain("(unknown name)")
  })

  it("nor in headers", async () => {
    const headers = { "content-type": `text/${canary}@example.com`, sunset: canary }
    expect(told(await run("{}", headers))).not.toContain("jane")
  })

  it("nor where the program refuses the value of such a name", () => {
    const body = JSON.stringify({ id: "1", map: names({ a: "a" }) })
    const issues = [
      { message: "Expected what it is not", path: ["map", canary, "a"] },
      { message: "Expected what it is not", path: [canary] },
      { message: "Missing key", path: ["map", canary, canary, 0] },
    ]
    const response = { body, headers: { "content-type": "application/json" }, status: 201 }
    const result = judge(contract, success, undefined, {
      ending: { outcome: "unknown", reason: { _tag: "ContractViolation", issues, status: 201 } },
      exchange: { request: { body: "", headers: {}, method: "POST", target: "/cards" }, response },
      host: "sandbox.gifts.example",
    })
    expect(result.drift.map(({ pointer, severity }) => `${severity} ${pointer}`)).toEqual([
      "breaking /response/body/map/(unknown name)/a",
      "breaking /response/body/(unknown name)",
      "breaking /response/body/map/(unknown name)/(unknown name)/(unknown name)",
    ])
    expect(JSON.stringify(result)).not.toContain("jane")
  })
})

describe("a scenario is judged, whatever the answer is:", () => {
  const deep = (levels: number) => `${"[".repeat(levels)}1${"]".repeat(levels)}`
  it.each([
    ["half a surrogate pair as a name", '{"id":"1","\\ud800":1}'],
    ["half a surrogate pair as a value", '{"id":"\\ud800"}'],
    ["20,000 levels", `{"id":"1","free":${deep(20_000)}}`],
    ["20,000 levels of a tree", `{"id":"1","tree":${'{"children":['.repeat(20_000)}${"]}".repeat(20_000)}}`],
    ["100,000 values of a wrong type", `{"id":"1","tree":{"children":[${"1,".repeat(100_000)}1]}}`],
    ["100,000 names", `{"id":"1",${Array.from({ length: 100_000 }, (_, name) => `"${name}":1`).join()}}`],
    [
      "100,000 items that have to differ",
      `{"id":"1","set":[${Array.from({ length: 100_000 }, (_, item) => `{"a":${item}}`).join()}]}`,
    ],
  ])(
    "%s",
    async (_, body) => {
      const ran = await run(body)
      expect(ran.operations.map(({ verdict }) => verdict)).toEqual(["drift"])
      expect(ran.operations.flatMap(({ scenarios }) => scenarios.flatMap(({ note }) => note ?? []))).toEqual(
        [],
      )
    },
    60_000,
  )
})

const step = String.raw`\/(\d+|\*|\(unknown name\)|a|children|name|${Object.keys(schema.properties).join("|")})`
const shown = new RegExp(`^/response/(status|headers/content-type|body(${step})*)$`)

it("no answer throws, and no part of it is shown", () => {
  const name = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("__proto__", "constructor", "%zz", "~1", "", "\ud800"),
  )
  const known = fc.constantFrom(...Object.keys(schema.properties), "a", "children", "name")
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 6 },
      fc.oneof(fc.constant(null), fc.boolean(), fc.double(), fc.string({ unit: "binary" })),
      fc.array(tie("value"), { maxLength: 4 }),
      fc
        .array(fc.tuple(fc.oneof(name, known, known), tie("value")), { maxLength: 6 })
        .map(Object.fromEntries),
    ),
  }))
  const text = fc.oneof(
    value.map((one) => JSON.stringify(one) ?? ""),
    value.map((one) => (JSON.stringify(one) ?? "").slice(0, -1)),
    fc.string(),
    fc.json(),
  )
  const type = fc.oneof(fc.constant("application/json"), fc.string())
  fc.assert(
    fc.property(
      text,
      text,
      type,
      fc.oneof(fc.constant(201), fc.integer()),
      (body, before, contentType, status) => {
        const response = { body, headers: { "content-type": contentType }, status }
        const fixture = {
          departures: responseFindings(contract, { ...response, body: before }),
          ending: { success: null },
          exchange: {
            request: { body: "", headers: {}, method: "POST", target: "/cards" },
            response: { ...response, body: before },
          },
          operation: contract.operation,
          provenance: { host: "", recorded: "", recorder: 1, source: "sandbox", spec: "" },
          scenario: "success",
        } as const
        for (const recorded of [undefined, fixture]) {
          const pointers = compareResponse(contract, recorded, response).map(({ pointer }) => pointer)
          expect(pointers.filter((pointer) => !shown.test(pointer))).toEqual([])
        }
        // What was recorded is no drift.
        expect(compareResponse(contract, fixture, { ...response, body: before })).toEqual([])
      },
    ),
    { numRuns: 300 },
  )
}, 60_000)
