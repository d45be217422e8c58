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
])("%s where the document describes no body is no drift", (_, body) => {
  expect(compareResponse(described, undefined, { body, headers: {}, status: 401 })).toEqual([])
})
