import { parse } from "yaml"
import type { OpenApiDocument } from "../../src/contract/document.ts"
import { brief } from "../../src/contract/presentable.ts"

export type {
  Json,
  JsonObject,
  MediaTypes,
  OpenApiDocument,
  OperationObject,
  Parameter,
} from "../../src/contract/document.ts"

/** The versions that code can be generated from. */
export const generated = ["3.1."]

/** Parses YAML or JSON and makes sure that an OpenAPI document of one of the versions came out. */
export const parseDocument = (text: string, source: string, versions = generated): OpenApiDocument => {
  const document = parseText(text, source)
  if (typeof document !== "object" || document === null)
    throw new Error(`${source} holds no OpenAPI document`)
  const { openapi } = document as { openapi?: unknown }
  if (typeof openapi !== "string" || !versions.some((version) => openapi.startsWith(version))) {
    const read = versions.map((version) => version.slice(0, -1)).join(" and ")
    throw new Error(`${source} says openapi: ${brief(String(openapi), 20)}; only ${read} documents are read`)
  }
  return document as OpenApiDocument
}

// JSON is YAML too, and its own parser makes short work of a large document.
const parseText = (text: string, source: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return parseYaml(text, source)
  }
}

const parseYaml = (text: string, source: string): unknown => {
  try {
    // Its warnings print lines of the document as they stand.
    return parse(text, { logLevel: "error" })
  } catch (error) {
    const [why] = String(error instanceof Error ? error.message : error).split("\n")
    throw new Error(`${source} is neither YAML nor JSON: ${brief(why ?? "", 200)}`, { cause: error })
  }
}
