/** No request of a contract run goes to a host that is not allowed, whatever names that host. */
import * as Config from "effect/Config"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import {
  type Call,
  configured,
  type Contract,
  exitCode,
  record,
  referencesOf,
  runContracts,
  sandboxes,
  type Scenario,
  type Target,
} from "../src/contract/index.ts"
import { contracts } from "./fixtures.ts"
import { fixturesOf, gifts, giftsSandbox, success } from "./own-contract.ts"

const verified = async (contract: Contract, target: Target) => {
  const ran = await Effect.runPromise(runContracts([contract], await fixturesOf(gifts), target, "test"))
  const [operation] = ran.operations
  return { exit: exitCode(ran, "breaking"), operation, scenarios: operation?.scenarios ?? [] }
}
/** The message of each scenario's recording. */
const recorded = (contract: Contract, target: Target) =>
  Effect.runPromise(
    Effect.gen(function* () {
      const values = yield* configured(contract, target)
      const secrets = values.flatMap(([, value]) => value ?? [])
      const references = referencesOf(contract, values, "a1b2c3d4")
      const recordings = contract.scenarios
        .filter(target.performs)
        .map((scenario) =>
          Effect.result(record(contract, scenario, references, target, secrets, "2026-01-01")),
        )
      const results = yield* Effect.all(recordings)
      return results.map((result) =>
        Result.isSuccess(result) ? result.success.provenance.host : result.failure.message,
      )
    }),
  )

describe.each(contracts.filter(({ api }) => api !== "paynow"))("$operation at production", (contract) => {
  const values = Object.fromEntries(
    Object.entries(contract.placeholders).map(([name, value]) => [name, value || "value"]),
  )
  const production = {
    PAYWINT_DEVELOPER_BASE_URL: "https://api.paywint.com",
    PAYWINT_PLATFORM_BASE_URL: "https://api.paywint.com",
  }
  const unreadable = Object.keys(contract.placeholders).filter((name) => /SECRET|KEY/.test(name))

  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ["readable credentials", {}],
    ...unreadable.flatMap((name) =>
      ["\n", "\r\n", " x", "é"].map((end): readonly [string, Readonly<Record<string, string>>] => [
        `${name} with ${JSON.stringify(end)} in it`,
        { [name]: `${values[name]}${end}` },
      ]),
    ),
  ])("is asked nothing with %s", async (_, changes) => {
    const asked: Array<string> = []
    const fetch: typeof globalThis.fetch = async (input, init) => {
      asked.push(new Request(input, init).url)
      return new Response()
    }
    const configuration = ConfigProvider.fromUnknown({ ...values, ...production, ...changes })
    const target = sandboxes(configuration, fetch, 0)
    const { exit, operation } = await verified(contract, target)
    expect([operation?.verdict, exit]).toEqual(["skipped", 4])
    const messages = await recorded(contract, target)
    expect(messages.length).toBeGreaterThan(0)
    expect(asked).toEqual([])
  })
})

const elsewhere = "https://api.gifts.example"

describe("a scenario whose configuration names another base URL", () => {
  const scenario: Scenario = { ...success, configuration: { GIFTS_URL: elsewhere }, name: "elsewhere" }
  const contract = { ...gifts, scenarios: [scenario, success] }
  const note = /^api\.gifts\.example is not a sandbox; .*It was not sent.*`sandboxes`/

  it("is skipped by verify, and the others go on", async () => {
    const { asked, target } = giftsSandbox()
    const { exit, scenarios } = await verified(contract, target)
    expect(scenarios.map(({ flaky, note, verdict }) => [verdict, flaky, note])).toEqual([
      ["skipped", false, expect.stringMatching(note)],
      ["pass", false, undefined],
    ])
    expect([exit, asked]).toEqual([4, ["https://sandbox.gifts.example/cards"]])
  })

  it("is not recorded", async () => {
    const { asked, target } = giftsSandbox()
    expect(await recorded(contract, target)).toEqual([expect.stringMatching(note), "sandbox.gifts.example"])
    expect(asked).toEqual(["https://sandbox.gifts.example/cards"])
  })
})

