import { afterAll, describe, expect, it } from "vitest"
import { startEmulator } from "./emulator/server.ts"
import { gatewayInProcess } from "./gateway-in-process.ts"
import { openapiFaults, validator } from "./openapi-faults.ts"
import { post, routes } from "./routes.ts"

interface Body {
  readonly content: Readonly<Record<string, { readonly schema: object }>>
}
interface Operation {
  readonly operationId: string
  readonly parameters: ReadonlyArray<{
    readonly in: string
    readonly name: string
    readonly required: boolean
    readonly schema: Readonly<Record<string, unknown>>
  }>
  readonly requestBody: Body & { readonly required: boolean }
  readonly responses: Readonly<Record<string, Body & { readonly headers: Readonly<Record<string, unknown>> }>>
  readonly security: ReadonlyArray<Readonly<Record<string, unknown>>>
}
interface Document {
  readonly [name: string]: unknown
  readonly components: { readonly schemas: Readonly<Record<string, Readonly<Record<string, unknown>>>> }
  readonly paths: Readonly<Record<string, { readonly get?: Operation; readonly post?: Operation }>>
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

it("lets problems gain members", () => {
  expect(document.components.schemas["Problem"]).not.toHaveProperty("additionalProperties")
})

it("keeps formats and examples of the providers' documents", () => {
  const text = JSON.stringify(document)
  for (const format of ["uuid", "email", "date-time", "flake-id", "int32", "int64"]) {
    expect(text).toContain(`"format":"${format}"`)
  }
  expect(text).toContain('"examples":["INV-2025-0012"]')
})

const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, described]) => [method.toUpperCase(), path, described] as const),
)

it.each(operations)("describes what is wrong with any request, and x-request-id: %s %s", async (...route) => {
  const [method, path, described] = route
  const url = served.url + path.replaceAll(/\{\w+\}/g, "1")
  const ask = (headers: Readonly<Record<string, string>>) =>
    served.fetch(new Request(url, { headers, method }))
  for (const [status, headers] of [
    [400, { "x-http-method-override": "GET" }],
    [431, { "x-large": "a".repeat(40_000) }],
  ] as const) {
    const refused = await ask({ ...headers, "x-request-id": "mine" })
    expect([refused.status, refused.headers.get("x-request-id")]).toEqual([status, "mine"])
    expect(described.responses[status]?.headers).toHaveProperty("x-request-id")
  }
  expect(described.parameters).toContainEqual(
    expect.objectContaining({ in: "header", name: "x-request-id", required: false }),
  )
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
  const expectDescribed = ({ headers, status }: Response) => {
    const names = [...headers.keys()].filter((name) => !name.startsWith("content-"))
    const known = described?.responses[status]?.headers ?? {}
    expect(Object.keys(known)).toEqual(expect.arrayContaining(names))
  }

  it("is described, needs a caller key, and needs a body", () => {
    expect(described?.operationId).toContain(operation.split(".")[1])
    expect(described?.security).toHaveLength(1)
    expect(described?.requestBody.required).toBe(true)
  })

  it("is described with its Idempotency-Key, required where it is not safe to repeat", () => {
    expect(described?.parameters).toContainEqual(
      expect.objectContaining({ in: "header", name: "Idempotency-Key", required: !route.repeatable }),
    )
  })

  it("is described with its path's parameter as the provider has it", () => {
    const inPath = described?.parameters.filter((parameter) => parameter.in === "path") ?? []
    expect(inPath).toHaveLength(route.input.param === undefined ? 0 : 1)
    for (const { schema } of inPath) {
      expect(fits(schema, route.input.param)).toMatchObject(yes)
      expect(fits(schema, "../x")).toMatchObject({ fits: false })
    }
  })

  it("is described with the headers of its answers", async () => {
    const headers = { "idempotency-key": `"${crypto.randomUUID()}"` }
    const answers = [
      await post(served, route, { headers }),
      await post(served, route, { headers }),
      await post(served, route, { body: "{", headers }),
    ]
    expect(answers.map(({ headers }) => headers.has("idempotent-replayed"))).toEqual([false, true, false])
    for (const { headers, status } of answers) {
      const known = described?.responses[status]?.headers ?? {}
      for (const name of ["x-request-id", "retry-after", "idempotent-replayed"]) {
        if (headers.has(name)) expect(known).toHaveProperty(name)
      }
    }
    for (const status of [409, 429, 503]) {
      expect(described?.responses[status]?.headers).toHaveProperty("retry-after")
    }
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
    expectDescribed(refused)
  })

  it("describes its 405", async () => {
    const refused = await served.fetch(new Request(served.url + route.path))
    expect(refused.status).toBe(405)
    expectDescribed(refused)
  })

  it.each([502, 503, 504])("describes a %i", (status) => {
    expect(schemaOf(described?.responses[status], "application/problem+json")).toBeDefined()
  })
})
