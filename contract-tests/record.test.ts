import { spawn } from "node:child_process"
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { afterAll, beforeEach, expect, it } from "vitest"
import type { Fixture } from "../src/contract/fixture.ts"
import { record } from "../src/contract/record.ts"
import type { Contract } from "../src/contract/scenario.ts"
import { configured, referencesOf, sandboxes } from "../src/contract/target.ts"
import { environment } from "./emulator/credentials.ts"
import type { Fault } from "./emulator/fault.ts"
import { startEmulator } from "./emulator/server.ts"
import { contracts, readFixtures } from "./fixtures.ts"
import { emulatorSubjects } from "./targets.ts"

const emulator = await startEmulator()
afterAll(() => emulator.close())
beforeEach(() => emulator.reset())

const target = sandboxes(
  ConfigProvider.fromUnknown({ ...emulatorSubjects, ...environment(emulator.url) }),
  fetch,
  0,
)
const { payNow, paywintDeveloper, paywintPlatform } = emulator.credentials

const contractOf = (operation: string): Contract => {
  const found = contracts.find((contract) => contract.operation === operation)
  if (found === undefined) throw new Error(`No such operation: ${operation}`)
  return found
}
const developer = contractOf("PaywintDeveloper.createCheckoutToken")
const link = contractOf("PaywintPlatform.createPaymentLink")
const session = contractOf("PayNow.createCheckoutSession")

const recorded = async (
  contract: Contract,
  name = "success",
): Promise<Result.Result<Fixture, { readonly message: string }>> => {
  const scenario = contract.scenarios.find((known) => known.name === name)
  if (scenario === undefined) throw new Error(`No such scenario: ${name}`)
  const values = await Effect.runPromise(configured(contract, target))
  const secrets = values.flatMap(([, value]) => value ?? [])
  const references = referencesOf(contract, values, crypto.randomUUID().slice(0, 8))
  return Effect.runPromise(
    Effect.result(record(contract, scenario, references, target, secrets, "2026-01-01")),
  )
}
const why = (result: Awaited<ReturnType<typeof recorded>>) =>
  Result.isFailure(result) ? result.failure.message : "recorded"

const add = (path: string, value: unknown): Fault => ({ kind: "patch", patch: [{ op: "add", path, value }] })

const folder = new URL("fixtures/", import.meta.url)
/** Every file with what is in it. */
const bytes = () =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name, parentPath }) => {
        const file = `${parentPath}/${name}`
        return [file, readFileSync(file, "base64")]
      }),
  )

/** Runs the command in a process that knows no credentials. */
const command = (...args: ReadonlyArray<string>) =>
  new Promise<{ readonly code: number | null; readonly output: string }>((resolve) => {
    const script = new URL("record.ts", import.meta.url).pathname
    const child = spawn(process.execPath, [script, ...args], { env: { PATH: process.env["PATH"] } })
    let output = ""
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += String(text)))
    child.on("close", (code) => resolve({ code, output }))
  })

it("changes no file where nothing has changed, however often", async () => {
  const before = bytes()
  expect(Object.keys(before)).toHaveLength(readFixtures().length)
  // Each has an emulator of its own, at a port of its own.
  const rounds = await Promise.all([1, 2].map(() => command("--target", "emulator")))
  const changed = Object.entries(bytes()).filter(([file, content]) => before[file] !== content)
  // Whatever went wrong, no other test is to see it.
  for (const [file] of changed) {
    if (before[file] === undefined) rmSync(file)
    else writeFileSync(file, before[file], "base64")
  }
  expect(changed.map(([file]) => file)).toEqual([])
  for (const { code, output } of rounds) {
    expect([code, output]).toEqual([
      0,
      expect.stringMatching(/^0 failed, 0 skipped, [1-9]\d* unchanged, 0 written$/m),
    ])
  }
})

it("writes nothing of a scenario that ends otherwise, and goes on with the others", async () => {
  const before = bytes()
  emulator.fail({ fault: { kind: "status", status: 503 }, operation: developer.operation, times: 1 })
  const { code, output } = await command("--target", emulator.url, "--operation", developer.operation)
  expect(code).toBe(1)
  expect(output).toContain(`failed    ${developer.operation}/success: expected success, got Unavailable`)
  expect(output).toContain("1 failed, 0 skipped, 3 unchanged, 0 written")
  expect(bytes()).toEqual(before)
})

it("without credentials there is nothing to record", async () => {
  const { code, output } = await command("--target", "sandbox", "--api", "paynow")
  expect([code, output]).toEqual([4, expect.stringContaining("missing CONTRACT_PAYNOW_CUSTOMER_ID")])
})

