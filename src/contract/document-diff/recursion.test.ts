import { describe, expect, it } from "vitest"
import type { JsonObject } from "../document.ts"
import { diffOperation } from "./diff-operation.ts"
import { brief, object, withSchema } from "./test-documents.ts"

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const list = (items: JsonObject) => ({ type: "array", items })
const string = { type: "string" }
const integer = { type: "integer" }

const tree = (value: JsonObject, child: JsonObject = ref("Tree")) =>
  withSchema("response", ref("Tree"), { Tree: object({ value, children: list(child) }) })

describe("schemas that contain themselves", () => {
  it("are compared once", () => {
    expect(brief(tree(string), tree(string))).toEqual([])
    expect(brief(tree(string), tree(integer))).toEqual(["breaking /response/200/body/value"])
  })

  it("may be inlined a few times", () => {
    const inlined = object({
      value: string,
      children: list(object({ value: string, children: list(ref("Tree")) })),
    })
    expect(brief(tree(string), tree(string, inlined))).toEqual([])
    expect(brief(tree(string), tree(integer, inlined))).toContain("breaking /response/200/body/value")
  })

  it.each([
    ["each other", { A: object({ b: ref("B") }), B: object({ a: ref("A") }) }],
    ["their parts", { A: { allOf: [ref("A"), object({ a: string })] } }],
    ["their forms", { A: { anyOf: [string, ref("A")] } }],
    [
      "two at once",
      { A: { allOf: [ref("B"), ref("C")] }, B: object({ n: ref("B") }), C: object({ n: ref("C") }) },
    ],
  ])("as %s", (_, schemas) => {
    const described = () => withSchema("request", ref("A"), schemas)
    expect(brief(described(), described())).toEqual([])
  })

  it("only, are refused by name, as is one that is not there", () => {
    const lost = (schemas: JsonObject) => () =>
      brief(withSchema("request", string), withSchema("request", ref("A"), schemas))
    expect(lost({ A: ref("A") })).toThrow("#/components/schemas/A leads to itself")
    expect(lost({})).toThrow("#/components/schemas/A leads nowhere")
  })
})

describe("a large document", () => {
  // Every schema refers to others in forms, as the documents of large APIs do.
  const size = 400
  const schemas = (odd: JsonObject) =>
    Object.fromEntries(
      Array.from({ length: size }, (_, index) => {
        const links = Array.from({ length: 12 }, (_, link) => [
          `link${link}`,
          {
            anyOf: [{ type: "string", maxLength: 5000 }, ref(`S${(index * 7 + link * 31 + 1) % size}`)],
            nullable: true,
          },
        ])
        return [
          `S${index}`,
          object({ ...Object.fromEntries(links), name: index === size - 1 ? odd : string }),
        ]
      }),
    )
  const old = withSchema("response", ref("S0"), schemas(string))

  it("is compared fast, its schemas reaching each other as they may", () => {
    const start = performance.now()
    expect(brief(old, withSchema("response", ref("S0"), schemas(string)))).toEqual([])
    expect(performance.now() - start).toBeLessThan(5000)
  })

  it("says a change in the nearest places, not in all the ways that lead to it", () => {
    const drift = diffOperation(old, withSchema("response", ref("S0"), schemas(integer)))
    expect(drift.length).toBeGreaterThan(0)
    expect(drift.length).toBeLessThan(100)
    expect(new Set(drift.map(({ expected, got, severity }) => `${severity} ${expected} ${got}`))).toEqual(
      new Set(["breaking string integer"]),
    )
  })

  it("may chain its schemas for as long as it likes", () => {
    const chain = (end: JsonObject) =>
      Object.fromEntries(
        Array.from({ length: 5000 }, (_, index) => [
          `S${index}`,
          object({ next: index === 4999 ? end : ref(`S${index + 1}`) }),
        ]),
      )
    const [one, other] = [string, integer].map((end) => withSchema("request", ref("S0"), chain(end)))
    if (one === undefined || other === undefined) throw new Error("two are made")
    expect(brief(one, one)).toEqual([])
    expect(brief(one, other)).toHaveLength(1)
  })
})
