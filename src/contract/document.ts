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

export interface OperationObject {
  readonly parameters?: ReadonlyArray<Parameter>
  readonly requestBody?: { readonly required?: boolean; readonly content: MediaTypes }
  readonly responses: Readonly<Record<string, { readonly content?: MediaTypes }>>
}

/** The parts of an OpenAPI 3.1 document that this project reads. */
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

export const operationObject = ({ document, method, path }: Described): OperationObject => {
  const found = document.paths[path]?.[method.toLowerCase()]
  if (found === undefined) throw new Error(`The document has no ${method} ${path}`)
  return found
}
