import type { Described, JsonObject } from "../document.ts"
import type { Drift } from "../drift.ts"
import { diffOperation } from "./diff-operation.ts"

const path = "/things/{id}"

/** An operation of a document of its own; what is given replaces what a plain one has. */
export const operationOf = (operation: JsonObject, document: JsonObject = {}): Described => {
  const plain = {
    parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
    responses: { 200: { content: { "application/json": { schema: { type: "object" } } } } },
  }
  return describe({ paths: { [path]: { post: { ...plain, ...operation } } }, ...document })
}

const describe = (parts: JsonObject): Described => {
  const document = { openapi: "3.1.0", info: { title: "Things" }, components: { schemas: {} }, ...parts }
  return { document: JSON.parse(JSON.stringify(document)), method: "POST", path }
}

const json = (schema: JsonObject | boolean) => ({ content: { "application/json": { schema } } })

/** An operation whose request or response body has the schema. */
export const withSchema = (
  side: "request" | "response",
  schema: JsonObject | boolean,
  schemas: JsonObject = {},
): Described =>
  operationOf(side === "request" ? { requestBody: json(schema) } : { responses: { 200: json(schema) } }, {
    components: { schemas },
  })

export const bodyOf = { request: "/request/body", response: "/response/200/body" } as const

export const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: "object",
  properties,
  ...more,
})

/** `breaking /request/body/name` */
export const briefly = (drift: ReadonlyArray<Drift>): ReadonlyArray<string> =>
  drift.map(({ pointer, severity }) => `${severity} ${pointer}`)

export const brief = (old: Described, now: Described) => briefly(diffOperation(old, now))
