import { expect, it } from "vitest"
import { compareResponse } from "./compare.ts"
import type { Described } from "./document.ts"

const described: Described = {
  document: {
    components: { schemas: {} },
    info: {},
    openapi: "3.1.0",
    paths: { "/a": { post: { responses: { 204: {}, 401: {} } } } },
  },
  method: "post",
  path: "/a",
}

it.each([
  ["nothing", ""],
  ["text", "no"],
  ["HTML", "<p>no</p>"],
  ["JSON", '{"error":"no"}'],
])("%s where the document describes no body is no drift", (_, body) => {
  expect(compareResponse(described, undefined, { body, headers: {}, status: 401 })).toEqual([])
})

it("a success that the document does not describe is a warning: nothing of it is compared", () => {
  const response = { body: '{"id":7}', headers: { "content-type": "application/json" }, status: 204 }
  expect(compareResponse(described, undefined, response)).toMatchObject([
    { pointer: "/response/body", severity: "warning" },
  ])
})
