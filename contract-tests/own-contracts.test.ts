import * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import {
  check,
  type Contract,
  exitCode,
  type Fixture,
  runContracts,
  type Scenario,
  type Target,
  verify,
} from "../src/contract/index.ts"
import { documentOf, fixturesOf, gifts, giftsSandbox, recorded, success } from "./own-contract.ts"

const why = (result: Awaited<ReturnType<typeof recorded>>) =>
  Result.isFailure(result) ? result.failure.message : "recorded"
const run = (contracts: ReadonlyArray<Contract>, target: Target, fixtures: ReadonlyArray<Fixture> = []) =>
  Effect.runPromise(runContracts(contracts, fixtures, target, "test"))

it("is recorded, checked and verified", async () => {
  const { asked, target } = giftsSandbox()
  const result = await recorded(gifts, target)
  expect(why(result)).toBe("recorded")
  if (Result.isFailure(result)) return
  expect(await Effect.runPromise(check(gifts, result.success))).toEqual([])
  const ran = await run([gifts], target, [result.success])
  expect([ran.operations[0]?.verdict, exitCode(ran, "info")]).toEqual(["pass", 0])
  expect(asked).toEqual(["https://sandbox.gifts.example/cards", "https://sandbox.gifts.example/cards"])
})

describe("nothing is sent to a host that is not a sandbox", () => {
  const { asked, target } = giftsSandbox({ GIFTS_URL: "https://api.gifts.example" })
  const refused = "api.gifts.example is not a sandbox; production is never tested"

  it("by record", async () => {
    expect([why(await recorded(gifts, target)), asked]).toEqual([refused, []])
  })

  it("by verify", async () => {
    const result = await Effect.runPromise(verify(gifts, [], target, "a1b2c3d4"))
    expect([result.verdict, result.note, asked]).toEqual(["skipped", refused, []])
  })
})

describe("a departure from the document", () => {
  const violated = { ...gifts, document: documentOf("id", "serial") }
  const { target } = giftsSandbox()

  it("is not recorded of a scenario that is not there to show it", async () => {
    expect(why(await recorded(violated, target))).toBe(
      'the exchange departs from the document: /response/body: expected an object with "serial", got object',
    )
  })

  it("is not recorded of an undocumented success", async () => {
    const accepted = giftsSandbox({}, () => Response.json({ id: "card-of-nobody" }, { status: 202 }))
    expect(why(await recorded(gifts, accepted.target))).toContain("/response/status: expected status 201")
  })

  it("is recorded of an undocumented failure", async () => {
    const { target } = giftsSandbox({}, () => Response.json({ error: "no" }, { status: 401 }))
    const result = await recorded(gifts, target, { ...success, expect: "Unauthorized" })
    expect(why(result)).toBe("recorded")
  })

  it("is a fault of a fixture that has one all the same", async () => {
    const result = await recorded(violated, target, { ...success, fault: { kind: "patch" } })
    if (Result.isFailure(result)) throw new Error(result.failure.message)
    expect(await Effect.runPromise(check(violated, result.success))).toEqual([
      {
        message: "Departs from the document, which is not what the scenario shows",
        pointer: "/exchange/response/body",
      },
    ])
  })
})

it("an answer that is too long to be read is told as that", async () => {
  const { target } = giftsSandbox({}, () => Response.json({ id: "x".repeat(2 ** 20) }, { status: 201 }))
  const result = await Effect.runPromise(verify(gifts, await fixturesOf(gifts), target, "a1b2c3d4"))
  expect(result.scenarios.map(({ drift }) => drift)).toEqual([
    [
      {
        expected: "success",
        got: "The answer is longer than 1048576 bytes",
        meaning: "The program can't read the answer, and nothing of it is compared.",
        pointer: "/response/body",
        severity: "breaking",
      },
    ],
  ])
})

it("an answer with thousands of names is recorded without them", async () => {
  const names = Array.from({ length: 5_000 }, (_, index) => [`customer-${index}@shop.example`, index])
  const { target } = giftsSandbox({}, () =>
    Response.json({ id: "x", balances: Object.fromEntries(names) }, { status: 201 }),
  )
  const result = await recorded(gifts, target)
  expect(why(result)).toBe("recorded")
  expect(JSON.stringify(result)).not.toContain("@shop.example")
})