/** A contract whose base URL is a sandbox, and whose call sends to `url`. */
const sendingTo = (url: string | URL | Request, init: RequestInit = { method: "POST" }): Contract => ({
  ...gifts,
  call: Config.succeed<Call>((_, { fetch }) =>
    Effect.promise(async () => {
      const send = fetch as typeof globalThis.fetch
      // A program that takes a refused request for one that failed, and goes on.
      const answer = await send(url, init).catch(() => undefined)
      return { id: answer?.status ?? "none" }
    }),
  ),
})

it.each([
  ["another host", elsewhere],
  ["its sandbox with a dot at its end", "https://sandbox.gifts.example./cards"],
  ["a host that begins as its sandbox", "https://sandbox.gifts.example.evil.example"],
  ["a host that ends as its sandbox", "https://evilsandbox.gifts.example"],
  ["a parent of its sandbox", "https://gifts.example"],
  ["a child of its sandbox", "https://a.sandbox.gifts.example"],
  ["its sandbox as a user's name", "https://sandbox.gifts.example@api.gifts.example/"],
  ["a user's name and a backslash", "https://api.gifts.example\\@sandbox.gifts.example/"],
  ["credentials for its sandbox", "https://user:pass@sandbox.gifts.example/"],
  ["a user for its sandbox", "https://user@sandbox.gifts.example/"],
  ["its sandbox in a path", "https://api.gifts.example/sandbox.gifts.example"],
  ["its sandbox in another script's letters", "https://sandbоx.gifts.example"],
  ["its sandbox after an encoded slash", "https://api.gifts.example%2fsandbox.gifts.example"],
  ["a host that begins as this machine", "http://localhost.evil.example"],
  ["a host that begins as an address of this machine", "http://127.0.0.1.evil.example"],
  ["an address of another machine", "http://128.0.0.1"],
  ["an address of another machine, as one number", "http://2147483649"],
  ["every address", "http://0.0.0.0:8788"],
  ["an IPv6 address of another machine", "http://[2001:db8::1]"],
  ["another port of another host", "https://api.gifts.example:8443"],
  ["another protocol", "ftp://sandbox.gifts.example"],
  ["a file", "file:///etc/hostname"],
  ["data", "data:application/json,{}"],
  ["a URL that can't be read", "https://sandbox.gifts.example:99999"],
  ["a path alone", "/cards"],
  ["nothing", ""],
  ["a URL object", new URL(elsewhere)],
  ["a request", new Request(elsewhere, { method: "POST" })],
])("%s is never asked, whatever the base URL says", async (_, url) => {
  const { asked, target } = giftsSandbox()
  const contract = sendingTo(url)
  const { exit, scenarios } = await verified(contract, target)
  expect(scenarios.map(({ flaky, verdict }) => [verdict, flaky])).toEqual([["skipped", false]])
  expect(scenarios[0]?.note).toContain("It was not sent.")
  expect(JSON.stringify(scenarios)).not.toContain("pass@")
  expect(exit).toBe(4)
  expect(await recorded(contract, target)).toEqual([scenarios[0]?.note])
  expect(asked).toEqual([])
})

it.each([
  ["its sandbox", "https://sandbox.gifts.example/cards"],
  ["its sandbox in capitals", "HTTPS://Sandbox.GIFTS.example/cards"],
  ["a port of its sandbox", "https://sandbox.gifts.example:8443/cards"],
  ["this machine by name", "http://localhost:1/"],
  ["a name of this machine", "http://gifts.localhost:1/"],
  ["this machine by address", "http://127.0.0.1:1/"],
  ["this machine by another of its addresses", "http://127.8.9.10/"],
  ["this machine by address, in hex", "http://0x7f.1/"],
  ["this machine by address, as one number", "http://2130706433/"],
  ["this machine by its IPv6 address", "http://[0:0:0:0:0:0:0:1]/"],
])("%s is asked", async (_, url) => {
  const { asked, target } = giftsSandbox()
  const { scenarios } = await verified(sendingTo(url), target)
  expect(scenarios.map(({ verdict }) => verdict)).toEqual(["pass"])
  expect(asked).toEqual([new URL(url).href])
})

