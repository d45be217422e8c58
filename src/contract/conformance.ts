import { describedBody, readBody } from "./body.ts"
import { type Described, describedAs, type JsonObject, type MediaTypes, operationObject } from "./document.ts"
import { follow } from "./document-diff/reference.ts"
import type { Answer, Finding, RecordedRequest, RecordedResponse } from "./fixture.ts"
import type { Direction } from "./marks.ts"
import { parameterValues } from "./parameters.ts"
import { schemaFindings } from "./schema-findings.ts"

/**
 * Where a request departs from its operation's document. The validator interprets JSON Schema and knows nothing of
 * the generated code; it runs wherever JavaScript does.
 */
export const requestFindings = (described: Described, request: RecordedRequest): ReadonlyArray<Finding> => {
  const { requestBody } = operationObject(described)
  const values = parameterValues(described, request)
  if (request.method !== described.method.toUpperCase() || values === undefined) {
    const expected = `${described.method} ${described.path}`
    return [
      { expected, got: `${request.method} ${request.target}`, pointer: "/request/target", rule: "target" },
    ]
  }
  const given = values.flatMap(({ name, place, required, schema, value }) => {
    const pointer = place === "header" ? `/request/headers/${name.toLowerCase()}` : "/request/target"
    if (value !== undefined) return textFindings(described, schema, value, pointer)
    return required
      ? [{ expected: `${place} parameter ${name}`, got: "nothing", pointer, rule: "parameter" }]
      : []
  })
  const body = follow(described.document, requestBody)
  const unsent = request.body === "" && body?.required !== true
  return unsent ? given : [...given, ...(bodyFindings(described, body?.content, request, "request") ?? [])]
}

/** Where a response departs from its operation's document. Of a success nothing may be undescribed. */
export const responseFindings = (
  described: Described,
  response: RecordedResponse,
): ReadonlyArray<Finding> => {
  const { body, status } = response
  const operation = operationObject(described)
  const key = describedAs(operation, status)
  if (key === undefined) {
    const expected = `status ${Object.keys(operation.responses).join(" or ")}`
    return [{ expected, got: String(status), pointer: "/response/status", rule: "status" }]
  }
  const found = bodyFindings(described, operation.responses[key]?.content, response, "response")
  if (found !== undefined) return found
  return body === "" || status > 299
    ? []
    : [{ expected: "a schema in the document", got: "none", pointer: "/response/body", rule: "schema" }]
}

/** Where an exchange departs from its operation's document. */
export const findings = (
  described: Described,
  { request, response }: { readonly request: RecordedRequest; readonly response: Answer },
): ReadonlyArray<Finding> => [
  ...requestFindings(described, request),
  ...(typeof response === "string" ? [] : responseFindings(described, response)),
]

/** `undefined` where nothing describes the body. */
const bodyFindings = (
  described: Described,
  content: MediaTypes | undefined,
  message: Pick<RecordedResponse, "body" | "headers">,
  direction: Direction,
): ReadonlyArray<Finding> | undefined => {
  if (content === undefined || Object.keys(content).length === 0) return undefined
  const { read, schema, undescribed } = describedBody(content, message)
  const pointer = `/${direction}/body`
  const ofType = undescribed === undefined ? [] : [contentType(content, undescribed, direction)]
  if (!("value" in read)) {
    // With another content type the body need not be JSON.
    return ofType.length > 0 && read.rule === "json" ? ofType : [...ofType, { ...read, pointer }]
  }
  if (schema === undefined) return ofType.length > 0 ? ofType : undefined
  return [...ofType, ...schemaFindings(described, schema, read.value, pointer, direction)]
}

const contentType = (content: MediaTypes, type: string, direction: Direction): Finding => ({
  expected: Object.keys(content).join(" or "),
  got: /^(none|[\w.+-]{1,60}\/[\w.+-]{1,60})$/.test(type) ? type : "no content type",
  pointer: `/${direction}/headers/content-type`,
  rule: "content-type",
})

/** A parameter's text stands for itself or for what it says as JSON, as its schema has it. */
const textFindings = (
  described: Described,
  schema: JsonObject,
  text: string,
  pointer: string,
): ReadonlyArray<Finding> => {
  const found = (value: unknown) => schemaFindings(described, schema, value, pointer, "request")
  const read = readBody(text)
  return "value" in read && found(read.value).length === 0 ? [] : found(text)
}
