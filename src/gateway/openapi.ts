import type { HttpMethod } from "../api/endpoint.ts"

/** A JSON Schema, as far as Effect writes them. */
export interface JsonSchema {
  readonly $ref?: string
  readonly additionalProperties?: boolean | JsonSchema
  readonly anyOf?: ReadonlyArray<JsonSchema>
  readonly allOf?: ReadonlyArray<JsonSchema>
  readonly const?: unknown
  readonly enum?: ReadonlyArray<string | number | boolean | null>
  readonly examples?: ReadonlyArray<unknown>
  readonly exclusiveMinimum?: number
  readonly format?: string
  readonly items?: JsonSchema
  readonly maxItems?: number
  readonly maxLength?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly minLength?: number
  readonly minimum?: number
  readonly pattern?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: ReadonlyArray<string>
  readonly type?: string
}

/** The OpenAPI document of a gateway, as far as the gateway reads it. */
export interface Document {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly servers: ReadonlyArray<{ readonly url: string }>
  readonly paths: Readonly<Record<string, Readonly<Partial<Record<HttpMethod, Operation>>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>
    readonly securitySchemes: Readonly<Record<string, object>>
  }
  readonly security: ReadonlyArray<never>
  readonly tags: ReadonlyArray<{ readonly name: string }>
}

export interface Operation {
  readonly tags: ReadonlyArray<string>
  readonly operationId: string
  readonly summary: string
  readonly parameters: ReadonlyArray<Parameter>
  readonly security: ReadonlyArray<Readonly<Record<string, ReadonlyArray<never>>>>
  readonly requestBody?: { readonly content: Content; readonly required: boolean }
  readonly responses: Readonly<Record<string, Response>>
}

export interface Parameter {
  readonly name: string
  readonly in: "header" | "path" | "query"
  readonly style?: string
  readonly explode?: boolean
  readonly description?: string
  readonly required: boolean
  readonly schema: JsonSchema
}

export interface Header {
  readonly description: string
  readonly required: boolean
  readonly schema: JsonSchema
}

interface Response {
  readonly description: string
  readonly content?: Content
  readonly headers: Readonly<Record<string, Header>>
}

export type Content = Readonly<
  Record<string, { readonly schema: JsonSchema; readonly examples?: Readonly<Record<string, object>> }>
>

/** The part of a document that describes more routes. */
export type More = Pick<Document, "paths" | "tags"> & { readonly schemas: Document["components"]["schemas"] }

/** A document with more routes. */
export const joined = (document: Document, { paths, schemas, tags }: More): Document => ({
  ...document,
  components: { ...document.components, schemas: { ...document.components.schemas, ...schemas } },
  paths: { ...document.paths, ...paths },
  tags: [...document.tags, ...tags],
})
