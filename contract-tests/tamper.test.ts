import * as Effect from "effect/Effect"
import fc from "fast-check"
import { expect, it } from "vitest"
import { check } from "../src/contract/check.ts"
import type { Fixture, RecordedResponse } from "../src/contract/fixture.ts"
import { contracts, readFixtures } from "./fixtures.ts"

type Tamper = (response: RecordedResponse) => RecordedResponse

/** Puts `value` in the place that `path` names in a JSON body, or takes the place out. */
const edited = (
  response: RecordedResponse,
  path: ReadonlyArray<string>,
  value?: unknown,
): RecordedResponse => {
  const body: unknown = JSON.parse(response.body)
  const key = path.at(-1) ?? ""
  const parent = path.slice(0, -1).reduce<unknown>((node, step) => Object(node)[step], body)
  if (value === undefined) Reflect.deleteProperty(Object(parent), key)
  else Reflect.set(Object(parent), key, value)
  return { ...response, body: JSON.stringify(body) }
}

const enveloped = ["data"]
const successes: Readonly<
  Record<
    string,
    { at: ReadonlyArray<string>; required: ReadonlyArray<string>; formats: Record<string, string> }
  >
> = {
  "PaywintDeveloper.createCheckoutToken": {
    at: enveloped,
    formats: { expires_at: "tomorrow" },
    required: ["checkout_token", "expires_at"],
  },
  "PaywintPlatform.createCheckoutToken": {
    at: enveloped,
    formats: { expires_at: "2026-02-30T00:00:00Z" },
    required: ["checkout_token", "expires_at"],
  },
  "PaywintPlatform.createPaymentLink": {
    at: enveloped,
    formats: { payment_id: "7" },
    required: ["payment_id", "payment_link"],
  },
  "PayNow.createCheckoutSession": {
    at: [],
    formats: { id: "18446744073709551616" },
    required: ["id", "token", "url"],
  },
}

/** Changes of a success that its document (or, of a payment link, its rules) forbids. */
const tampersOf = (operation: string): ReadonlyArray<readonly [string, Tamper]> => {
  const { at, formats, required } = successes[operation] ?? { at: [], formats: {}, required: [] }
  return [
    ...required.flatMap((name) => [
      [`type of ${name}`, (response: RecordedResponse) => edited(response, [...at, name], 7)] as const,
      [`${name} null`, (response: RecordedResponse) => edited(response, [...at, name], null)] as const,
      [`${name} gone`, (response: RecordedResponse) => edited(response, [...at, name])] as const,
    ]),
    ...Object.entries(formats).map(
      ([name, value]) =>
        [
          `format of ${name}`,
          (response: RecordedResponse) => edited(response, [...at, name], value),
        ] as const,
    ),
    ["content type", (response) => ({ ...response, headers: { "content-type": "text/plain" } })],
    ["status", (response) => ({ ...response, status: 201 })],
    ["error status", (response) => ({ ...response, status: 418 })],
    ["array for object", (response) => ({ ...response, body: "[]" })],
    ["cut", (response) => ({ ...response, body: response.body.slice(0, -2) })],
  ]
}

const hasBody = ({ exchange }: Fixture) =>
  exchange !== null && typeof exchange.response !== "string" && exchange.response.body !== ""
const successful = readFixtures().filter(
  ({ fixture }) => ["success", "unknown-property"].includes(fixture.scenario) && hasBody(fixture),
)
const cases = successful.flatMap(({ file, fixture }) =>
  tampersOf(fixture.operation).map(([what, tamper]) => ({ file, fixture, tamper, what })),
)

const tampered = (fixture: Fixture, tamper: Tamper): Fixture => {
  const { exchange } = fixture
  if (exchange === null || typeof exchange.response === "string")
    throw new Error("There is no response to change")
  return { ...fixture, exchange: { ...exchange, response: tamper(exchange.response) } }
}

it("names the place of every change that a document forbids", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...cases), async ({ fixture, tamper }) => {
      const contract = contracts.find(({ operation }) => operation === fixture.operation)
      if (contract === undefined) throw new Error("No such contract")
      const faults = await Effect.runPromise(check(contract, tampered(fixture, tamper)))
      expect(faults.length).toBeGreaterThan(0)
      expect(faults.every(({ pointer }) => /^\/(exchange|ending)/.test(pointer))).toBe(true)
    }),
    { numRuns: 100 },
  )
})
