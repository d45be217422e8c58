import { schemaKeywords } from "./schema-keywords.ts"

/** What an object of an OpenAPI document is. `data` is a value of somebody else's: none of its keys means anything. */
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

/** What stands at a place: an object of a kind or a list of such objects, or, as `[kind]`, a map from names to them. */
export type Place = Kind | readonly [Kind]

const parameter = {
  content: ["media type"],
  schema: "schema",
} as const

/** What the keys of an object lead to, by its kind; `*` is any other key. A key that is not here leads to data. */
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

/** What a key leads to of an object that stands at a place. */
export const placeOf = (place: Place, key: string): Place =>
  typeof place === "string" ? (own(places[place], key) ?? own(places[place], "*") ?? "data") : place[0]

const own = (fields: Readonly<Record<string, Place>>, key: string): Place | undefined =>
  Object.hasOwn(fields, key) ? fields[key] : undefined

/** Whether the keys of what stands at a place are the words of OpenAPI and JSON Schema, and not names. */
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
 * Whether a key of what stands at a place speaks to people and tools only: no exchange depends on it. It changes with
 * every build of a provider's pages.
 */
export const isProse = (place: Place, key: string): boolean =>
  hasKeywords(place) && (key.startsWith("x-") || (prose.has(key) && placeOf(place, key) === "data"))
