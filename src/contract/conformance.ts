import { type OutputUnit, Validator } from "@cfworker/json-schema"
import { type Described, type JsonObject, type MediaTypes, operationObject } from "./document.ts"
import type { Answer, Finding, RecordedRequest, RecordedResponse } from "./fixture.ts"

/**
 * Where a request departs from its operation's document. The validator interprets JSON Schema and knows nothing of
 * the generated code; it runs wherever JavaScript does.
 */
export const requestFindings = (described: Described, request: RecordedRequest): ReadonlyArray<Finding> => {
  const { parameters = [], requestBody } = operationObject(described)
  const pathname = request.target.split("?")[0] ?? ""
  const values = pathValues(described.path, pathname)
  if (request.method !== described.method || values === undefined) {
    const expected = `${described.method} ${described.path}`
    return [
      { expected, got: `${request.method} ${request.target}`, pointer: "/request/target", rule: "target" },
    ]
  }
  const given = parameters.flatMap(({ in: place, name, required = false, schema }) => {
    const value =
      place === "path" ? values[name] : place === "header" ? request.headers[name.toLowerCase()] : undefined
    const pointer = place === "path" ? "/request/target" : `/request/headers/${name.toLowerCase()}`
    if (value !== undefined) return schemaFindings(described, schema, value, pointer)
    return required
      ? [{ expected: `${place} parameter ${name}`, got: "nothing", pointer, rule: "parameter" }]
      : []
  })
  return [...given, ...bodyFindings(described, requestBody?.content, request, "/request")]
}

/** Where a response departs from its operation's document. */
export const responseFindings = (
  described: Described,
  response: RecordedResponse,
): ReadonlyArray<Finding> => {
  const { responses } = operationObject(described)
  const documented = responses[String(response.status)] ?? responses["default"]
  if (documented === undefined) {
    const expected = `status ${Object.keys(responses).join(" or ")}`
    return [{ expected, got: String(response.status), pointer: "/response/status", rule: "status" }]
  }
  return bodyFindings(described, documented.content, response, "/response")
}

/** Where an exchange departs from its operation's document. */
export const findings = (
  described: Described,
  { request, response }: { readonly request: RecordedRequest; readonly response: Answer },
): ReadonlyArray<Finding> => [
  ...requestFindings(described, request),
  ...(typeof response === "string" ? [] : responseFindings(described, response)),
]

const pathValues = (template: string, pathname: string): Readonly<Record<string, string>> | undefined => {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "")
  const found = new RegExp(`^${template.replaceAll(/\{\w+\}/g, "([^/]+)")}$`).exec(pathname)
  return found === null
    ? undefined
    : Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? "")]))
}

const bodyFindings = (
  described: Described,
  content: MediaTypes | undefined,
  { body, headers }: Pick<RecordedResponse, "body" | "headers">,
  where: string,
): ReadonlyArray<Finding> => {
  if (content === undefined) return []
  const type = headers["content-type"]?.split(";")[0]?.trim() ?? "none"
  const media = content[type]
  if (media === undefined) {
    const expected = Object.keys(content).join(" or ")
    return [{ expected, got: type, pointer: `${where}/headers/content-type`, rule: "content-type" }]
  }
  try {
    return schemaFindings(described, media.schema, JSON.parse(body), `${where}/body`)
  } catch {
    return [{ expected: "JSON", got: "no JSON", pointer: `${where}/body`, rule: "json" }]
  }
}

// Keywords that report what keywords below them found.
const composite = new Set(["$ref", "additionalProperties", "allOf", "anyOf", "items", "oneOf", "properties"])

const schemaFindings = (
  { document }: Described,
  schema: JsonObject,
  value: unknown,
  pointer: string,
): ReadonlyArray<Finding> => {
  const root = { ...schema, components: document.components }
  const { errors } = new Validator(root, "2020-12", false).validate(value)
  const leaves = errors.filter(({ keyword }) => !composite.has(keyword))
  // Of a union's branches the one that got further says more: `data` is not null, but its token is no string.
  const further = leaves.filter(
    ({ instanceLocation: place, keyword }) =>
      keyword !== "type" ||
      !leaves.some(
        (other) =>
          other.instanceLocation.startsWith(`${place}/`) ||
          (other.instanceLocation === place && other.keyword !== "type"),
      ),
  )
  return further.map((leaf) => ({
    expected: said(leaf),
    got: typeName(at(value, decodeURIComponent(leaf.instanceLocation.slice(2)))),
    // The validator writes pointers as URI fragments.
    pointer: pointer + decodeURIComponent(leaf.instanceLocation.slice(1)),
    rule: leaf.keyword,
  }))
}

/** What the validator expected. It quotes the numbers that it compares; a finding quotes no value. */
const said = ({ error, keyword }: OutputUnit): string => {
  if (/^(exclusive)?(min|max)imum$|^multipleOf$/i.test(keyword)) return `a number within its ${keyword}`
  const types = /Expected (".*")\.$/.exec(error)?.[1]
  return keyword === "type" && types !== undefined ? types.replaceAll('"', "").replaceAll(",", " or") : error
}

/** The value at a JSON Pointer without its first slash. */
const at = (value: unknown, pointer: string): unknown =>
  pointer === ""
    ? value
    : pointer
        .split("/")
        .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
        .reduce<unknown>((node, step) => Object(node)[step], value)

const typeName = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "array" : value === undefined ? "nothing" : typeof value
