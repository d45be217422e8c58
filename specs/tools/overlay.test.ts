import { describe, expect, it } from "vitest"
import type { OpenApiDocument } from "./document.ts"
import { applyOverlay } from "./overlay.ts"

const document: OpenApiDocument = {
  components: { schemas: { A: { format: "uuid", required: ["a"], type: "string" }, B: { format: "uuid" } } },
  info: { title: "Before", version: "1" },
  openapi: "3.1.0",
  paths: {},
  servers: [{ url: "https://a.example" }, { url: "https://b.example" }, { url: "https://c.example" }],
}

const applied = (...actions: ReadonlyArray<object>) =>
  applyOverlay(document, JSON.stringify({ actions, overlay: "1.0.0" }), "some.overlay.yaml")

it("leaves the document itself as it was", () => {
  const before = structuredClone(document)
  applied({ target: "$.info", update: { title: "After" } }, { remove: true, target: "$.servers[*]" })
  expect(document).toEqual(before)
})

describe("update", () => {
  it("merges objects, and replaces what is neither object nor array", () => {
    const { info } = applied({ target: "$.info", update: { contact: { name: "N" }, title: "After" } })
    expect(info).toEqual({ contact: { name: "N" }, title: "After", version: "1" })
  })

  it("merges deeply, arrays in it appended to", () => {
    const { components } = applied({
      target: "$.components",
      update: { schemas: { A: { pattern: "x", required: ["b"] } } },
    })
    expect(components.schemas).toEqual({
      A: { format: "uuid", pattern: "x", required: ["a", "b"], type: "string" },
      B: { format: "uuid" },
    })
  })

  it.each([{ url: "https://d.example" }, [{ url: "https://d.example" }]])(
    "appends %j to an array",
    (update) => {
      const { servers } = applied({ target: "$.servers", update })
      expect(servers?.map(({ url }) => url.slice(8, 9))).toEqual(["a", "b", "c", "d"])
    },
  )

  it("reaches everything that its target selects", () => {
    const { components } = applied({ target: "$..[?@.format == 'uuid']", update: { pattern: "x" } })
    expect(components.schemas).toMatchObject({ A: { pattern: "x" }, B: { pattern: "x" } })
  })

  it("is refused where its target is neither object nor array", () => {
    expect(() => applied({ target: "$.info.title", update: "After" })).toThrow("object or an array")
  })
})

describe("remove", () => {
  it("takes all that is selected out of an array", () => {
    expect(applied({ remove: true, target: "$.servers[*]" }).servers).toEqual([])
    const { servers } = applied({ remove: true, target: "$.servers[?@.url != 'https://b.example']" })
    expect(servers).toEqual([{ url: "https://b.example" }])
  })

  it("takes a property out of an object", () => {
    expect(applied({ remove: true, target: "$.servers" })).not.toHaveProperty("servers")
    const { components } = applied({ remove: true, target: "$..[?@.type == 'string'].format" })
    expect(components.schemas).toEqual({ A: { required: ["a"], type: "string" }, B: { format: "uuid" } })
  })
})

it("applies actions in their order", () => {
  const { servers } = applied(
    { remove: true, target: "$.servers[*]" },
    { target: "$.servers", update: { url: "https://d.example" } },
  )
  expect(servers).toEqual([{ url: "https://d.example" }])
})

it.each(["$.nothing", "$.servers[7]", "$..[?@.format == 'email']"])(
  "refuses the target %s, which selects nothing, and names it",
  (target) => {
    expect(() => applied({ target, update: {} })).toThrow(`some.overlay.yaml: ${target}`)
  },
)

it.each(["actions: []", "overlay: 2.0.0", "overlay: 1.0"])(
  "refuses %j, which is no Overlay 1.0.0",
  (text) => {
    expect(() => applyOverlay(document, text, "some.overlay.yaml")).toThrow("some.overlay.yaml")
  },
)
