import { describe, expect, it } from "vitest"
import { requestFindings, responseFindings } from "./conformance.ts"
import type { Described, JsonObject, OpenApiDocument } from "./document.ts"
import { specHash } from "./spec-hash.ts"

const made: JsonObject = { properties: { id: { type: "string" } }, required: ["id"], type: "object" }
const json = (schema: JsonObject): JsonObject => ({ content: { "application/json": { schema } } })
const responses: JsonObject = { 201: json(made) }

/** An operation of a document that was read from a file. */
const described = (operation: JsonObject, parts: JsonObject = {}, item: JsonObject = {}): Described => {
  const paths = { "/cards/{card-id}": { post: { responses, ...operation }, ...item } }
  const document = { components: { schemas: {} }, info: {}, openapi: "3.1.0", paths, ...parts }
  return {
    document: JSON.parse(JSON.stringify(document)) as OpenApiDocument,
    method: "POST",
    path: "/cards/{card-id}",
  }
}
const answer = (body: unknown, status = 201, type = "application/json") => ({
  body: typeof body === "string" ? body : JSON.stringify(body),
  headers: { "content-type": type },
  status,
})
const rules = (of: Described, response = answer({ id: 7 })) =>
  responseFindings(of, response).map(({ pointer, rule }) => `${rule} ${pointer}`)
const request = (target: string, headers: Readonly<Record<string, string>> = {}, body = "") => ({
  body,
  headers,
  method: "POST",
  target,
})
const asked = (of: Described, ...sent: Parameters<typeof request>) =>
  requestFindings(of, request(...sent)).map(({ pointer, rule }) => `${rule} ${pointer}`)

const wrong = ["type /response/body/id"]
const ref = (kind: string, name = "A"): JsonObject => ({ $ref: `#/components/${kind}/${name}` })

describe("a response is checked where its schema is", () => {
  it.each<readonly [string, Described]>([
    ["described in place", described({})],
    [
      "referred to",
      described({ responses: { 201: ref("responses") } }, { components: { responses: { A: json(made) } } }),
    ],
    [
      "referred to twice over",
      described(
        { responses: { 201: ref("responses") } },
        {
          components: {
            responses: { A: ref("responses", "B"), B: json(ref("schemas")) },
            schemas: { A: made },
          },
        },
      ),
    ],
    [
      "in a path that is referred to",
      described(
        {},
        {
          components: { pathItems: { A: { post: { responses } } } },
          paths: { "/cards/{card-id}": ref("pathItems") },
        },
      ),
    ],
    ["that of its status' class", described({ responses: { "2XX": json(made), default: {} } })],
    ["the default", described({ responses: { 401: {}, default: json(made) } })],
    [
      "that of a range of content types",
      described({ responses: { 201: { content: { "application/*": { schema: made } } } } }),
    ],
    ["that of any content type", described({ responses: { 201: { content: { "*/*": { schema: made } } } } })],
    [
      "that of a content type with a parameter",
      described({ responses: { 201: { content: { "application/json; charset=utf-8": { schema: made } } } } }),
    ],
  ])("%s", (_, of) => {
    expect(rules(of)).toEqual(wrong)
    expect(rules(of, answer({ id: "c-1" }))).toEqual([])
  })

  it("the status itself before its class", () => {
    const of = described({ responses: { 201: json({}), "2XX": json(made) } })
    expect([rules(of), rules(of, answer({ id: 7 }, 202))]).toEqual([[], wrong])
  })

  it("and one that is neither described nor of a described class is not", () => {
    expect(rules(described({ responses: { "2XX": json(made) } }), answer({}, 302))).toEqual([
      "status /response/status",
    ])
  })

  it("a text, where it is no JSON", () => {
    const of = described({
      responses: { 401: { content: { "text/plain": { schema: { type: "string" } } } } },
    })
    expect(rules(of, answer("Who is there?", 401, "text/plain"))).toEqual([])
  })
})