it("a contract's sandboxes may be in capitals, and in any script", async () => {
  const { asked, target } = giftsSandbox()
  const contract = {
    ...sendingTo("https://sandbox.käfer.example/"),
    sandboxes: ["Sandbox.Gifts.Example", "sandbox.käfer.example"],
  }
  const { operation } = await verified(contract, target)
  expect(operation?.verdict).toBe("pass")
  expect(asked).toEqual(["https://sandbox.xn--kfer-loa.example/"])
})

it.each(["follow", "error", undefined] as const)("a redirect is not followed: %s", async (redirect) => {
  const asked: Array<string> = []
  const { target } = giftsSandbox()
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init)
    asked.push(`${request.redirect} ${request.url}`)
    return new Response(null, { headers: { location: elsewhere }, status: 307 })
  }
  const init = { method: "POST", ...(redirect === undefined ? {} : { redirect }) }
  await verified(sendingTo("https://sandbox.gifts.example/", init), { ...target, fetch })
  expect(asked).toEqual(["manual https://sandbox.gifts.example/"])
})

it("a request after one that was sent is kept back, and no message says that nothing was sent", async () => {
  const { asked, target } = giftsSandbox()
  const contract: Contract = {
    ...gifts,
    call: Config.succeed<Call>((_, { fetch }) =>
      Effect.promise(async () => {
        const send = fetch as typeof globalThis.fetch
        for (const url of ["https://sandbox.gifts.example/token", elsewhere]) await send(url)
        return { id: "1" }
      }),
    ),
  }
  const { scenarios } = await verified(contract, target)
  expect(asked).toEqual(["https://sandbox.gifts.example/token"])
  expect(scenarios).toMatchObject([
    { note: expect.stringContaining("api.gifts.example"), verdict: "skipped" },
  ])
  expect(scenarios[0]?.note).not.toContain("Nothing was sent")
})

it.each<[string, (sent: Promise<Response>) => Effect.Effect<unknown>]>([
  ["dies", (sent) => Effect.promise(() => sent)],
  ["dies of another error", (sent) => Effect.orDie(Effect.tryPromise(() => sent))],
  [
    "fails with an error that is no `ProviderError`",
    (sent) => Effect.tryPromise(() => sent) as Effect.Effect<unknown>,
  ],
  [
    "interrupts itself",
    (sent) =>
      Effect.catchCause(
        Effect.promise(() => sent),
        () => Effect.interrupt,
      ),
  ],
])("a program whose request was kept back %s: the message says why", async (_, end) => {
  const { asked, target } = giftsSandbox()
  const call: Call = (_, { fetch }) => end((fetch as typeof globalThis.fetch)(elsewhere))
  const { exit, scenarios } = await verified({ ...gifts, call: Config.succeed(call) }, target)
  expect(scenarios).toMatchObject([{ note: expect.stringContaining("It was not sent."), verdict: "skipped" }])
  expect([exit, asked]).toEqual([4, []])
})

it("a message quotes no header's value that can't be sent", async () => {
  const { asked, target } = giftsSandbox()
  const headers = { authorization: "gifts-secret-key\n\u0000" }
  const { scenarios } = await verified(sendingTo("https://sandbox.gifts.example/", { headers }), target)
  expect(scenarios.map(({ verdict }) => verdict)).toEqual(["skipped"])
  expect(scenarios[0]?.note).toContain("It was not sent.")
  expect(JSON.stringify(scenarios)).not.toContain("gifts-secret-key")
  expect(asked).toEqual([])
})

it("a base URL that can't be read refuses the whole contract", async () => {
  const unreadable: Contract = { ...gifts, baseUrl: Config.Int("GIFTS_KEY").pipe(Config.map(String)) }
  const { asked, target } = giftsSandbox()
  const { operation, scenarios } = await verified(unreadable, target)
  expect([operation?.verdict, scenarios, asked]).toEqual(["skipped", [], []])
  expect(JSON.stringify(operation)).not.toContain("gifts-secret-key")
})
