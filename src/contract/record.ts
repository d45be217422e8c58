import * as Data from "effect/Data"
import type * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import { jsonOf } from "../provider/json.ts"
import { findings } from "./conformance.ts"
import { firstLine } from "./defect.ts"
import { isMeant, told } from "./departures.ts"
import type { Fixture } from "./fixture.ts"
import { holdsSecret, holdsToken, tokensOf } from "./guard.ts"
import { endingName, type Exchange, perform } from "./perform.ts"
import { brief } from "./presentable.ts"
import { readKept } from "./redaction/kept.ts"
import { unlike } from "./redaction/unlike.ts"
import { redacting } from "./redact.ts"
import { replay } from "./replay.ts"
import { configured, refusal, type Target } from "./target.ts"
import type { Contract, References, Scenario } from "./scenario.ts"
import { specHash } from "./spec-hash.ts"

/** Changes when the same exchange would be recorded otherwise. */
const recorder = 2

/** Why nothing was recorded. */
export class NotRecorded extends Data.TaggedError("NotRecorded")<{
  readonly operation: string
  readonly scenario: string
  readonly message: string
}> {}

/**
 * Performs a scenario and makes a fixture of it. The response is redacted; the request is not redacted but made
 * again, of placeholders, by a replay: what was really sent is compared with it and forgotten.
 *
 * `secrets` are what must not be in the fixture, `today` is the day in UTC (`2026-01-31`). Values of the configuration
 * should be long: one of few characters stands in texts that have nothing to do with it.
 *
 * It fails with `NotRecorded` where the target does not allow the host of a request (which is then not sent), where
 * the scenario does not end as it expects, where the exchange departs from the document though the scenario is not meant
 * to, and where the fixture would hold a secret; with a `ConfigError` where a credential is missing or can't be used. The
 * caller has to ask which scenarios a target performs, and which it has to be prepared for.
 *
 * @example
 * ```ts
 * import { configured, record, referencesOf, sandboxes } from "edge-checkout/contract"
 * import * as ConfigProvider from "effect/ConfigProvider"
 * import * as Effect from "effect/Effect"
 * // A contract of one's own: contract-tests/samples/vouchers.ts in the project's repository.
 * import { contract } from "./vouchers.ts"
 *
 * const target = sandboxes(ConfigProvider.fromEnv(), fetch)
 * const program = Effect.gen(function* () {
 *   const values = yield* configured(contract, target)
 *   const references = referencesOf(contract, values, "a1b2c3d4")
 *   const secrets = values.flatMap(([, value]) => value ?? [])
 *   return yield* Effect.forEach(contract.scenarios.filter(target.performs), (scenario) =>
 *     record(contract, scenario, references, target, secrets, "2026-01-31"),
 *   )
 * })
 * for (const { ending, scenario } of await Effect.runPromise(program)) console.log(scenario, ending)
 * ```
 */
export const record = (
  contract: Contract,
  scenario: Scenario,
  references: References,
  target: Target,
  secrets: ReadonlyArray<string>,
  today: string,
): Effect.Effect<Fixture, NotRecorded | Config.ConfigError> => {
  const refuse = (message: string) =>
    new NotRecorded({
      // The message may quote the answer.
      message: brief(message, 500),
      operation: contract.operation,
      scenario: scenario.name,
    })
  const orRefused = <A>(work: () => A) =>
    Effect.try({
      catch: (error) => refuse(unquoted(error instanceof Error ? error.message : String(error), secrets)),
      try: work,
    })

  return Effect.gen(function* () {
    const refused = yield* refusal(contract, target)
    if (refused !== undefined) return yield* refuse(refused)
    yield* orRefused(() => readKept(contract.kept))
    // Throws where the document can't be read, before anything is created at a provider.
    const spec = yield* Effect.promise(() => specHash(contract))
    const live = yield* perform(contract, scenario, references, target)
    const got = endingName(live.ending)
    if (got !== scenario.expect) return yield* refuse(`expected ${scenario.expect}, got ${got}`)

    const { answer, data, unlike } = yield* orRefused(() => redactedAnswer(contract, live.exchange))
    if (unlike.length > 0)
      return yield* refuse(
        `the redacted answer would break other rules of the document than the answer, at ${unlike.join(", ")}: list the values there in \`kept\``,
      )
    const replayed = yield* replay(contract, scenario, answer)
    if (shapeOf(live.exchange) !== shapeOf(replayed.exchange)) {
      return yield* refuse("the request that was sent and its replay differ in more than values")
    }
    const exchange =
      replayed.exchange === null || answer === undefined
        ? null
        : { request: replayed.exchange.request, response: answer }
    const departures = exchange === null ? [] : findings(contract, exchange)
    const fixture: Fixture = {
      departures,
      ending: replayed.ending,
      exchange,
      operation: contract.operation,
      provenance: { host: live.host ?? "none", recorded: today, recorder, source: target.source, spec },
      scenario: scenario.name,
    }
    if (holdsSecret(fixture, secrets) || holdsToken(fixture, data.flatMap(tokensOf))) {
      const values = yield* configured(contract, target)
      const held = values.flatMap(([name, value = ""]) => (holdsSecret(fixture, [value]) ? [name] : []))
      const what = held.length === 0 ? "a secret or a token" : `the value of ${held.join(", ")}`
      return yield* refuse(`the fixture would hold ${what}; nothing was written`)
    }
    // Only after the guard above, because the message may quote the answer.
    const unmeant = departures.filter((departure) => !isMeant(scenario)(departure))
    if (unmeant.length > 0) return yield* refuse(`the exchange departs from the document: ${told(unmeant)}`)
    const ended = endingName(replayed.ending)
    if (ended !== got) {
      return yield* refuse(
        `with the redacted answer the program ends in ${ended}: list the values that it reads in \`kept\``,
      )
    }
    return fixture
  }).pipe(
    Effect.catchTag("NotSent", ({ message }) => refuse(unquoted(message, secrets))),
    Effect.catchDefect((defect) => refuse(unquoted(firstLine(defect), secrets))),
  )
}

const unquoted = (message: string, secrets: ReadonlyArray<string>) =>
  holdsSecret(message, secrets) ? "a defect that quotes a secret" : message

/** A request without its values: method, segments of the path, header names, shape of the body. */
const shapeOf = (exchange: Exchange | null): string => {
  if (exchange === null) return "nothing"
  const { body, headers, method, target } = exchange.request
  const shape = JSON.stringify(jsonOf(body), (_, value: unknown) =>
    typeof value === "object" && value !== null ? value : typeof value,
  )
  return `${method} ${target.split("/").length} ${Object.keys(headers).sort().join()} ${shape}`
}

/** An answer after redaction, the data that was replaced, and the places where the document would tell the two apart. */
const redactedAnswer = (contract: Contract, exchange: Exchange | null) => {
  const response = exchange?.response
  if (response === undefined || typeof response === "string")
    return { answer: response, data: [], unlike: [] }
  const redacted = redacting(contract, response, contract.kept)
  return {
    answer: redacted.response,
    data: redacted.data,
    unlike: unlike(contract, response, redacted.response),
  }
}