describe("a success that nothing describes", () => {
  it.each([[{}], [{ content: { "application/json": {} } }]])("is found: %j", (response) => {
    expect(rules(described({ responses: { 201: response } }))).toEqual(["schema /response/body"])
  })

  it.each([
    ["has no body", answer("", 204)],
    ["is a failure", answer({ error: "Who is there?" }, 401)],
  ])("is none where it %s", (_, response) => {
    expect(rules(described({ responses: { 204: {}, 401: {} } }), response)).toEqual([])
  })
})

describe("nullable of OpenAPI 3.0", () => {
  const of = (schema: JsonObject, openapi = "3.0.3") =>
    described(
      { responses: { 201: json({ properties: { id: schema } }) } },
      { components: { schemas: { A: made } }, openapi },
    )
  it.each<readonly [string, JsonObject]>([
    ["a type", { nullable: true, type: "string" }],
    ["a reference", { allOf: [ref("schemas")], nullable: true }],
  ])("%s may be null, and nothing else that it is not", (_, schema) => {
    expect(rules(of(schema), answer({ id: null }))).toEqual([])
    expect(rules(of(schema), answer({ id: 7 }))).not.toEqual([])
  })

  it.each(["3.0.3", "3.1.0"])("is not said of what may not be null, in %s", (version) => {
    expect(rules(of({ type: "string" }, version), answer({ id: null }))).toEqual(wrong)
  })

  it("has no meaning in 3.1", () => {
    expect(rules(of({ nullable: true, type: "string" }, "3.1.0"), answer({ id: null }))).toEqual(wrong)
  })

  it("stands beside limits that are exclusive as 3.0 has it", () => {
    const above = of({ exclusiveMinimum: true, minimum: 0, type: "number" })
    expect([0, 1].map((id) => rules(above, answer({ id })))).toEqual([["minimum /response/body/id"], []])
  })
})

it("nullable of OpenAPI 3.0 may stand at the root of a body", () => {
  const root = { allOf: [ref("schemas")], nullable: true }
  const parts = { components: { schemas: { A: made } }, openapi: "3.0.3" }
  const of = described({ responses: { 201: json(root) } }, parts)
  expect(rules(of)).toEqual(wrong)
  expect(rules(of, answer(null))).toEqual([])
})

it("what more than one branch of a oneOf matches is found", () => {
  const of = described({ responses: { 201: json({ oneOf: [{ type: "object" }, made] }) } })
  expect(rules(of, answer({ id: "7" }))).toEqual(["oneOf /response/body"])
  expect(rules(of, answer({ id: 7 }))).toEqual([])
})

it("content types are compared without regard to case", () => {
  expect(rules(described({}), answer({ id: "7" }, 201, "Application/JSON"))).toEqual([])
})

it("what is in a path stands for itself", () => {
  const paths = { "/c++/$batch/a.b/Items({id})": { post: { parameters: [], responses } } }
  const of = { ...described({}, { paths }), path: "/c++/$batch/a.b/Items({id})" }
  expect(asked(of, "/c++/$batch/a.b/Items(7)")).toEqual([])
  expect(asked(of, "/c++/$batch/aXb/Items(7)")).toEqual(["target /request/target"])
})

