import * as OpenApi from "effect/http-api/OpenApi"
import { Api } from "./api.ts"

/** Everything that can be asked over HTTP, as an OpenAPI document. */
export type Surface = (options?: OpenApi.FromApiOptions) => OpenApi.OpenAPISpec

/** The gateway's own. */
export const ownSurface: Surface = (options) => OpenApi.fromApi(Api, options)

// Served beside what the document describes.
const pages = new Set(["/docs", "/openapi.json"])

/** The methods that a path can be asked with; none where there is no such route. */
export const allowedMethods = (surface: Surface, path: string): ReadonlyArray<string> => {
  if (pages.has(path)) return ["GET"]
  const methods = Object.entries(surface().paths).flatMap(([template, operations]) =>
    new RegExp(`^${template.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path) ? Object.keys(operations) : [],
  )
  return methods.map((method) => method.toUpperCase())
}
