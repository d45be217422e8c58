import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { afterAll, describe, expect, it } from "vitest"
import { alerts, message } from "../src/contract/alert.ts"
import { record } from "../src/contract/record.ts"
import { junit } from "../src/contract/report/junit.ts"
import { page } from "../src/contract/report/page.ts"
import { table } from "../src/contract/report/table.ts"
import type { Run } from "../src/contract/run.ts"
import { runContracts } from "../src/contract/run-contracts.ts"
import { configured, referencesOf, sandboxes } from "../src/contract/target.ts"
import { canariesIn, canary } from "./canary.ts"
import { environment } from "./emulator/credentials.ts"
import type { Fault, Rule } from "./emulator/fault.ts"
import { startEmulator } from "./emulator/server.ts"
import { contracts, readFixtures } from "./fixtures.ts"
import { emulatorSubjects } from "./targets.ts"

it.each<readonly [string, string]>([
  ["plain", "a Canary here"],
  ["hex", Buffer.from("a canary").toString("hex").toUpperCase()],
  ...["", "x", "xx"].map(
    (before) => ["base64", Buffer.from(`${before}canary-and-more`).toString("base64")] as const,
  ),
])("a canary is found in %s", (_, text) => {
  expect(canariesIn(text)).toHaveLength(1)
})

// Some have to be UUIDs: theirs are canaries in hex.
const hex = Buffer.from(canary).toString("hex")
const credentials = {
  payNow: { key: "pnapi_v1_canary" },
  paywintDeveloper: { key: "developer-key-canary", secret: "developer-secret-canary" },
  paywintPlatform: { id: `e0000000-0000-4000-8000-${hex}`, secret: "platform-secret-canary" },
}
const secrets = Object.values(credentials).flatMap((own): ReadonlyArray<string> => Object.values(own))
const emulator = await startEmulator({ credentials })
afterAll(() => emulator.close())

const target = sandboxes(
  ConfigProvider.fromUnknown({
    ...emulatorSubjects,
    ...environment(emulator.url, credentials),
    CONTRACT_PAYWINT_USER_ID: `3c90c3cc-0d44-4b50-8888-${hex}`,
  }),
  fetch,
  0,
)
const fixtures = readFixtures().map(({ fixture }) => fixture)
const operations = contracts.map(({ operation }) => operation)

const reportsOf = (run: Run): Readonly<Record<string, string>> => ({
  alert: message(run, alerts({}, run).alerts).text,
  html: page([run], operations),
  json: JSON.stringify(run),
  junit: junit(run),
  table: run.operations.map(table).join("\n"),
})

type Recorded = Result.Result<unknown, { readonly message: string }>

/** What could reach a disk or a terminal. */
const textOf = (recorded: Recorded) =>
  Result.isSuccess(recorded) ? JSON.stringify(recorded.success) : recorded.failure.message

/** What can be recorded while the emulator fails by `rules`, and why the rest can't. */
const recordAll = async () => {
  const recorded: Array<Recorded> = []
  for (const contract of contracts) {
    const values = await Effect.runPromise(configured(contract, target))
    const known = values.flatMap(([, value]) => value ?? [])
    for (const scenario of contract.scenarios.filter(target.performs)) {
      const references = referencesOf(contract, values, "canary")
      const recording = record(contract, scenario, references, target, known, "2026-01-01")
      recorded.push(await Effect.runPromise(Effect.result(recording)))
    }
  }
  return recorded
}

const add = (path: string, value: unknown): Fault => ({ kind: "patch", patch: [{ op: "add", path, value }] })
const failing = (status: number, body: unknown): Fault => ({
  body,
  kind: "status",
  retryAfter: canary,
  status,
})