describe("a request is checked by", () => {
  const parameter = (place: string, more: JsonObject = {}): JsonObject => ({
    in: place,
    name: "x-id",
    required: true,
    schema: { type: "integer" },
    ...more,
  })
  const header: JsonObject = { parameters: [parameter("header")] }
  const missing = ["parameter /request/headers/x-id"]
  it.each<readonly [string, Described]>([
    ["a parameter", described(header)],
    [
      "a parameter that is referred to",
      described(
        { parameters: [ref("parameters")] },
        { components: { parameters: { A: parameter("header") } } },
      ),
    ],
    ["a parameter of its path", described({}, {}, header)],
  ])("%s", (_, of) => {
    expect(asked(of, "/cards/1")).toEqual(missing)
    expect(asked(of, "/cards/1", { "x-id": "7" })).toEqual([])
    expect(asked(of, "/cards/1", { "x-id": "seven" })).toEqual(["type /request/headers/x-id"])
  })

  it("its query", () => {
    const of = described({ parameters: [parameter("query")] })
    expect(asked(of, "/cards/1?x-id=7")).toEqual([])
    expect(asked(of, "/cards/1")).toEqual(["parameter /request/target"])
  })

  it("its path, which may begin with a server's", () => {
    const of = described({}, { servers: [{ url: "https://api.gifts.example/v2/" }, { url: "/{stage}" }] })
    expect(["/cards/1", "/v2/cards/1", "/test/cards/1"].flatMap((target) => asked(of, target))).toEqual([])
    expect(asked(of, "/a/b/cards/1")).toEqual(["target /request/target"])
  })

  it("a body that is referred to", () => {
    const of = described(
      { requestBody: ref("requestBodies") },
      { components: { requestBodies: { A: json(made) } } },
    )
    expect(asked(of, "/cards/1", { "content-type": "application/json" }, '{"id":7}')).toEqual([
      "type /request/body/id",
    ])
  })

  it("what its operation says, where its path says otherwise", () => {
    const of = described({ parameters: [parameter("header", { required: false })] }, {}, header)
    expect(asked(of, "/cards/1")).toEqual([])
  })

  it.each<readonly [string, JsonObject, Parameters<typeof request>]>([
    ["cookie", parameter("cookie"), ["/cards/1"]],
    ["cookie", parameter("cookie", { required: false }), ["/cards/1", { cookie: "x-id=7" }]],
    ["query", parameter("query", { required: false, style: "deepObject" }), ["/cards/1?x-id[a]=7"]],
    [
      "header",
      { ...parameter("header"), content: { "application/json": {} } },
      ["/cards/1", { "x-id": "7" }],
    ],
  ])("nothing that it can't read: a %s", (place, unread, sent) => {
    expect(() => asked(described({ parameters: [unread] }), ...sent)).toThrow(
      `/paths/~1cards~1{card-id}/post/parameters: the ${place} parameter x-id`,
    )
  })
})

describe("what can't be read is refused by name", () => {
  it.each<readonly [string, Described, string]>([
    [
      "a reference to nothing",
      described({ responses: { 201: ref("responses") } }),
      "#/components/responses/A leads nowhere",
    ],
    [
      "a reference to a file",
      described({ responses: { 201: { $ref: "made.json#/A" } } }),
      "made.json#/A leads nowhere",
    ],
    ["another version", described({}, { openapi: "3.2.0" }), "not OpenAPI 3.0 or 3.1"],
    ["another path", { ...described({}), path: "/nope" }, "has no POST /nope"],
    [
      "a schema that is not there",
      described({ responses: { 201: json(ref("schemas")) } }),
      'Unresolved $ref "#/components/schemas/A"',
    ],
  ])("%s", (_, of, message) => {
    expect(() => rules(of)).toThrow(message)
  })

  it("a dynamic reference", async () => {
    const dynamic = described({ responses: { 201: json({ $dynamicRef: "#node" }) } })
    await expect(specHash(dynamic)).rejects.toThrow("The reference #node is dynamic")
  })
})

describe("the hash of what a document says changes with", () => {
  const before = {
    components: { responses: { A: json(made) }, parameters: { A: { in: "query", name: "a" } } },
  }
  const of = (parts: JsonObject) =>
    described({ responses: { 201: ref("responses") } }, parts, { parameters: [ref("parameters")] })
  it.each<readonly [string, JsonObject]>([
    ["a response", { ...before.components, responses: { A: json({}) } }],
    ["a parameter of the path", { ...before.components, parameters: { A: { in: "query", name: "b" } } }],
  ])("%s that is referred to", async (_, components) => {
    expect(await specHash(of({ components }))).not.toBe(await specHash(of(before)))
    expect(await specHash(of(before))).toBe(await specHash(of(structuredClone(before))))
  })
})
