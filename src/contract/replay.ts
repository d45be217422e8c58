import * as ConfigProvider from "effect/ConfigProvider"
import type * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import type { Answer, Fixture } from "./fixture.ts"
import { type Performance, perform } from "./perform.ts"
import type { Contract, References, Scenario } from "./scenario.ts"

/** What stands in a fixture for what a run is made with. */
export const placeholderReferences = ({ placeholders, subjects }: Contract): References => ({
  reference: "0",
  subjects: Object.fromEntries(subjects.map(([name, variable]) => [name, placeholders[variable] ?? ""])),
})

/**
 * Performs a scenario against an answer that was recorded, with placeholders for credentials and subjects. Nothing is
 * sent. `check` does it for a whole fixture and says what is otherwise. A `ConfigError` means that a placeholder is
 * missing or can't be used.
 *
 * @example
 * ```ts
 * import { replay } from "edge-checkout/contract"
 * import * as Effect from "effect/Effect"
 * // A contract of one's own: contract-tests/samples/vouchers.ts in the project's repository.
 * import { contract } from "./vouchers.ts"
 *
 * const answer = { body: '{"code":"V-1"}', headers: { "content-type": "application/json" }, status: 201 }
 * for (const scenario of contract.scenarios) {
 *   const { ending, exchange } = await Effect.runPromise(replay(contract, scenario, answer))
 *   console.log(exchange?.request.body, ending)
 * }
 * ```
 */
export const replay = (
  contract: Contract,
  scenario: Scenario,
  answer: Answer | undefined,
): Effect.Effect<Performance, Config.ConfigError> =>
  perform(contract, scenario, placeholderReferences(contract), {
    // Nothing is sent, so every host is allowed.
    allows: () => true,
    configuration: ConfigProvider.fromUnknown(contract.placeholders),
    fetch: answering(answer),
  }).pipe(Effect.catchTag("NotSent", Effect.die))

/** What a replay of the fixture does otherwise than the fixture says, as JSON Pointers into it. */
export const differences = (fixture: Fixture, { ending, exchange }: Performance): ReadonlyArray<string> => [
  ...unequal(fixture.exchange?.request ?? null, exchange?.request ?? null, "/exchange/request"),
  ...unequal(fixture.ending, ending, "/ending"),
]

const unequal = (expected: unknown, got: unknown, pointer: string): ReadonlyArray<string> => {
  if (!isObject(expected) || !isObject(got)) return Object.is(expected, got) ? [] : [pointer]
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(got)])]
  return keys.flatMap((key) => unequal(expected[key], got[key], `${pointer}/${key}`))
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null

const answering =
  (answer: Answer | undefined): typeof globalThis.fetch =>
  async (input, init) => {
    if (answer === undefined) throw new Error("Nothing was to be sent")
    if (answer === "unreachable") throw new TypeError("The connection failed")
    if (answer === "silence") return silence(new Request(input, init).signal)
    const { body, headers, status } = answer
    return new Response(body === "" ? null : body, { headers, status })
  }

/** An answer that does not come until nobody waits for it any more. */
const silence = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason))
  })
