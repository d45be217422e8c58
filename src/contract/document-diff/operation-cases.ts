import type { JsonObject } from "../document.ts"

const string = { type: "string" }
const id = { name: "id", in: "path", required: true, schema: string }
const header = (more: JsonObject = {}) => ({ name: "X-Key", in: "header", schema: string, ...more })
const parameters = (...more: ReadonlyArray<JsonObject>): JsonObject => ({ parameters: [id, ...more] })
const body = (required: boolean, schema: JsonObject = string, type = "application/json"): JsonObject => ({
  requestBody: { required, content: { [type]: { schema } } },
})
const json = { content: { "application/json": { schema: string } } }
const text = { content: { "text/plain": { schema: string } } }
const bothTypes = { content: { ...json.content, ...text.content } }
const responses = (all: JsonObject): JsonObject => ({ responses: all })
const requiring = { type: "object", properties: { a: string }, required: ["a"] }
const schemes = (all: JsonObject) => ({ components: { schemas: {}, securitySchemes: all } })
export const securitySchemes = schemes({
  Key: { type: "apiKey", in: "header", name: "Authorization" },
  Token: { type: "http", scheme: "bearer" },
})
const servers = (...urls: ReadonlyArray<string>): JsonObject => ({ servers: urls.map((url) => ({ url })) })

/** An operation that changes, and what that comes to. */
export type OperationCase = readonly [
  what: string,
  old: JsonObject,
  now: JsonObject,
  expected: ReadonlyArray<string>,
]

export const operationCases: ReadonlyArray<OperationCase> = [
  ["the operation is deprecated", {}, { deprecated: true }, ["warning /request"]],
  ["a server is gone", servers("https://a", "https://b"), servers("https://b"), ["warning /request/servers"]],
  ["a server is gained", servers("https://b"), servers("https://a", "https://b"), ["info /request/servers"]],
  [
    "the security changes",
    { security: [{ Key: [] }] },
    { security: [{ Token: [] }] },
    ["breaking /request/security"],
  ],
  ["security comes", {}, { security: [{ Token: [] }] }, ["breaking /request/security"]],
  [
    "a way to authenticate is gained",
    { security: [{ Key: [] }] },
    { security: [{ Token: [] }, { Key: [] }] },
    ["info /request/security"],
  ],
  ["a parameter is gained", parameters(), parameters(header()), ["info /request/header/X-Key"]],
  [
    "a required parameter is gained",
    parameters(),
    parameters(header({ required: true })),
    ["breaking /request/header/X-Key"],
  ],
  ["a parameter is gone", parameters(header()), parameters(), ["warning /request/header/X-Key"]],
  [
    "a parameter becomes required",
    parameters(header()),
    parameters(header({ required: true })),
    ["breaking /request/header/X-Key"],
  ],
  [
    "a parameter becomes optional",
    parameters(header({ required: true })),
    parameters(header()),
    ["info /request/header/X-Key"],
  ],
  [
    "a parameter is deprecated",
    parameters(header()),
    parameters(header({ deprecated: true })),
    ["warning /request/header/X-Key"],
  ],
  [
    "a parameter's type changes",
    {},
    { parameters: [{ ...id, schema: { type: "integer" } }] },
    ["breaking /request/path/id"],
  ],
  [
    "a list in a parameter is written otherwise",
    parameters({ name: "ids", in: "query", schema: { type: "array" } }),
    parameters({ name: "ids", in: "query", schema: { type: "array" }, explode: false }),
    ["breaking /request/query/ids"],
  ],
  ["a body is gained", {}, body(false), ["info /request/body"]],
  ["a required body is gained", {}, body(true), ["breaking /request/body"]],
  ["a body is gone", body(true), {}, ["breaking /request/body"]],
  ["a body becomes required", body(false), body(true), ["breaking /request/body"]],
  [
    "a body whose properties are required becomes required",
    body(false, requiring),
    body(true, requiring),
    ["warning /request/body"],
  ],
  ["a body becomes optional", body(true), body(false), ["info /request/body"]],
  [
    "a body's content type changes",
    body(true),
    body(true, string, "text/plain"),
    ["breaking /request/content-type", "info /request/content-type"],
  ],
  [
    "an unexpected good status is gained",
    responses({ 200: json }),
    responses({ 200: json, 202: json }),
    ["warning /response/202"],
  ],
  [
    "an error status is gained",
    responses({ 200: json }),
    responses({ 200: json, 404: json }),
    ["info /response/404"],
  ],
  [
    "an error status gets an entry of its own",
    responses({ 200: json, default: json }),
    responses({ 200: json, 404: json, default: json }),
    ["info /response/404"],
  ],
  ["a good status is gone", responses({ 200: json }), responses({}), ["breaking /response/200"]],
  [
    "an error status is gone",
    responses({ 200: json, 404: json }),
    responses({ 200: json }),
    ["warning /response/404"],
  ],
  [
    "a response's content type is gone",
    responses({ 200: bothTypes }),
    responses({ 200: json }),
    ["breaking /response/200/content-type"],
  ],
  [
    "a response's content type is gained",
    responses({ 200: json }),
    responses({ 200: bothTypes }),
    ["warning /response/200/content-type"],
  ],
  [
    "a response's header is gone",
    responses({ 200: { ...json, headers: { "Retry-After": { schema: string } } } }),
    responses({ 200: json }),
    ["warning /response/200/header/retry-after"],
  ],
]
