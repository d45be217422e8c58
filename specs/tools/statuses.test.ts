import { expect, it } from "vitest"
import type { OpenApiDocument } from "./document.ts"
import { generateStatuses } from "./statuses.ts"

const generated = (...statuses: ReadonlyArray<string>) => {
  const responses = Object.fromEntries(statuses.map((status) => [status, {}]))
  const document: OpenApiDocument = {
    components: { schemas: {} },
    info: {},
    openapi: "3.1.0",
    paths: { "/links": { post: { responses } } },
  }
  return generateStatuses(document, [{ method: "POST", operation: "Links.create", path: "/links" }])
}

it.each([
  [["200", "422"], "[422]"],
  [["201", "default"], "[]"],
  [["200", "402", "404", "500", "5XX", "default"], "[402,404]"],
  [["2XX", "4XX"], '["4XX"]'],
  [["200", "4xx", "402"], '[402,"4XX"]'],
  [["200", "4X2", "40", "x-400"], "[]"],
])("of the responses %j lists %s", (statuses, listed) => {
  expect(generated(...statuses)).toBe(`export const create: ReadonlyArray<number | "4XX"> = ${listed}\n`)
})

it("says which operation the document does not describe", () => {
  const document: OpenApiDocument = { components: { schemas: {} }, info: {}, openapi: "3.1.0", paths: {} }
  const rows = [{ method: "POST", operation: "Links.create", path: "/links" }]
  expect(() => generateStatuses(document, rows)).toThrow("POST /links")
})
