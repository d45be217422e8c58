/** A contract as somebody else could write it, and a provider of it that answers as it is told. */
import * as Config from "effect/Config"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import {
  callOf,
  concealing,
  configured,
  type Contract,
  noParams,
  type OpenApiDocument,
  type Operation,
  record,
  referencesOf,
  sandboxes,
  type Scenario,
  type Target,
  validateAnswer,
  validateInput,
  validateRequest,
} from "../src/contract/index.ts"

const NewCard = Schema.Struct({ cents: Schema.Int, owner: Schema.String })
const Card = Schema.Struct({ id: Schema.String })

const json = (...names: ReadonlyArray<string>) => ({
  "application/json": { schema: { properties: { id: { type: "string" } }, required: names, type: "object" } },
})

/** A document that wants of a card what is named. */
export const documentOf = (...required: ReadonlyArray<string>): OpenApiDocument => ({
  components: { schemas: {} },
  info: {},
  openapi: "3.1.0",
  paths: {
    "/cards": {
      post: { requestBody: { content: json("cents") }, responses: { 201: { content: json(...required) } } },
    },
  },
})

const create = (url: string, key: string): Operation<unknown, typeof NewCard.Type, typeof Card.Type> => ({
  accept: validateAnswer(Card),
  conceal: concealing([key]),
  explain: () => ({}),
  name: "Gifts.create",
  provider: "Gifts",
  repeatable: false,
  send: async (_, { fetch, serialised: body, signal }) => {
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" }
    const response = await fetch(`${url}/cards`, { body, headers, method: "POST", signal })
    const text = await response.text()
    return response.ok ? { data: text, response } : { error: text, response }
  },
  validate: validateInput(noParams, validateRequest(NewCard)),
})

const baseUrl = Config.String("GIFTS_URL")

export const success: Scenario = {
  expect: "success",
  input: ({ subjects }) => ({ body: { cents: 100, owner: subjects["owner"] }, params: undefined }),
  leaves: "a card that nobody was given",
  name: "success",
}

export const gifts: Contract = {
  api: "gifts",
  baseUrl,
  call: Config.map(Config.all([baseUrl, Config.Redacted("GIFTS_KEY")]), ([url, key]) =>
    callOf(create(url, Redacted.value(key))),
  ),
  document: documentOf("id"),
  kept: [],
  method: "POST",
  operation: "Gifts.create",
  path: "/cards",
  placeholders: {
    GIFTS_KEY: "placeholder",
    GIFTS_OWNER: "owner-1",
    GIFTS_URL: "https://sandbox.gifts.example",
  },
  sandboxes: ["sandbox.gifts.example"],
  scenarios: [success],
  subjects: [["owner", "GIFTS_OWNER"]],
}

/** The sandbox that `changes` configure, whose provider answers so, and what it was asked. */
export const giftsSandbox = (
  changes: Readonly<Record<string, string>> = {},
  answer = () => Response.json({ id: "card-of-nobody" }, { status: 201 }),
) => {
  const asked: Array<string> = []
  const configuration = ConfigProvider.fromUnknown({
    GIFTS_KEY: "gifts-secret-key",
    GIFTS_OWNER: "somebody",
    GIFTS_URL: "https://sandbox.gifts.example",
    ...changes,
  })
  const fetch: typeof globalThis.fetch = async (input, init) => {
    asked.push(new Request(input, init).url)
    return answer()
  }
  return { asked, target: sandboxes(configuration, fetch, 0) }
}

/** Records a scenario of a contract. */
export const recorded = async (contract: Contract, target: Target, scenario: Scenario = success) => {
  const values = await Effect.runPromise(configured(contract, target))
  const secrets = values.flatMap(([, value]) => value ?? [])
  const references = referencesOf(contract, values, "a1b2c3d4")
  return Effect.runPromise(
    Effect.result(record(contract, scenario, references, target, secrets, "2026-01-01")),
  )
}

/** The fixtures of a contract: those that recording it against its sandbox gives. */
export const fixturesOf = async (contract: Contract) => {
  const result = await recorded(contract, giftsSandbox().target)
  if (Result.isFailure(result)) throw new Error(result.failure.message)
  return [result.success]
}
