/** A contract as somebody else could write it, and a provider of it that answers as it is told. */
import * as Config from "effect/Config"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import {
  callOf,
  concealing,
  type Contract,
  noParams,
  type OpenApiDocument,
  type Operation,
  sandboxes,
  type Scenario,
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
