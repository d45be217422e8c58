import { afterAll, describe, expect, it } from "@effect/vitest"
import * as Arbitrary from "effect/Arbitrary"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { startEmulator } from "./emulator/server.ts"
import { gatewayInProcess } from "./gateway-in-process.ts"
import { anyNumber, brokenInput, validInput } from "./generated-inputs.ts"
import type { Input } from "./programs.ts"
import { post, type Route, routes } from "./routes.ts"

const emulator = await startEmulator()
const served = gatewayInProcess(emulator.url)
afterAll(() => Promise.all([served.stop(), emulator.close()]))

const asked = async (route: Route, body: string, param = "") => {
  const path = route.template.replace("{}", encodeURIComponent(param))
  const response = await post(served, route, { body, path })
  return { status: response.status, text: await response.text() }
}

const text = (body: unknown) => JSON.stringify(body) ?? ""
const json = Arbitrary.schema(Schema.Json)
const string = Arbitrary.schema(Schema.String)

/** Anything: a valid input, one that is broken in one place, JSON of any shape, and text of any kind. */
const anything = (route: Route) =>
  Arbitrary.map(
    Arbitrary.all([anyNumber, validInput(route), brokenInput(route), json, string]),
    ([which, valid, { input: broken }, json, string]): Input & { readonly body: string } =>
      [
        { ...valid, body: text(valid.body) },
        { ...broken, body: text(broken.body) },
        { ...valid, body: text(json) },
        { ...valid, body: string },
      ][which % 4] ?? { body: string },
  )

describe.each(routes)("%s", (_, route) => {
  it.live.prop(
    "no request makes a 500",
    [anything(route)],
    ([{ body, param }]) =>
      Effect.gen(function* () {
        const { status, text } = yield* Effect.promise(() => asked(route, body, param))
        expect([201, 400, 404, 422]).toContain(status)
        expect(JSON.parse(text)).toBeTypeOf("object")
      }),
    { arbitrary: { concurrency: 16, runs: 1_000 }, timeout: 60_000 },
  )

  it.each([
    ["an array that is deeply nested", "[".repeat(30_000) + "]".repeat(30_000)],
    ["an object that is deeply nested", '{"lines":'.repeat(5_000) + "0" + "}".repeat(5_000)],
    ["a property called __proto__", '{"__proto__": {"amount": 1}}'],
    ["a property called constructor", '{"constructor": 1, "toString": 2}'],
    ["a number that is too large", '{"amount": 1e999, "customer_id": 1e999}'],
    ["a property that is there twice", '{"amount": "a", "amount": 1}'],
    ["thousands of properties", `{${Array.from({ length: 4_000 }, (_, at) => `"p${at}":1`).join()}}`],
    ["a lone surrogate", String.raw`{"currency": "\ud800\ud800\ud800", "description": "\udfff"}`],
  ])("%s does not make one either", async (_, body) => {
    const { status, text } = await asked(route, body, route.input.param)
    expect([400, 422]).toContain(status)
    expect(JSON.parse(text)).toBeTypeOf("object")
  })
})

const payNow = () =>
  routes.find(([operation]) => operation.startsWith("PayNow"))?.[1] ?? expect.fail("no route")

it("takes no property called __proto__, wherever it stands", async () => {
  const metadata = '{"__proto__":"a","constructor":"b"}'
  const { status } = await asked(payNow(), `{"customer_id":"1","lines":[],"metadata":${metadata}}`, "1")
  expect(status).toBe(400)
})

it.each([
  [1, 201],
  [100, 201],
  [101, 201],
  [255, 201],
  [256, 422],
])("takes a store's id of %i characters for what it is: %i", async (length, expected) => {
  const { status } = await asked(payNow(), text(payNow().input.body), "s".repeat(length))
  expect(status).toBe(expected)
})
