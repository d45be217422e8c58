import { parse } from "yaml"

export type Json = null | boolean | number | string | ReadonlyArray<Json> | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

export type Schema = boolean | JsonObject

export interface Parameter extends JsonObject {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly schema: JsonObject
}

export interface MediaTypes {
  readonly [contentType: string]: { readonly schema: JsonObject }
}

export interface OperationObject {
  readonly parameters?: ReadonlyArray<Parameter>
  readonly requestBody?: { readonly required?: boolean; readonly content: MediaTypes }
  readonly responses: { readonly [status: string]: { readonly content?: MediaTypes } }
}

/** The parts of an OpenAPI 3.1 document that this project reads. */
export interface OpenApiDocument {
  readonly openapi: string
  readonly info: JsonObject
  readonly servers?: ReadonlyArray<{ readonly url: string }>
  readonly paths: { readonly [path: string]: { readonly [method: string]: OperationObject } }
  readonly components: {
    readonly schemas: { readonly [name: string]: JsonObject }
    readonly [kind: string]: JsonObject
  }
}

/** Parses YAML or JSON (which is YAML too) and makes sure that an OpenAPI 3.1 document came out. */
export const parseDocument = (text: string, source: string): OpenApiDocument => {
  const document: unknown = parse(text)
  if (typeof document !== "object" || document === null)
    throw new Error(`${source} holds no OpenAPI document`)
  const { openapi } = document as { openapi?: unknown }
  if (typeof openapi !== "string" || !openapi.startsWith("3.1.")) {
    throw new Error(`${source} says openapi: ${String(openapi)}; only 3.1 documents are read`)
  }
  return document as OpenApiDocument
}
