import { get } from "./document-diff/json.ts"
import { follow } from "./document-diff/reference.ts"

export type Json = null | boolean | number | string | ReadonlyArray<Json> | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

export interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema: JsonObject
}

export type MediaTypes = Readonly<Record<string, { readonly schema: JsonObject }>>

export interface ResponseObject {
  readonly content?: MediaTypes
}

export interface OperationObject {
  readonly parameters?: ReadonlyArray<Parameter>
  readonly requestBody?: { readonly required?: boolean; readonly content: MediaTypes }
  readonly responses: Readonly<Record<string, ResponseObject>>
}

/**
 * The parts of an OpenAPI 3.0 or 3.1 document that this project reads. What a file holds can be cast to it.
 *
 * - References within the document are followed, wherever they may stand but in a schema: there they lead to
 *   `#/components/…`. A reference to another file is refused.
 * - Responses are found by their status, else by its class (`2XX`), else as `default`.
 * - Parameters of an operation and of its path count, in path, query and header, with one plain value each; one of
 *   several values, in a cookie, or described by `content` is refused.
 * - Bodies are JSON, and of any other content type a text. Content types may be ranges (`application/*`).
 * - Schemas are read as JSON Schema 2020-12, those of 3.0 as draft 4 with `nullable`. Other keywords, examples
 *   and patterns that are not regular expressions of JavaScript are ignored. `$dynamicRef` is refused, `discriminator`
 *   changes nothing, `readOnly` properties are required in answers only, and `writeOnly` properties in requests only.
 * - Paths may begin with the path of one of the document's `servers`.
 *
 * What is refused makes `record` fail, `check` find a fault and, where it concerns answers, `verify` skip the contract;
 * each says where in the document it stands.
 */
export interface OpenApiDocument {
  readonly openapi: string
  readonly info: JsonObject
  readonly security?: ReadonlyArray<JsonObject>
  readonly servers?: ReadonlyArray<{ readonly url: string }>
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonObject>>
    readonly [kind: string]: JsonObject
  }
}

/** An operation as its document has it. */
export interface Described {
  readonly document: OpenApiDocument
  readonly method: string
  /** With its parameters in braces: `/v1/stores/{storeId}/checkouts`. */
  readonly path: string
}

/** An operation, of its responses what references lead to. It throws where there is none that can be read. */
export const operationObject = ({ document, method, path }: Described): OperationObject => {
  const item = follow(document, get(get(document, "paths"), path))
  const found = get(item, method.toLowerCase()) as OperationObject | undefined
  if (found === undefined || !/^3\.[01]\./.test(document.openapi)) {
    throw new Error(`The document is not OpenAPI 3.0 or 3.1, or has no ${method} ${path}`)
  }
  const responses = Object.entries(found.responses).map(([status, response]) => [
    status,
    follow(document, response),
  ])
  return { ...found, responses: Object.fromEntries(responses) }
}

/** The key under which responses are described that have a status: the status itself, its class, or `default`. */
export const describedAs = ({ responses }: OperationObject, status: number): string | undefined =>
  [`${status}`, `${Math.floor(status / 100)}XX`, "default"].find((key) => key in responses)

/** What describes a body with such headers, the most exact first, and the content type that it comes with. */
export const mediaOf = (content: MediaTypes, headers: Readonly<Record<string, string>>) => {
  const type = essence(headers["content-type"] ?? "none")
  const known = new Map(Object.entries(content).map(([key, media]) => [essence(key), media]))
  const range = `${type.split("/")[0] ?? ""}/*`
  return { media: known.get(type) ?? known.get(range) ?? known.get("*/*"), type }
}

/** A content type without its parameters. */
export const essence = (type: string): string => (type.split(";")[0] ?? "").trim().toLowerCase()
