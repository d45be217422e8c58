import { Ajv2020 } from "ajv/dist/2020.js"

type Node = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null
const node = (value: unknown): Node => (isNode(value) ? value : {})

/** Every object in `value`, with where it is. */
const all = (value: unknown, at = "#"): ReadonlyArray<readonly [string, Node]> =>
  isNode(value)
    ? [
        [at, value],
        ...Object.entries(value).flatMap(([key, child]) => all(child, `${at}/${key.replaceAll("/", "~1")}`)),
      ]
    : []

const resolve = (document: unknown, ref: string) =>
  ref
    .split("/")
    .slice(1)
    .map((step) => decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((value, step) => node(value)[step], document)

/** A validator of one of a document's schemas. */
export const validator = (document: Node, schema: unknown) => {
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false })
  return ajv.compile({ ...node(schema), components: document["components"] })
}

/** What keeps a document from being OpenAPI 3.1, as far as a reader or a generator would stumble over it. */
export const openapiFaults = (document: Node): ReadonlyArray<string> => {
  const { info, openapi, paths } = document
  const methods = Object.entries(node(paths)).flatMap(([path, item]) =>
    Object.entries(node(item)).map(([method, operation]) => [path, method, node(operation)] as const),
  )
  const ids = methods.map(([, , { operationId }]) => operationId)
  const say = (wrong: boolean, what: string) => (wrong ? [what] : [])
  // Many are the same: each is compiled once.
  const schemas = new Map(
    all(document).flatMap(([at, { schema }]) => (schema === undefined ? [] : [[JSON.stringify(schema), at]])),
  )
  return [
    ...say(!/^3\.1\.\d+$/.test(String(openapi)), `openapi: ${String(openapi)}`),
    ...["title", "version"].flatMap((name) => say(typeof node(info)[name] !== "string", `info.${name}`)),
    ...say(methods.length === 0, "no paths"),
    ...say(new Set(ids).size !== ids.length || ids.includes(undefined), "operationId"),
    ...all(document).flatMap(([at, { $ref }]) =>
      say(
        typeof $ref === "string" && resolve(document, $ref) === undefined,
        `${at}: ${String($ref)} leads nowhere`,
      ),
    ),
    ...methods.flatMap(([path, method, { parameters, responses }]) => {
      const where = `${method} ${path}`
      const templated = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const declared = Object.values(node(parameters)).flatMap((parameter) => {
        const { in: place, name, required } = node(parameter)
        return place === "path" && required === true ? [name] : []
      })
      return [
        ...say(String(templated.sort()) !== String(declared.sort()), `${where}: parameters`),
        ...say(Object.keys(node(responses)).length === 0, `${where}: no responses`),
        ...Object.entries(node(responses)).flatMap(([status, response]) => [
          ...say(!/^([1-5]\d\d|default)$/.test(status), `${where}: ${status}`),
          ...say(typeof node(response)["description"] !== "string", `${where} ${status}: no description`),
        ]),
      ]
    }),
    ...[...schemas].flatMap(([schema, at]) => {
      try {
        validator(document, JSON.parse(schema))
        return []
      } catch (error) {
        return [`${at}/schema: ${String(error)}`]
      }
    }),
  ]
}
