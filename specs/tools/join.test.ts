import { describe, expect, it } from "vitest"
import type { JsonObject, OpenApiDocument } from "./document.ts"
import { join } from "./join.ts"

const page = (name: string, path: string, schemas: Record<string, JsonObject>, more: object = {}) => {
  const document: OpenApiDocument = {
    components: { schemas, ...more },
    info: { title: name },
    openapi: "3.1.0",
    paths: { [path]: { post: { responses: {} } } },
  }
  return { document, name }
}
const shared = { Error: { type: "object" } }

describe("join", () => {
  it("puts the pages of one API together", () => {
    const joined = join([
      page("one.yaml", "/one", { ...shared, One: { type: "string" } }, { securitySchemes: { a: {} } }),
      page("two.yaml", "/two", { ...shared, Two: { type: "number" } }),
    ])
    expect(Object.keys(joined.paths)).toEqual(["/one", "/two"])
    expect(joined.components.schemas).toEqual({
      Error: { type: "object" },
      One: { type: "string" },
      Two: { type: "number" },
    })
    expect(joined.components["securitySchemes"]).toEqual({ a: {} })
    expect(joined.info).toEqual({ title: "one.yaml" })
  })

  it("leaves one page as it is, and the pages that it joins", () => {
    const [one, two] = [page("one.yaml", "/one", shared), page("two.yaml", "/two", {})]
    const before = structuredClone(one)
    expect(join([one])).toEqual(one.document)
    join([one, two])
    expect(one).toEqual(before)
  })

  it("takes what differs only in the order of its properties for the same", () => {
    const [one, two] = [{ Error: { a: 1, b: 2 } }, { Error: { b: 2, a: 1 } }]
    expect(() => join([page("one.yaml", "/one", one), page("two.yaml", "/two", two)])).not.toThrow()
  })

  it("refuses a schema that two pages describe differently, and names it and the page", () => {
    const pages = [page("one.yaml", "/one", shared), page("two.yaml", "/two", { Error: { type: "string" } })]
    expect(() => join(pages)).toThrow("two.yaml: components.schemas.Error")
  })

  it("refuses a path that two pages describe differently", () => {
    const [one, two] = [page("one.yaml", "/one", {}), page("two.yaml", "/one", {})]
    const other = { ...two.document, paths: { "/one": { post: { responses: { 200: {} } } } } }
    expect(() => join([one, { ...two, document: other }])).toThrow("two.yaml: paths./one")
  })

  it("refuses another component that two pages describe differently", () => {
    const one = page("one.yaml", "/one", {}, { parameters: { user: { in: "path" } } })
    const two = page("two.yaml", "/two", {}, { parameters: { user: { in: "query" } } })
    expect(() => join([one, two])).toThrow("two.yaml: components.parameters")
  })

  it("keeps every other component of both pages", () => {
    const one = page("one.yaml", "/one", {}, { parameters: { user: { in: "path" } } })
    const two = page("two.yaml", "/two", {}, { parameters: { store: { in: "path" } } })
    expect(join([one, two]).components["parameters"]).toEqual({ store: { in: "path" }, user: { in: "path" } })
  })

  it("refuses to join nothing", () => {
    expect(() => join([])).toThrow("no document")
  })
})
