import {
  defaultPathSerializer,
  serializeArrayParam,
  serializeObjectParam,
  serializePrimitiveParam,
} from "openapi-fetch"
import type { Endpoint, ParameterPlace, RequestContent } from "./endpoint.ts"

type Values = Readonly<Record<string, unknown>>

/** The parameters of one request, by their places, as openapi-fetch takes them. */
export interface PlacedParams {
  readonly path: Record<string, unknown>
  readonly query: Record<string, unknown>
  readonly header: Record<string, string>
}

/** Sorts parameters by their places. Header values are written out, because openapi-fetch takes text only. */
export const placed = ({ places = {} }: Endpoint, params: Values): PlacedParams => {
  const found: PlacedParams = { header: {}, path: {}, query: {} }
  for (const [name, value] of Object.entries(params)) {
    const place: ParameterPlace = places[name] ?? { in: "path" }
    if (place.in === "header") found.header[name] = headerText(value, place)
    else found[place.in][name] = value
  }
  return found
}

/** A path with its parameters in the notation of openapi-fetch, which reads the style from the template. */
export const pathTemplate = ({ path, places = {} }: Endpoint): string =>
  path.replaceAll(/\{([^{}]+)\}/g, (braces, name: string) => {
    const { explode = false, style = "simple" } = places[name] ?? {}
    const prefix = style === "matrix" ? ";" : style === "label" ? "." : ""
    return prefix === "" && !explode ? braces : `{${prefix}${name}${explode ? "*" : ""}}`
  })

export const serialisedPath = (template: string, path: Record<string, unknown>): string =>
  defaultPathSerializer(template, path)

/** Writes query parameters, each by its own style; the default is `form`, exploded. */
export const querySerializer =
  ({ places = {} }: Endpoint) =>
  (query: Values): string =>
    Object.entries(query)
      .flatMap(([name, value]) => pairs(encodeName(name), value, places[name] ?? {}))
      .join("&")

const pairs = (
  name: string,
  value: unknown,
  { explode, style = "form" }: Omit<ParameterPlace, "in">,
): ReadonlyArray<string> => {
  const options = { explode: explode ?? (style === "form" || style === "deepObject"), style }
  if (value === undefined || value === null) return []
  const text = Array.isArray(value)
    ? value.length === 0
      ? ""
      : serializeArrayParam(name, value, options as { explode: boolean; style: "form" })
    : typeof value === "object"
      ? serializeObjectParam(
          name,
          value as Record<string, unknown>,
          options as { explode: boolean; style: "form" },
        )
      : serializePrimitiveParam(name, String(value))
  // An apostrophe is escaped in a URL's query, and what is signed is what is sent.
  return text === "" ? [] : [text.replaceAll("'", "%27")]
}

/** Brackets stay: servers that use them expect them as they are. */
const encodeName = (name: string) => encodeURIComponent(name).replaceAll(/%5B|%5D/g, decodeURIComponent)

const headerText = (value: unknown, { explode = false }: ParameterPlace): string => {
  if (Array.isArray(value)) return value.join(",")
  if (typeof value !== "object" || value === null) return String(value)
  return Object.entries(value)
    .map(([name, one]) => `${name}${explode ? "=" : ","}${String(one)}`)
    .join(",")
}

/** Writes a request's body in its media type. */
export const serialisedBody = (
  { encoding = {}, type = "application/json" }: RequestContent,
  body: unknown,
): string => {
  if (isJsonType(type)) return JSON.stringify(body)
  if (type !== formType) return String(body)
  return Object.entries(body as Values)
    .flatMap(([name, value]) => {
      const isNested = typeof value === "object" && value !== null && !Array.isArray(value)
      const { [name]: style } = encoding
      return pairs(
        encodeName(name),
        isNested && style === undefined ? JSON.stringify(value) : value,
        style ?? {},
      )
    })
    .join("&")
}

const formType = "application/x-www-form-urlencoded"

export const isJsonType = (type: string): boolean => /^application\/(?:[\w.-]+\+)?json\b/i.test(type)
