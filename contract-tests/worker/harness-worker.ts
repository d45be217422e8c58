/** What the library does with the fixtures, in whatever runtime this runs: it answers with the result as JSON. */
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { documents } from "../../generated/contract/documents.ts"
import { check } from "../../src/contract/check.ts"
import { contracts as contractsOf } from "../../src/contract/contracts.ts"
import type { Fixture } from "../../src/contract/fixture.ts"
import { record } from "../../src/contract/record.ts"
import { redactAnswer } from "../../src/contract/redact.ts"
import { placeholderReferences, replay } from "../../src/contract/replay.ts"
import { runContracts } from "../../src/contract/run-contracts.ts"
import type { Contract } from "../../src/contract/scenario.ts"
import type { Target } from "../../src/contract/target.ts"

const contracts = contractsOf((api) => {
  const document = documents[api]
  if (document === undefined) throw new Error(`There is no document of ${api}`)
  return document
})

// What stands for values in fixtures, as values that have to be redacted again.
const values: ReadonlyArray<readonly [string, string]> = [
  ["00000000-0000-4000", "3c90c3cc-0d44-4b50"],
  ["100000000000000001", "311486491630370816"],
  ["2026-01-01T", "2031-07-04T"],
  ["https://redacted.example/", "https://pay.example/canary-"],
  ["redacted-", "canary-"],
]

/** Answers as a fixture has it, but with such values. */
const answering =
  ({ exchange }: Fixture): typeof globalThis.fetch =>
  async () => {
    if (exchange === null || typeof exchange.response === "string") throw new TypeError("No connection")
    const { body, headers, status } = exchange.response
    const live = values.reduce((text, [redacted, value]) => text.replaceAll(redacted, value), body)
    return new Response(live === "" ? null : live, { headers, status })
  }

const targetOf = ({ placeholders }: Contract, fetch: typeof globalThis.fetch): Target => ({
  allows: () => true,
  configuration: ConfigProvider.fromUnknown(placeholders),
  fetch,
  performs: ({ name }) => name === "success",
  prepare: () => Effect.void,
  source: "emulator",
})

const outcomeOf = async (contract: Contract, fixture: Fixture) => {
  const scenario = contract.scenarios.find(({ name }) => name === fixture.scenario)
  if (scenario === undefined) throw new Error(`There is no scenario ${fixture.scenario}`)
  const answer = fixture.exchange?.response
  const target = targetOf(contract, answering(fixture))
  const recording = record(contract, scenario, placeholderReferences(contract), target, [], "2026-01-01")
  const recorded = await Effect.runPromise(Effect.result(recording))
  return {
    checked: await Effect.runPromise(check(contract, fixture)),
    fixture,
    recorded: Result.isSuccess(recorded) ? recorded.success : recorded.failure.message,
    redacted: answer === undefined ? null : redactAnswer(contract, answer, contract.kept),
    replayed: await Effect.runPromise(replay(contract, scenario, answer)),
  }
}

/** Everything that the harness does, over the documents and these fixtures, without a network. */
export const everything = async (all: ReadonlyArray<Fixture>) => {
  const known = contracts.flatMap(({ operation, scenarios }) => scenarios.map(({ name }) => operation + name))
  const fixtures = all.filter(({ operation, scenario }) => known.includes(operation + scenario))
  const outcomes = contracts.flatMap((contract) =>
    fixtures
      .filter(({ operation }) => operation === contract.operation)
      .map((fixture) => outcomeOf(contract, fixture)),
  )
  const verified = contracts.map(async (contract) => {
    const success = fixtures.find(
      ({ operation, scenario }) => operation === contract.operation && scenario === "success",
    )
    if (success === undefined) throw new Error(`${contract.operation} has no success`)
    const target = targetOf(contract, answering(success))
    const { operations } = await Effect.runPromise(runContracts([contract], fixtures, target, "memory"))
    return operations
  })
  return { outcomes: await Promise.all(outcomes), verified: (await Promise.all(verified)).flat() }
}

export default {
  fetch: async (request: Request) =>
    Response.json(await everything((await request.json()) as ReadonlyArray<Fixture>)),
}
