import * as OpenApi from "effect/http-api/OpenApi"
import { Api } from "./api.ts"

/** Everything that can be asked over HTTP, as an OpenAPI document. */
export type Surface = (options?: OpenApi.FromApiOptions) => OpenApi.OpenAPISpec

/** The gateway's own. */
export const ownSurface: Surface = (options) => OpenApi.fromApi(Api, options)

interface Route {
  /** The path, with the names of its parameters in braces. */
  readonly template: string
  readonly pattern: RegExp
  readonly methods: ReadonlyArray<string>
}

// Served beside what the document describes.
const pages = ["/docs", "/openapi.json"].map((path) => [path, { get: {} }] as const)

const routes = new WeakMap<Surface, ReadonlyArray<Route>>()

const routesOf = (surface: Surface): ReadonlyArray<Route> => {
  const known = routes.get(surface)
  if (known !== undefined) return known
  const made = [...pages, ...Object.entries(surface().paths)].map(([template, operations]) => ({
    methods: Object.keys(operations).map((method) => method.toUpperCase()),
    pattern: new RegExp(`^${template.replaceAll(/\{\w+\}/g, "[^/]+")}$`),
    template,
  }))
  routes.set(surface, made)
  return made
}

/** The methods of a path; empty where there is no such route. */
export const allowedMethods = (surface: Surface, path: string): ReadonlyArray<string> =>
  routesOf(surface).flatMap(({ methods, pattern }) => (pattern.test(path) ? methods : []))

/** The template of a path; `undefined` where there is no such route. */
export const templateOf = (surface: Surface, path: string): string | undefined =>
  routesOf(surface).find(({ pattern }) => pattern.test(path))?.template
