import { schemaKeywords } from "./schema-keywords.ts"

/** The kind of an object in an OpenAPI document. The keys of `data`, such as an example, mean nothing to OpenAPI. */
export type Kind =
  | "callback"
  | "components"
  | "data"
  | "document"
  | "encoding"
  | "header"
  | "info"
  | "link"
  | "media type"
  | "operation"
  | "parameter"
  | "path item"
  | "paths"
  | "request body"
  | "response"
  | "responses"
  | "schema"
  | "security scheme"
  | "server"

/** The content of a place: an object of a kind or a list of such objects, or, as `[kind]`, a map from names to them. */
export type Place = Kind | readonly [Kind]

const parameter = {
  content: ["media type"],
  schema: "schema",
} as const

/** For each kind, the content of its keys; `*` is any other key. The content of keys that are not listed is data. */
const places: Readonly<Record<Kind, Readonly<Record<string, Place>>>> = {
  callback: { "*": "path item" },
  components: {
    callbacks: ["callback"],
    headers: ["header"],
    links: ["link"],
    parameters: ["parameter"],
    pathItems: ["path item"],
    requestBodies: ["request body"],
    responses: ["response"],
    schemas: ["schema"],
    securitySchemes: ["security scheme"],
  },
  data: {},
  document: {
    components: "components",
    info: "info",
    paths: "paths",
    servers: "server",
    webhooks: ["path item"],
  },
  encoding: { headers: ["header"] },
  header: parameter,
  info: {},
  link: { server: "server" },
  "media type": { encoding: ["encoding"], schema: "schema" },
  operation: {
    callbacks: ["callback"],
    parameters: "parameter",
    requestBody: "request body",
    responses: "responses",
    servers: "server",
  },
  parameter,
  "path item": {
    ...Object.fromEntries(
      ["delete", "get", "head", "options", "patch", "post", "put", "trace"].map((method) => [
        method,
        "operation" as const,
      ]),
    ),
    parameters: "parameter",
    servers: "server",
  },
  paths: { "*": "path item" },
  "request body": { content: ["media type"] },
  response: { content: ["media type"], headers: ["header"], links: ["link"] },
  responses: { "*": "response" },
  schema: schemaKeywords,
  "security scheme": {},
  server: {},
}

/** The content of a key of an object at a place. */
export const placeOf = (place: Place, key: string): Place =>
  typeof place === "string" ? (own(places[place], key) ?? own(places[place], "*") ?? "data") : place[0]

const own = (fields: Readonly<Record<string, Place>>, key: string): Place | undefined =>
  Object.hasOwn(fields, key) ? fields[key] : undefined

/** Whether the keys at a place are keywords of OpenAPI and JSON Schema, not names. */
export const hasKeywords = (place: Place): place is Kind => typeof place === "string" && place !== "data"

const prose = new Set([
  "$comment",
  "description",
  "discriminator",
  "example",
  "examples",
  "externalDocs",
  "operationId",
  "summary",
  "tags",
  "title",
  "xml",
])

/**
 * Whether a key at a place is for people and tools only, so that no exchange depends on it. Such content changes with
 * every build of a provider's pages.
 */
export const isProse = (place: Place, key: string): boolean =>
  hasKeywords(place) && (key.startsWith("x-") || (prose.has(key) && placeOf(place, key) === "data"))