/** An echo in the error body of either provider. */
const errors = (text: string) => ({
  code: text,
  detail: [{ input: text, loc: ["body", "amount"], msg: text, type: text }],
  errors: [{ code: text, message: text, path: "lines.0", validation: text }],
  message: text,
  status: 400,
  trace_id: text,
})
// Short words and no digit: the guard, which looks for tokens, takes it for none; only redaction keeps it out.
const value = "a canary that nobody knows"
const echoes: ReadonlyArray<readonly [string, string]> = [
  ["a value", value],
  ["every credential", secrets.join(" ")],
  ["every credential in hex", secrets.map((secret) => Buffer.from(secret).toString("hex")).join(" ")],
  ["every credential in base64", secrets.map((secret) => Buffer.from(secret).toString("base64")).join(" ")],
]
/** Each with what an answer can be given so that it holds the text. */
const planted = (text: string): ReadonlyArray<readonly [string, Rule]> => [
  [
    "response headers",
    {
      fault: {
        headers: {
          "content-type": `application/json; note="${text}"`,
          deprecation: text,
          "retry-after": text,
          "set-cookie": text,
          "www-authenticate": text,
          "x-request-id": text,
        },
        kind: "headers",
      },
    },
  ],
  ["a message", { fault: add("/message", text) }],
  ["a new property", { fault: add("/new", { list: [text, { deep: text }], text }) }],
  [
    "a token",
    { fault: add("/data/checkout_token", text), operation: "PaywintDeveloper.createCheckoutToken" },
  ],
  ["a token", { fault: add("/token", text), operation: "PayNow.createCheckoutSession" }],
  ["a time", { fault: add("/data/expires_at", text), operation: "PaywintDeveloper.createCheckoutToken" }],
  [
    "a link",
    {
      fault: add("/data/payment_link", `https://pay.example/?t=${text}`),
      operation: "PaywintPlatform.createPaymentLink",
    },
  ],
  ["what should be a boolean", { fault: add("/success", text) }],
  [
    "a refusal",
    { fault: { kind: "unsuccessful", message: text }, operation: "PaywintPlatform.createCheckoutToken" },
  ],
  ...[200, 302, 401, 422, 503].flatMap((status) => [
    [`a ${status}`, { fault: failing(status, errors(text)) }] as const,
    [`a ${status} in plain text`, { fault: failing(status, `<p>${text}</p>`) }] as const,
  ]),
  ["a 418 with a string", { fault: failing(418, { detail: text }) }],
]

describe.each(echoes)("%s", (_, text) => {
  it.each(planted(text))("in %s gets nowhere", async (_, rule) => {
    emulator.reset()
    emulator.fail(rule)
    const run = await Effect.runPromise(runContracts(contracts, fixtures, target, "test"))
    const recorded = await recordAll()

    for (const [kind, report] of Object.entries(reportsOf(run))) {
      expect(canariesIn(report), `${kind}: ${report}`).toEqual([])
    }
    for (const result of recorded) {
      expect(canariesIn(textOf(result)), textOf(result)).toEqual([])
    }
    // A run or a recording that says nothing leaks nothing: that is not what is meant.
    expect(recorded.some(Result.isSuccess)).toBe(true)
    expect(run.operations.flatMap(({ scenarios }) => scenarios)).toHaveLength(
      contracts.flatMap(({ scenarios }) => scenarios.filter(target.performs)).length,
    )
  })
})

/** What a provider that was sent a secret could name after it. */
const named = (secret: string): ReadonlyArray<readonly [string, Fault]> => [
  ["a new property", add(`/${secret}`, 1)],
  ["a content type", { kind: "content-type", value: `application/${secret}` }],
  ["an input", failing(422, { detail: [{ loc: ["body", secret], msg: "", type: "" }] })],
  [
    "an input",
    failing(400, { ...errors("no"), errors: [{ code: "", message: "", path: secret, validation: "" }] }),
  ],
]

describe.each<readonly [string, ReadonlyArray<string>]>([
  ["PaywintPlatform.createPaymentLink", Object.values(credentials.paywintPlatform)],
  ["PaywintDeveloper.createCheckoutToken", Object.values(credentials.paywintDeveloper)],
  ["PayNow.createCheckoutSession", Object.values(credentials.payNow)],
])("%s", (operation, own) => {
  it.each(own.flatMap(named))("does not tell of %s that is called like a secret", async (_, fault) => {
    emulator.reset()
    emulator.fail({ fault, operation })
    const run = await Effect.runPromise(runContracts(contracts, fixtures, target, "test"))
    const kept = (await recordAll()).map(textOf)
    expect([...Object.values(reportsOf(run)), ...kept].flatMap(canariesIn)).toEqual([])
    expect(run.operations.find((result) => result.operation === operation)?.verdict).not.toBe("pass")
  })
})
