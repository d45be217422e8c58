import { fileURLToPath } from "node:url"
import type { Rule } from "../emulator/fault.ts"
import { callerKey } from "./sample-providers.ts"
import { textOf } from "./samples.ts"

/** What a program does when it is run. */
export interface Case {
  readonly what: string
  readonly command: ReadonlyArray<string>
  /** Makes the files that the program reads. */
  readonly before?: ReadonlyArray<string>
  readonly faults?: ReadonlyArray<Rule>
  /** What it says on its error output, where it is to fail. */
  readonly fails?: RegExp
  readonly prints?: RegExp
  /** The operations that providers are asked for, in order. */
  readonly receives: ReadonlyArray<string>
}

export const node = (file: string) => ["node", `../${file}`]

/** Runs a script in Deno by the command that it is shown with, but for the host that it may ask. */
const deno = (file: string, ...more: ReadonlyArray<string>) => {
  const shown = /^ \* +(deno run .*) \S+\.ts/m.exec(textOf(`contract-tests/samples/${file}`))?.[1]
  if (shown === undefined) throw new Error(`${file} does not say how it is run`)
  return [...shown.replace(/(--allow-net=)\S+/, "$1127.0.0.1").split(" "), `../${file}`, ...more]
}

/** Makes a request of a module that has a `fetch`. */
export const ask = (
  file: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: unknown = {},
) => {
  const ask = fileURLToPath(new URL("ask.ts", import.meta.url))
  const json = { "content-type": "application/json", ...headers }
  const init = { body: JSON.stringify(body), headers: json, method: "POST" }
  return ["node", ask, `../${file}`, path, JSON.stringify(init)]
}

export const bearer = { authorization: `Bearer ${callerKey}` }

export const linkPath = "/v1/paywint/platform/users/3c90c3cc-0d44-4b50-8888-8dd25736052a/payment-links"
export const link = "PaywintPlatform.createPaymentLink"
const platformToken = "PaywintPlatform.createCheckoutToken"
export const developerToken = "PaywintDeveloper.createCheckoutToken"
const session = "PayNow.createCheckoutSession"
export const voucher = "Vouchers.create"

const url = String.raw`https?://\S+`
const time = String.raw`\d{4}-\d\d-\d\dT\S+`
export const times = (count: number, what: string) => Array.from({ length: count }, () => what)
export const lines = (...all: ReadonlyArray<string>) => new RegExp(`^${all.join("\n")}\n$`)

const shop = (product: string) => `/customers/411486491630370817/checkouts/${product}`
const product = "411486491630370818"

export const ofSamples: ReadonlyArray<Case> = [
  { command: node("program.ts"), prints: lines(url), receives: [link], what: "program.ts" },
  {
    command: node("program.ts"),
    fails: /Not accepted: /,
    faults: [{ fault: { kind: "status", status: 404 } }],
    receives: [link],
    what: "program.ts, where the provider rejects",
  },
  {
    command: node("policy.ts"),
    prints: lines("answered 200 after \\d+ ms", `a token until ${time}`),
    receives: [developerToken],
    what: "policy.ts",
  },
  {
    command: node("policy.ts"),
    faults: [{ fault: { kind: "status", status: 503 } }],
    prints: lines(...times(2, "answered 503 after \\d+ ms"), "Unavailable after 2 attempts, unknown"),
    receives: times(2, developerToken),
    what: "policy.ts, where the provider is down",
  },
  { command: node("testing.ts"), prints: lines("passed"), receives: [], what: "testing.ts" },
  {
    command: node("unknown-outcome.ts"),
    prints: lines(`link: ${url}`, `token until ${time}`),
    receives: [link, platformToken],
    what: "unknown-outcome.ts",
  },
  {
    command: node("unknown-outcome.ts"),
    faults: [
      { fault: { kind: "reset-after" }, operation: link },
      // All attempts of a call.
      { fault: { kind: "status", status: 503 }, operation: platformToken, times: 4 },
    ],
    prints: lines("link: look for the invoice at Paywint.*", `token until ${time}`),
    receives: [link, ...times(5, platformToken)],
    what: "unknown-outcome.ts, where nobody knows",
  },
  {
    command: deno("deno.ts", "INV-2025-0012", "150.75"),
    prints: lines(url),
    receives: [link],
    what: "deno.ts",
  },
  {
    command: deno("deno.ts", "INV-2025-0012", "much"),
    fails: /amount/,
    receives: [],
    what: "deno.ts with an amount that is none",
  },
  {
    command: ask("hono.ts", shop(product), bearer),
    prints: lines(`201 {"url":"${url}"}`),
    receives: [session],
    what: "hono.ts",
  },
  {
    command: ask("hono.ts", shop(product), {}),
    prints: lines("401 .*"),
    receives: [],
    what: "hono.ts for anybody",
  },
  {
    command: ask("hono.ts", shop("mug"), bearer),
    prints: lines(`422 {"detail":".*product_id.*","outcome":"not-applied","reason":"InvalidRequest"}`),
    receives: [],
    what: "hono.ts with a product that can't be",
  },
  {
    command: ask("hono.ts", shop(product), bearer),
    faults: [{ fault: { kind: "reset-after" } }],
    prints: lines(`502 {"outcome":"unknown","reason":"Unreachable"}`),
    receives: [session],
    what: "hono.ts, where the provider breaks off",
  },
]

/** The examples that compare with what the sample contract.ts recorded. */
const readsFixtures: ReadonlySet<string> = new Set(["verify", "runContracts"])

export const ofExamples: ReadonlyArray<Case> = (
  [
    ["PaywintPlatform", lines(url), link],
    ["PaywintDeveloper", lines(time), developerToken],
    ["PayNow", lines(url), session],
    ["ProviderError", lines("Expected a UUID.*")],
    ["defaultPolicy", lines(url), session],
    ["withBreaker", lines(time), platformToken],
    ["gateway", /^200 {"status":"ok"}$/m],
    [
      "record",
      /^success {[^]*code: 'redacted-code'[^]*^unauthorized {[^]*Unauthorized/m,
      ...times(2, voucher),
    ],
    ["replay", /^{"amount":5} { success: { code: 'V-1' } }\n/],
    ["verify", lines("Vouchers.create pass"), ...times(4, voucher)],
    ["runContracts", lines("pass +Vouchers.create +2/2 scenarios"), ...times(4, voucher)],
  ] as const
).map(([name, prints, ...receives]) => ({
  ...(readsFixtures.has(name) ? { before: [...node("contract.ts"), "record"] } : {}),
  command: node(`${name}.ts`),
  prints,
  receives,
  what: `the example of ${name}`,
}))
