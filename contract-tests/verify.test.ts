import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import { spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Schema from "effect/Schema"
import { Run } from "../src/contract/run.ts"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { exitCode } from "../src/contract/exit-code.ts"
import { runContracts } from "../src/contract/run-contracts.ts"
import type { Contract } from "../src/contract/scenario.ts"
import { sandboxes } from "../src/contract/target.ts"
import type { Verdict } from "../src/contract/verdict.ts"
import { environment } from "./emulator/credentials.ts"
import type { Fault, Rule } from "./emulator/fault.ts"
import { startEmulator } from "./emulator/server.ts"
import { contracts, readFixtures } from "./fixtures.ts"
import { emulatorSubjects } from "./targets.ts"
import { elementsOf } from "./xml.ts"

const fixtures = readFixtures().map(({ fixture }) => fixture)
const emulator = await startEmulator()
afterAll(() => emulator.close())

const one = (operation: string) => contracts.filter((contract) => contract.operation === operation)
const developer = "PaywintDeveloper.createCheckoutToken"
const link = "PaywintPlatform.createPaymentLink"
const payNow = "PayNow.createCheckoutSession"

/** Verifies against the emulator, which has been told to fail by `rules`, configured otherwise where `changes` say. */
const run = (
  of: ReadonlyArray<Contract>,
  rules: ReadonlyArray<Rule> = [],
  changes: Readonly<Record<string, string>> = {},
  fetch = globalThis.fetch,
) => {
  emulator.reset()
  for (const rule of rules) emulator.fail(rule)
  const configuration = ConfigProvider.fromUnknown({
    ...emulatorSubjects,
    ...environment(emulator.url),
    ...changes,
  })
  return Effect.runPromise(runContracts(of, fixtures, sandboxes(configuration, fetch, 0), "test"))
}
type Ran = Awaited<ReturnType<typeof run>>

const scenariosOf = ({ operations }: Ran) => operations.flatMap(({ scenarios }) => scenarios)
const found = (ran: Ran) => [
  ...new Set(
    scenariosOf(ran).flatMap(({ drift }) => drift.map(({ pointer, severity }) => `${severity} ${pointer}`)),
  ),
]
const verdicts = ({ operations }: Ran) => operations.map(({ verdict }) => verdict)
const exits = (ran: Ran) => (["breaking", "warning", "info"] as const).map((least) => exitCode(ran, least))

const patch = (op: "add" | "remove" | "replace", path: string, value?: unknown): Fault => ({
  kind: "patch",
  patch: [{ op, path, ...(value === undefined ? {} : { value }) }],
})
const status = (status: number, body?: unknown): Fault => ({
  kind: "status",
  status,
  ...(body === undefined ? {} : { body }),
})
const success = { message: "m", queryGeneratedTime: 1, success: true }
const token = { checkout_token: "t", expires_at: "2030-01-01T00:00:00Z" }
const needed = { detail: [{ loc: ["body", "tax_id"], msg: "Field required", type: "missing" }] }
const refused = {
  code: "validation",
  errors: [{ code: "required", message: "Required", path: "tax_id", validation: "required" }],
  message: "The request is not valid",
  status: 400,
  trace_id: null,
}

const add = (path: string): Rule => ({ fault: patch("add", path, 1) })
const gone = (path: string): Rule => ({ fault: patch("remove", path) })
const becomes = (path: string, value: unknown): Rule => ({ fault: patch("replace", path, value) })
const header = (name: string, value: string): Rule => ({
  fault: { headers: { [name]: value }, kind: "headers" },
})
/** Hits the first scenario that sends something: the success. */
const once = (fault: Fault): Rule => ({ fault, times: 1 })

/** What a rule makes of an operation: findings, the worst one first. */
const drifting: ReadonlyArray<readonly [string, string, Rule, string]> = [
  ["a new property", developer, add("/data/new"), "info /response/body/data/(unknown name)"],
  ["a new property of the envelope", developer, add("/meta"), "info /response/body/(unknown name)"],
  ["a new property of a closed object", payNow, add("/new"), "info /response/body/(unknown name)"],
  ["a new name with a slash", developer, add("/data/a~1b"), "info /response/body/data/(unknown name)"],
  ["a new name with a slash", payNow, add("/a~1b"), "info /response/body/(unknown name)"],
  ["a new name that is not ASCII", payNow, add("/größe"), "info /response/body/(unknown name)"],
  ["an optional property gone", link, gone("/message"), "warning /response/body/message"],
  ["a deprecation", developer, header("deprecation", "@1767225600"), "warning /response/headers/deprecation"],
  ["a sunset", payNow, header("sunset", "Thu, 01 Jan 2032 00:00:00 GMT"), "warning /response/headers/sunset"],
  ["a type", developer, becomes("/data/checkout_token", 7), "breaking /response/body/data/checkout_token"],
  ["a type of the envelope", link, becomes("/success", "yes"), "breaking /response/body/success"],
  ["null", payNow, becomes("/url", null), "breaking /response/body/url"],
  ["an array for an object", developer, becomes("/data", []), "breaking /response/body/data"],
  ["a required property gone", developer, gone("/data/checkout_token"), "breaking /response/body/data"],
  ["a required property gone", payNow, gone("/token"), "breaking /response/body"],
  [
    "a property gone that only the program requires",
    link,
    gone("/data/payment_id"),
    "breaking /response/body/data/payment_id",
  ],
  ["a format", developer, becomes("/data/expires_at", "soon"), "breaking /response/body/data/expires_at"],
  ["a format", payNow, becomes("/id", "18446744073709551616"), "breaking /response/body/id"],
  [
    "a link not to be followed",
    link,
    becomes("/data/payment_link", "javascript:0"),
    "breaking /response/body/data/payment_link",
  ],
  ["a URL not to be followed", payNow, becomes("/url", "javascript:0"), "breaking /response/body/url"],
  ["an undocumented error", developer, once(status(418)), "breaking /response/status"],
  [
    "an undocumented success",
    developer,
    once(status(201, { ...success, data: token })),
    "breaking /response/status",
  ],
  ["a redirect", payNow, once(status(302, "")), "breaking /response/headers/content-type"],
  [
    "a content type",
    developer,
    { fault: { kind: "content-type", value: "text/plain" } },
    "warning /response/headers/content-type",
  ],
  ["HTML", payNow, once({ kind: "html" }), "breaking /response/headers/content-type"],
  ["JSON that is cut", developer, { fault: { kind: "truncated" } }, "breaking /response/body"],
  ["a newly required input", link, once(status(422, needed)), "breaking /request/body/tax_id"],
  ["a newly required input", payNow, once(status(400, refused)), "breaking /request/body/tax_id"],
  ["a success that is declined", developer, { fault: { kind: "unsuccessful" } }, "breaking /response"],
  [
    "input accepted that was refused",
    developer,
    { ...once(status(200, { ...success, data: token })), skip: 1 },
    "breaking /response",
  ],
]

// With --fail-on breaking, warning, and info.
const codes: Readonly<Record<string, ReadonlyArray<number>>> = {
  breaking: [1, 1, 1],
  info: [0, 0, 1],
  warning: [0, 1, 1],
}

it.each(drifting)("drift: %s (%s)", async (_, operation, rule, findings) => {
  const ran = await run(one(operation), [{ ...rule, operation }])
  expect(found(ran).sort().join(", ")).toBe(findings)
  expect(verdicts(ran)).toEqual(["drift"])
  expect(exits(ran)).toEqual(codes[findings.split(" ")[0] ?? ""])
})

it("drift: a rule of the program's own is reported in the program's words", async () => {
  const rules = [{ ...becomes("/data/payment_link", "javascript:0"), operation: link }]
  const [drift] = scenariosOf(await run(one(link), rules)).flatMap((scenario) => scenario.drift)
  expect(drift).toEqual({
    expected: "an http(s) URL",
    got: "string",
    meaning: "The document allows this. The program does not: it ends in ContractViolation, not in success.",
    pointer: "/response/body/data/payment_link",
    severity: "breaking",
  })
})

it("drift: a value that an enum does not list is a warning", async () => {
  const [contract] = one(developer)
  if (contract === undefined) throw new Error("No such contract")
  const document = structuredClone(contract.document)
  const { properties } = Object(document.components.schemas["CommonResponse_CheckoutTokenResponse_"])
  properties.message.enum = ["Success"]
  const enumerated = [{ ...contract, document }]
  expect(verdicts(await run(enumerated))).toEqual(["pass"])
  const ran = await run(enumerated, [
    { fault: patch("replace", "/message", "Partial"), operation: developer },
  ])
  expect([found(ran), exits(ran)]).toEqual([["warning /response/body/message"], codes["warning"]])
})

it("no drift: lists may be empty, and what may be null may be null", async () => {
  const empty = { ...refused, errors: [] }
  for (const body of [empty, { ...empty, errors: null }]) {
    const ran = await run(one(payNow), [{ ...once(status(400, body)), skip: 1 }])
    expect([found(ran), verdicts(ran)]).toEqual([[], ["pass"]])
  }
})

const revoked = "a-credential-that-was-revoked"
const production = "https://api.paywint.com"
const unreachable = "http://127.0.0.1:1"
const hasty = contracts.map((contract) => ({
  ...contract,
  scenarios: contract.scenarios.map((scenario) => ({ ...scenario, deadline: 30 })),
}))

const standing: ReadonlyArray<
  readonly [
    what: string,
    options: {
      readonly of?: ReadonlyArray<Contract>
      readonly rules?: ReadonlyArray<Rule>
      readonly configuration?: Readonly<Record<string, string>>
    },
    Verdict,
    exit: number,
  ]
> = [
  ["nothing changed", {}, "pass", 0],
  ["503", { rules: [{ fault: status(503) }] }, "outage", 2],
  ["a proxy's page", { rules: [{ fault: { kind: "html", status: 502 } }] }, "outage", 2],
  ["a reset before the answer", { rules: [{ fault: { kind: "reset-before" } }] }, "outage", 2],
  ["a reset after the work", { rules: [{ fault: { kind: "reset-after" } }] }, "outage", 2],
  ["an answer that breaks off", { rules: [{ fault: { kind: "broken-off" } }] }, "outage", 2],
  ["no answer in time", { of: hasty, rules: [{ fault: { kind: "delay", ms: 5_000 } }] }, "outage", 2],
  [
    "no server",
    {
      configuration: {
        PAYNOW_BASE_URL: unreachable,
        PAYWINT_DEVELOPER_BASE_URL: unreachable,
        PAYWINT_PLATFORM_BASE_URL: unreachable,
      },
    },
    "outage",
    2,
  ],
  ["429", { rules: [{ fault: status(429) }] }, "throttled", 2],
  ["401", { rules: [{ fault: status(401) }] }, "credentials", 3],
  ["403", { rules: [{ fault: status(403) }] }, "credentials", 3],
  [
    "credentials that are dead",
    {
      configuration: { PAYNOW_API_KEY: revoked, PAYWINT_API_KEY: revoked, PAYWINT_PLATFORM_SECRET: revoked },
    },
    "credentials",
    3,
  ],
  [
    "a subject that is not one, so that nothing is sent",
    { configuration: { CONTRACT_PAYWINT_USER_ID: "nobody" }, of: one(link) },
    "skipped",
    4,
  ],
  [
    "no credentials",
    { configuration: { PAYNOW_API_KEY: "", PAYWINT_API_KEY: "", PAYWINT_PLATFORM_SECRET: "" } },
    "skipped",
    4,
  ],
]

it.each(standing)("%s", async (_, { configuration, of = contracts, rules }, verdict, exit) => {
  const ran = await run(of, rules, configuration)
  expect(verdicts(ran)).toEqual(of.map(() => verdict))
  expect(found(ran)).toEqual([])
  expect(exitCode(ran, "info")).toBe(exit)
})

it("names the credentials that are missing", async () => {
  const ran = await run(one(payNow), [], { CONTRACT_PAYNOW_STORE_ID: "", PAYNOW_API_KEY: "" })
  expect(ran.operations.map(({ note }) => note)).toEqual([
    "Missing: CONTRACT_PAYNOW_STORE_ID, PAYNOW_API_KEY",
  ])
})

it.each([production, "https://paywint.com", "https://sandbox.paywint.com.evil.example"])(
  "%s is never asked anything",
  async (url) => {
    const asked: Array<unknown> = []
    const fetch: typeof globalThis.fetch = async (input) => {
      asked.push(input)
      return new Response()
    }
    const changes = { PAYWINT_DEVELOPER_BASE_URL: url, PAYWINT_PLATFORM_BASE_URL: url }
    const ran = await run([...one(developer), ...one(link)], [], changes, fetch)
    expect(asked).toEqual([])
    expect([verdicts(ran), exitCode(ran, "breaking")]).toEqual([["skipped", "skipped"], 4])
    expect(ran.operations.map(({ note }) => note?.includes(new URL(url).hostname))).toEqual([true, true])
  },
)

describe("what fails once", () => {
  it.each<Fault>([status(503), status(429), { kind: "reset-before" }])(
    "$kind $status is flaky",
    async (fault) => {
      const ran = await run(one(payNow), [{ fault, times: 1 }])
      expect([verdicts(ran), exitCode(ran, "info")]).toEqual([["pass"], 0])
      const flaky = scenariosOf(ran).flatMap((scenario) => (scenario.flaky ? [scenario.scenario] : []))
      expect(flaky).toEqual(["success"])
    },
  )

  it("is tried again once and no more", async () => {
    await run(one(payNow), [{ fault: status(503), times: 2 }])
    // The success twice, the rejected, the unauthorized.
    expect(emulator.received().map((request) => request.status)).toEqual([503, 503, 400, 401])
  })

  it("drifts where the second try does", async () => {
    const rules = [
      { fault: status(503), operation: developer, times: 1 },
      { fault: patch("remove", "/data/checkout_token"), operation: developer },
    ]
    const ran = await run(one(developer), rules)
    expect([verdicts(ran), exitCode(ran, "breaking")]).toEqual([["drift"], 1])
  })
})

describe("where several hold", () => {
  const breaking = { fault: status(418), operation: link }
  const slight = { fault: patch("add", "/new", 1), operation: payNow }
  const down = { fault: status(503), operation: developer }
  const limited = { fault: status(429), operation: developer }
  const dead = { PAYWINT_PLATFORM_SECRET: revoked }
  const none = { PAYNOW_API_KEY: "" }
  it.each<readonly [string, ReadonlyArray<Rule>, Readonly<Record<string, string>>, number]>([
    ["drift before all", [breaking, down], { ...dead, ...none }, 1],
    ["credentials before an outage", [down], { ...dead, ...none }, 3],
    ["an outage before what is skipped", [down], none, 2],
    ["throttling before what is skipped", [limited], none, 2],
    ["what is skipped before a pass", [], none, 4],
    ["an outage before drift that is tolerated", [down, slight], {}, 2],
  ])("%s", async (_, rules, changes, exit) => {
    expect(exitCode(await run(contracts, rules, changes), "breaking")).toBe(exit)
  })

  it("within one operation too: drift, though the rest is an outage", async () => {
    const rules = [
      { ...breaking, times: 1 },
      { fault: status(503), operation: link },
    ]
    const ran = await run(one(link), rules)
    expect([verdicts(ran), exitCode(ran, "breaking")]).toEqual([["drift"], 1])
  })

  it("and drift that quotes a secret is drift, without its details", async () => {
    const secret = environment("")["PAYWINT_API_SECRET"] ?? ""
    const patch = [
      { op: "add", path: `/data/${secret}`, value: 1 },
      { op: "replace", path: "/data/checkout_token", value: 7 },
    ] as const
    const ran = await run(one(developer), [{ fault: { kind: "patch", patch }, operation: developer }])
    expect(JSON.stringify(ran)).not.toContain(secret)
    expect([verdicts(ran), exitCode(ran, "breaking")]).toEqual([["drift"], 1])
  })
})

it("raises no false alarm in 100 runs", async () => {
  const alarms: Array<unknown> = []
  emulator.reset()
  for (let batch = 0; batch < 10; batch++) {
    const ran = await Promise.all(Array.from({ length: 10 }, () => run(contracts)))
    alarms.push(
      ...ran.flatMap((one) => one.operations).filter(({ verdict }) => verdict !== "pass"),
      ...ran.flatMap(scenariosOf).filter(({ flaky }) => flaky),
    )
  }
  expect(emulator.received().length).toBeGreaterThan(0)
  expect(alarms).toEqual([])
})

/** Runs the command in a process that knows no credentials but `env`; gives how it ended and what it printed. */
const command = (args: ReadonlyArray<string>, env: Readonly<Record<string, string>> = {}) =>
  new Promise<{ readonly code: number | null; readonly output: string }>((resolve) => {
    const script = new URL("verify.ts", import.meta.url).pathname
    const child = spawn(process.execPath, [script, ...args], { env: { PATH: process.env["PATH"], ...env } })
    let output = ""
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += String(text)))
    child.on("close", (code) => resolve({ code, output }))
  })

