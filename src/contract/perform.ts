import * as ConfigProvider from "effect/ConfigProvider"
import type * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { limited } from "../provider/answer-limit.ts"
import type { ProviderError } from "../provider/error.ts"
import { commonHeaders, userAgent } from "../provider/common-headers.ts"
import { defaultPolicy } from "../provider/policy.ts"
import { Reason } from "../provider/reason.ts"
import type { Answer, Ending, RecordedRequest } from "./fixture.ts"
import { hostGuard, type NotSent } from "./host-guard.ts"
import type { Contract, References, Scenario } from "./scenario.ts"

export interface Exchange {
  readonly request: RecordedRequest
  readonly response: Answer
}

/** How a scenario went: what was exchanged, if anything, and how the program ended. */
export interface Performance {
  readonly exchange: Exchange | null
  /** Where the request went; `null` where nothing was sent. */
  readonly host: string | null
  readonly ending: Ending
}

/** The means to perform a scenario. */
export interface Means {
  readonly configuration: ConfigProvider.ConfigProvider
  readonly fetch: typeof globalThis.fetch
  /** Whether a contract's requests may go to a host. */
  readonly allows: (contract: Contract, host: string) => boolean
}

const patience = 10_000

/**
 * Performs a scenario once, without a second attempt. It fails with `NotSent` where a request to a host that is not
 * allowed was blocked, however the program handled that.
 */
export const perform = (
  contract: Contract,
  scenario: Scenario,
  references: References,
  { allows, configuration, fetch }: Means,
): Effect.Effect<Performance, Config.ConfigError | NotSent> =>
  Effect.gen(function* () {
    const overriding = ConfigProvider.fromUnknown(scenario.configuration ?? {})
    const call = yield* Effect.provideService(
      contract.call,
      ConfigProvider.ConfigProvider,
      ConfigProvider.orElse(overriding, configuration),
    )
    const recorder = recording(fetch)
    const guard = hostGuard(recorder.fetch, (host) => allows(contract, host))
    const ending = yield* call(scenario.input(references), {
      fetch: guard.fetch,
      policy: {
        ...defaultPolicy,
        attempts: 1,
        attemptTimeout: patience,
        deadline: scenario.deadline ?? patience,
      },
      unchecked: scenario.unchecked ?? false,
    }).pipe(
      // A success without a body is recorded as null.
      Effect.map((success) => ({ success: (success ?? null) as Schema.Json })),
      Effect.catch((error) => Effect.succeed(failed(error))),
      Effect.catchCause((cause) => guard.refused() ?? Effect.failCause(cause)),
    )
    const refused = guard.refused()
    if (refused !== undefined) return yield* refused
    return { ending, ...recorder.recorded() }
  })

/** The name of an ending: `success`, or its reason's. */
export const endingName = (ending: Ending): "success" | Reason["_tag"] =>
  "success" in ending ? "success" : Object(ending.reason)._tag

const encode = Schema.encodeSync(Reason)

const failed = ({ outcome, reason }: ProviderError): Ending => {
  const encoded = encode(reason)
  // How long a time-out took to the millisecond is no property of a provider.
  return { outcome, reason: encoded._tag === "TimedOut" ? { ...encoded, elapsed: 0 } : encoded }
}

/** A fetch that keeps what went through it last. */
const recording = (fetch: typeof globalThis.fetch) => {
  // The program's own limit: an endless answer must not be read into memory here before the program refuses it.
  const send = limited(fetch)
  let exchange: Exchange | null = null
  let host: string | null = null
  const keep = (request: RecordedRequest, response: Answer) => {
    exchange = { request, response }
  }
  return {
    recorded: () => ({ exchange, host }),
    fetch: async (outgoing: Request): Promise<Response> => {
      host = new URL(outgoing.url).hostname
      const request = await recordedRequest(outgoing.clone())
      keep(request, "silence")
      try {
        const response = await send(outgoing)
        const body = await response.text()
        const headers = Object.fromEntries(response.headers)
        keep(request, { body, headers, status: response.status })
        return new Response(body === "" ? null : body, { headers, status: response.status })
      } catch (error) {
        if (!outgoing.signal.aborted) keep(request, "unreachable")
        throw error
      }
    },
  }
}

const recordedRequest = async (request: Request): Promise<RecordedRequest> => {
  const { pathname, search } = new URL(request.url)
  return {
    body: await request.text(),
    headers: recordedHeaders(request.headers),
    method: request.method,
    target: pathname + search,
  }
}

/**
 * A request's headers without those that this library sends with every request: they hold its version, so each release
 * would change all fixtures. Requests with another user agent are recorded with all of their headers.
 */
const recordedHeaders = (headers: Headers): RecordedRequest["headers"] => {
  const common = headers.get("user-agent") === userAgent ? commonHeaders : {}
  return Object.fromEntries([...headers].filter(([name, value]) => common[name] !== value))
}
