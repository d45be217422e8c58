import { afterAll, describe, expect, it } from "vitest"
import { startEmulator } from "./emulator/server.ts"
import { gatewayInProcess } from "./gateway-in-process.ts"
import { openapiFaults, validator } from "./openapi-faults.ts"
import { post, routes } from "./routes.ts"

interface Body {
  readonly content: Readonly<Record<string, { readonly schema: object }>>
}
interface Document {
  readonly [name: string]: unknown
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly post?: {
          readonly operationId: string
          readonly requestBody: Body & { readonly required: boolean }
          readonly responses: Readonly<Record<string, Body>>
          readonly security: ReadonlyArray<Readonly<Record<string, unknown>>>
        }
      }
    >
  >
}

const emulator = await startEmulator()
const served = gatewayInProcess(emulator.url)
afterAll(() => Promise.all([served.stop(), emulator.close()]))

const response = await served.fetch(new Request(`${served.url}/openapi.json`))
const document = (await response.json()) as Document

it("is an OpenAPI 3.1 document", () => {
  expect(response.headers.get("content-type")).toMatch(/^application\/json/)
  expect(openapiFaults(document)).toEqual([])
})

it.each([
  { openapi: "3.0.3" },
  { info: {} },
  { paths: {} },
  { components: {} },
  { paths: { "/a/{b}": { post: { operationId: "a", responses: { 200: { description: "" } } } } } },
  { paths: { "/a": { post: { operationId: "a", responses: { 200: {} } } } } },
  { paths: { "/a": { post: { operationId: "a", responses: { 2: { description: "" } } } } } },
])("would not be with %j", (damage) => {
  expect(openapiFaults({ ...document, ...damage })).not.toEqual([])
})

describe.each(routes)("%s", (operation, route) => {
  const [, { post: described } = {}] =
    Object.entries(document.paths).find(([path]) => path.replaceAll(/\{\w+\}/g, "{}") === route.template) ??
    []
  const schemaOf = (body: Body | undefined, type = "application/json") => body?.content[type]?.schema
  const fits = (schema: unknown, value: unknown) => {
    expect(schema).toBeDefined()
    const validate = validator(document, schema)
    return {
      fits: validate(value),
      why: validate.errors?.map(({ instancePath, message }) => [instancePath, message]),
    }
  }
  const yes = { fits: true }

  it("is described, needs a caller key, and needs a body", () => {
    expect(described?.operationId).toContain(operation.split(".")[1])
    expect(described?.security).toHaveLength(1)
    expect(described?.requestBody.required).toBe(true)
  })

  it("takes and answers what is described", async () => {
    const schema = schemaOf(described?.requestBody)
    expect(fits(schema, route.input.body)).toMatchObject(yes)
    expect(fits(schema, { ...Object(route.input.body), surprise: 1 })).toMatchObject({ fits: false })
    const created = await post(served, route)
    expect(fits(schemaOf(described?.responses["201"]), await created.json())).toMatchObject(yes)
  })

  it.each([
    [400, { body: "{" }],
    [401, { headers: { authorization: "" } }],
    [413, { body: " ".repeat(70_000) }],
    [415, { headers: { "content-type": "text/plain" } }],
    [422, { body: "{}" }],
  ])("describes its %i", async (status, changes) => {
    const refused = await post(served, route, changes)
    expect(refused.status).toBe(status)
    const schema = schemaOf(described?.responses[status], "application/problem+json")
    expect(fits(schema, await refused.json())).toMatchObject(yes)
  })

  it.each([502, 503, 504])("describes a %i", (status) => {
    expect(schemaOf(described?.responses[status], "application/problem+json")).toBeDefined()
  })
})