it.each<readonly [string, Contract, string, Fault, string]>([
  ["an outage", link, "success", { kind: "status", status: 500 }, "expected success, got Unavailable"],
  ["a reset", session, "success", { kind: "reset-after" }, "expected success, got Unreachable"],
  ["throttling", developer, "success", { kind: "status", status: 429 }, "expected success, got RateLimited"],
  ["a refusal", link, "success", { kind: "status", status: 401 }, "expected success, got Unauthorized"],
  ["drift", session, "success", add("/token", 7), "expected success, got ContractViolation"],
  [
    "an outage",
    developer,
    "unauthorized",
    { kind: "html", status: 502 },
    "expected Unauthorized, got Unavailable",
  ],
])("%s is not recorded", async (_, contract, scenario, fault, message) => {
  emulator.fail({ fault, operation: contract.operation })
  expect(why(await recorded(contract, scenario))).toBe(message)
})

it.each<readonly [string, Contract, ReadonlyArray<Fault>]>([
  ["another message", link, [add("/message", "Done.")]],
  ["an id with fewer digits", session, [add("/id", "311486491630370816"), add("/id", "99")]],
  [
    "a time that ends a second",
    link,
    [add("/queryGeneratedTime", 1782303609), add("/queryGeneratedTime", 1.5)],
  ],
  ["a time in another zone", developer, [add("/data/expires_at", "2031-07-04T10:00:00.123+02:00")]],
  ["a longer token", developer, [add("/data/checkout_token", "x.y.z".repeat(100))]],
  ["a longer link", link, [add("/data/payment_link", "https://pay.example/a/b?c=d#e")]],
])("is the same whatever comes: %s", async (_, contract, faults) => {
  const first = await recorded(contract)
  expect(why(first)).toBe("recorded")
  for (const fault of faults) {
    emulator.reset()
    emulator.fail({ fault, operation: contract.operation })
    expect(await recorded(contract)).toEqual(first)
  }
})

const anySecret = "a secret or a token"
const guarded = (what: string) => `the fixture would hold ${what}; nothing was written`
const secret = paywintDeveloper.secret
const token = "Zk3x9Q2LmP0vR7"
const theSecret = "the value of PAYWINT_API_SECRET"

it.each<readonly [string, Contract, string, string, string]>([
  ["a credential", developer, "/message", secret, theSecret],
  ["a credential within a text", developer, "/message", `Not ${secret}!`, theSecret],
  ["a credential in hex", developer, "/message", Buffer.from(secret).toString("hex"), theSecret],
  [
    "a credential in base64",
    developer,
    "/message",
    Buffer.from(`x ${secret} y`).toString("base64"),
    theSecret,
  ],
  ["a credential that is URL-encoded", developer, "/message", encodeURIComponent(`a=${secret}&b`), theSecret],
  ["another credential", developer, "/message", paywintDeveloper.key, "the value of PAYWINT_API_KEY"],
  ["the credential of PayNow", session, "/token", payNow.key, "the value of PAYNOW_API_KEY"],
  ["the secret that signs", link, "/message", paywintPlatform.secret, "the value of PAYWINT_PLATFORM_SECRET"],
  ["a token", developer, "/data/checkout_token", token, anySecret],
])("the guard finds %s in a place that is kept", async (_, contract, place, value, what) => {
  emulator.fail({ fault: add(place, value), operation: contract.operation })
  expect(why(await recorded(contract))).toBe("recorded")
  expect(why(await recorded({ ...contract, kept: [place] }))).toBe(guarded(what))
})

it("the guard lets pass what is kept and is no secret", async () => {
  emulator.fail({ fault: add("/message", "Created"), operation: developer.operation })
  const result = await recorded({ ...developer, kept: ["/message"] })
  expect(why(result)).toBe("recorded")
  expect(JSON.stringify(result)).toContain("Created")
})

it("a name that the document does not know is replaced, a token or not", async () => {
  emulator.fail({
    fault: add("/data/new", { [token]: 1, "jane.doe@example.com": { [secret]: [{ jane: true }] } }),
    operation: developer.operation,
  })
  const result = await recorded(developer)
  expect(why(result)).toBe("recorded")
  const text = JSON.stringify(result)
  for (const name of [token, secret, "jane"]) expect(text).not.toContain(name)
  expect(text).toContain('{\\"redacted-1\\":1,\\"redacted-2\\":{\\"redacted-1\\":[{\\"redacted-1\\":true}]}}')
})