describe("npm run contract:verify", () => {
  const folder = mkdtempSync(join(tmpdir(), "contract-verify-"))
  afterAll(() => rmSync(folder, { recursive: true }))
  beforeAll(() => {
    emulator.reset()
    emulator.fail({ ...becomes("/data/checkout_token", 7), operation: developer })
    emulator.fail({ fault: status(503), operation: payNow })
  })
  const emulated = ["--target", emulator.url, "--operation"]

  it.concurrent.each<
    readonly [string, ReadonlyArray<string>, Readonly<Record<string, string>>, number, RegExp]
  >([
    ["all pass", [...emulated, link], {}, 0, /^pass +PaywintPlatform.createPaymentLink +4\/4 scenarios$/m],
    [
      "drift",
      [...emulated, developer],
      {},
      1,
      /breaking \/response\/body\/data\/checkout_token\n +expected string; got number/,
    ],
    ["an outage", [...emulated, payNow], {}, 2, /^outage +PayNow.createCheckoutSession/m],
    ["dead credentials", [...emulated, link], { PAYWINT_PLATFORM_SECRET: revoked }, 3, /^credentials /m],
    [
      "no credentials",
      ["--target", "sandbox", "--api", "paynow"],
      {},
      4,
      /^skipped .* Missing: .*PAYNOW_API_KEY/m,
    ],
    ["no target", [], {}, 64, /--target is missing/],
    ["a target that is none", ["--target", "production"], {}, 64, /neither emulator nor sandbox/],
    ["an unknown API", ["--target", "emulator", "--api", "paypal"], {}, 64, /there are:\n +paywint-platform/],
    [
      "an unknown severity",
      ["--target", "emulator", "--fail-on", "any"],
      {},
      64,
      /none of info, warning, breaking/,
    ],
  ])("%s", async (_, args, env, code, said) => {
    const ran = await command(args, env)
    expect([ran.code, ran.output]).toEqual([code, expect.stringMatching(said)])
  })

  it.concurrent("writes reports", async () => {
    const [html, json, junit] = [join(folder, "html"), join(folder, "json"), join(folder, "junit")]
    const reports = ["--html", html, "--json", json, "--junit", junit]
    expect(await command(["--target", emulator.url, ...reports])).toMatchObject({ code: 1 })

    const run = Schema.decodeUnknownSync(Schema.fromJsonString(Run))(readFileSync(json, "utf8"))
    const failing: Readonly<Record<string, string>> = { [developer]: "drift", [payNow]: "outage" }
    expect(run.operations.map(({ operation, verdict }) => [operation, verdict])).toEqual(
      contracts.map(({ operation }) => [operation, failing[operation] ?? "pass"]),
    )
    const all = contracts.length
    expect(readFileSync(html, "utf8")).toContain(`<title>Contracts: 2 of ${all} do not pass</title>`)
    const names = elementsOf(readFileSync(junit, "utf8"))
    const count = (name: string) => names.filter((known) => known === name).length
    // Each operation has a scenario that drifts or can't be tried; what is invalid is never sent.
    expect(["testsuite", "testcase", "failure", "error"].map(count)).toEqual([
      all,
      contracts.flatMap(({ scenarios }) => scenarios.filter(({ leaves }) => leaves !== undefined)).length,
      1,
      3,
    ])
  })
})
