/** A contract as somebody else could write it, and a provider of it that answers as it is told. */
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { defineApi, operation } from "../src/api/index.ts"
import {
  configured,
  type Contract,
  contractOf,
  type OpenApiDocument,
  record,
  referencesOf,
  sandboxes,
  type Scenario,
  type Target,
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

const api = defineApi({
  authenticate: ({ key }) => ({ authorization: `Bearer ${key}` }),
  baseUrl: { default: "https://sandbox.gifts.example", variable: "GIFTS_URL" },
  contract: { testResources: { owner: { example: "owner-1", variable: "GIFTS_OWNER" } } },
  credentials: { key: { variable: "GIFTS_KEY" } },
  folder: "gifts",
  name: "Gifts",
  provider: "Gifts",
})

const create = operation(api, "create", {
  contract: {
    sideEffects: "a card that nobody was given",
    valid: ({ subjects }) => ({ body: { cents: 100, owner: subjects["owner"] }, params: undefined }),
  },
  endpoint: {
    body: { schema: NewCard },
    method: "post",
    path: "/cards",
    success: { 201: { schema: Card } },
  },
})

const contract = contractOf(create, documentOf("id"))
const [first] = contract.scenarios
if (first === undefined) throw new Error("There is no scenario")

export const success: Scenario = first

export const gifts: Contract = { ...contract, scenarios: [success] }

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