describe("a contract that can't be used is skipped, says why, and leaves the others alone", () => {
  const document: unknown = undefined
  const dangling = structuredClone(documentOf("id"))
  Object.assign(dangling.paths["/cards"]?.["post"]?.responses ?? {}, {
    201: { $ref: "#/components/responses/A" },
  })
  it.each<readonly [string, Contract, RegExp]>([
    ["another path", { ...gifts, path: "/nope" }, /has no POST \/nope/],
    ["no document", { ...gifts, document: document as Contract["document"] }, /has no POST \/cards/],
    ["a reference to nothing", { ...gifts, document: dangling }, /#\/components\/responses\/A leads nowhere/],
    [
      "a base URL that is none",
      { ...gifts, baseUrl: Config.succeed("127.0.0.1:8899") },
      /baseUrl is not an http/,
    ],
    [
      "no scenario that says what it leaves",
      { ...gifts, scenarios: [{ expect: "success", input: success.input, name: "a" }] },
      /`leaves`/,
    ],
    ["no scenario", { ...gifts, scenarios: [] }, /performs none of its scenarios/],
  ])("%s", async (_, contract, note) => {
    const { asked, target } = giftsSandbox()
    const ran = await run([contract, gifts], target, await fixturesOf(gifts))
    expect(ran.operations.map(({ note, verdict }) => [verdict, note])).toEqual([
      ["skipped", expect.stringMatching(note)],
      ["pass", undefined],
    ])
    expect([exitCode(ran, "breaking"), asked.length]).toEqual([4, 1])
    if (contract.scenarios === gifts.scenarios) expect(why(await recorded(contract, target))).toMatch(note)
  })

  it("a scenario that throws is skipped alone", async () => {
    const throwing: Scenario = {
      ...success,
      input: () => {
        throw new Error("no input")
      },
      name: "throwing",
    }
    const fixtures = await fixturesOf(gifts)
    const ran = await run([{ ...gifts, scenarios: [throwing, success] }], giftsSandbox().target, fixtures)
    expect(ran.operations[0]?.scenarios.map(({ note, verdict }) => [verdict, note])).toEqual([
      ["skipped", "Error: no input"],
      ["pass", undefined],
    ])
    expect(exitCode(ran, "breaking")).toBe(4)
  })

  it("and what it throws quotes no secret", async () => {
    const { target } = giftsSandbox()
    const throwing = {
      ...gifts,
      baseUrl: Config.map(Config.String("GIFTS_KEY"), (key): string => {
        throw new Error(key)
      }),
    }
    expect(JSON.stringify(await run([throwing], target))).not.toContain("gifts-secret-key")
    expect(why(await recorded(throwing, target))).toBe("a defect that quotes a secret")
  })
})

it("an input that is not valid is told with its issues, and the subjects that it may come from", async () => {
  const bad = { ...success, input: () => ({ body: { cents: 1.5, owner: "x" }, params: undefined }) }
  const ran = await run([{ ...gifts, scenarios: [bad] }], giftsSandbox().target)
  expect(ran.operations[0]?.scenarios[0]?.note).toMatch(
    /^The input is not valid; cents: .*; see GIFTS_OWNER$/,
  )
})

it("the guard names what the fixture would hold", async () => {
  const { target } = giftsSandbox({ GIFTS_OWNER: "1" })
  expect(why(await recorded(gifts, target))).toBe(
    "the fixture would hold the value of GIFTS_OWNER; nothing was written",
  )
})

describe("without a fixture", () => {
  const note = "No fixture: record one, there is nothing to compare with"

  it("nothing passes", async () => {
    const ran = await run([gifts], giftsSandbox().target)
    expect(ran.operations).toMatchObject([
      { scenarios: [{ drift: [], flaky: false, note, verdict: "skipped" }], verdict: "skipped" },
    ])
    expect(exitCode(ran, "breaking")).toBe(4)
  })

  it("a scenario among others does not pass, whether it sends something or not", async () => {
    const { asked, target } = giftsSandbox()
    const input: Scenario["input"] = () => ({ body: {}, params: undefined })
    const invalid: Scenario = { ...success, expect: "InvalidRequest", input, name: "invalid" }
    const ran = await run([{ ...gifts, scenarios: [success, invalid] }], target, await fixturesOf(gifts))
    expect(ran.operations[0]?.scenarios.map(({ verdict }) => verdict)).toEqual(["pass", "skipped"])
    expect([ran.operations[0]?.verdict, asked.length]).toEqual(["skipped", 1])
    const fixture = await recorded(gifts, target, invalid)
    if (Result.isFailure(fixture)) throw new Error(fixture.failure.message)
    const whole = [...(await fixturesOf(gifts)), fixture.success]
    expect(exitCode(await run([{ ...gifts, scenarios: [success, invalid] }], target, whole), "info")).toBe(0)
  })

  it("it is not called flaky either", async () => {
    const answers = [new Response(null, { status: 503 }), Response.json({ id: "c" }, { status: 201 })]
    const { target } = giftsSandbox({}, () => answers.shift() ?? Response.error())
    expect((await run([gifts], target)).operations[0]?.scenarios).toMatchObject([{ flaky: false, note }])
  })

  it.each([
    ["drift", 1, () => Response.json({ id: 7 }, { status: 201 })],
    ["credentials", 3, () => new Response(null, { status: 401 })],
    ["outage", 2, () => new Response(null, { status: 503 })],
    ["throttled", 2, () => new Response(null, { status: 429 })],
  ] as const)("%s is what it is", async (verdict, exit, answer) => {
    const ran = await run([gifts], giftsSandbox({}, answer).target)
    expect([ran.operations[0]?.verdict, exitCode(ran, "breaking")]).toEqual([verdict, exit])
  })
})

it("a second try does not hide the drift of the first one", async () => {
  const answers = [503, 429].map((status) => new Response(null, { status }))
  const { target } = giftsSandbox({}, () => answers.shift() ?? Response.error())
  const ran = await run([gifts], target, await fixturesOf(gifts))
  expect(ran.operations[0]?.verdict).toBe("outage")
})

describe("an answer that never ends is read as far as the program reads", () => {
  it.each([
    [201, "drift"],
    [503, "outage"],
  ] as const)("with status %i", async (status, verdict) => {
    const chunk = new Uint8Array(64 * 1024).fill(0x20)
    let read = 0
    const body = () =>
      new ReadableStream({
        pull: (controller) => {
          read += chunk.length
          controller.enqueue(chunk)
        },
      })
    const headers = { "content-type": "application/json" }
    const { target } = giftsSandbox({}, () => new Response(body(), { headers, status }))
    const ran = await run([gifts], target, await fixturesOf(gifts))
    expect(ran.operations[0]?.verdict).toBe(verdict)
    expect(read).toBeGreaterThan(1024 * 1024)
    // An outage is tried twice.
    expect(read).toBeLessThan(3 * 1024 * 1024)
  })
})

describe("nothing is recorded", () => {
  const answering = (body: unknown, changes: Readonly<Record<string, string>> = {}) =>
    giftsSandbox(changes, () => Response.json(body, { status: 201 }))

  it("of a contract whose `kept` holds an invalid JSON Pointer, and nothing is sent", async () => {
    const { asked, target } = answering({ id: "card-of-nobody" })
    expect([why(await recorded({ ...gifts, kept: ["id"] }, target)), asked]).toEqual([
      'kept: "id" is not a JSON Pointer (RFC 6901), such as /data/status',
      [],
    ])
  })

  it("and a fixture of such a contract has that fault", async () => {
    const result = await recorded(gifts, answering({ id: "card-of-nobody" }).target)
    if (Result.isFailure(result)) throw new Error(result.failure.message)
    const faults = await Effect.runPromise(check({ ...gifts, kept: ["/a~2"] }, result.success))
    expect(faults.map(({ message }) => message)).toEqual([
      expect.stringContaining('"/a~2" is not a JSON Pointer'),
    ])
  })

  const describing = (id: object, more: object = {}): Contract => {
    const schema = { properties: { id, ...more }, required: ["id"], type: "object" }
    const document = structuredClone(documentOf("id"))
    Object.assign(document.paths["/cards"]?.["post"]?.responses ?? {}, {
      201: { content: { "application/json": { schema } } },
    })
    return { ...gifts, document }
  }

  it("where no replacement fits a value, unless it is kept", async () => {
    const contract = describing({ pattern: "^(?:card)(?<end>-)\\k<end>$", type: "string" })
    const { target } = answering({ id: "card--" })
    expect(why(await recorded(contract, target))).toMatch(
      /^no replacement fits the value at \/id of the answer: /,
    )
    expect(why(await recorded({ ...contract, kept: ["/id"] }, target))).toBe("recorded")
  })

  it("where redaction would add a fault", async () => {
    const list = { items: { maximum: 1.5, minimum: 1, type: "number" }, type: "array", uniqueItems: true }
    const contract = describing({ type: "string" }, { list })
    const { target } = answering({ id: "card-of-nobody", list: [1, 1.1, 1.25] })
    expect(why(await recorded(contract, target))).toBe(
      "the redacted answer would break other rules of the document than the answer, at /response/body/list: list the values there in `kept`",
    )
    expect(why(await recorded({ ...contract, kept: ["/list/*"] }, target))).toBe("recorded")
  })

  // A program may want more than its document says.
  it("where the program ends otherwise with a redacted answer", async () => {
    const accepting = giftsSandbox({}, () => Response.json({ id: "card-of-nobody" }, { status: 202 }))
    const scenario = { ...success, fault: { kind: "patch" } }
    expect(why(await recorded(gifts, accepting.target, scenario))).toBe(
      "with the redacted answer the program ends in ContractViolation: list the values that it reads in `kept`",
    )
  })

  it.each<readonly [string, (key: string) => string]>([
    ["plain", (key) => key],
    ["as JSON", (key) => JSON.stringify({ key })],
    ["as JSON in JSON", (key) => JSON.stringify({ inner: JSON.stringify({ key }) })],
    ["as base64 of JSON", (key) => Buffer.from(JSON.stringify({ key })).toString("base64")],
    ["as JSON in a URL", (key) => `https://a.example/?q=${encodeURIComponent(JSON.stringify({ key }))}`],
  ])("that holds a secret %s", async (_, written) => {
    const key = 'pk"live\\0123'
    const { target } = answering({ id: written(key) }, { GIFTS_KEY: key })
    expect(why(await recorded(gifts, target))).toBe("recorded")
    expect(why(await recorded({ ...gifts, kept: ["/id"] }, target))).toBe(
      "the fixture would hold the value of GIFTS_KEY; nothing was written",
    )
  })
})
