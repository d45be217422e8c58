import { parse } from "yaml"
import type { OpenApiDocument } from "../../src/contract/document.ts"

export type {
  Json,
  JsonObject,
  MediaTypes,
  OpenApiDocument,
  OperationObject,
  Parameter,
} from "../../src/contract/document.ts"

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
