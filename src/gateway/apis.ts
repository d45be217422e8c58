import * as Config from "effect/Config"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import { type Call, callsOf } from "../api/bind.ts"
import { configOf } from "../api/config.ts"
import { apis, type Declared } from "../apis.ts"
import { withBreaker } from "../provider/breaker.ts"
import { notConfigured, type Refusal } from "./problem.ts"

/** An API's operations, or the refusal that says what its configuration lacks. The others go on working without it. */
type Configured = Effect.Effect<Readonly<Record<string, Call>>, Refusal>

/** The APIs that the gateway serves, by their names. */
export class Apis extends Context.Service<Apis, Readonly<Record<string, Configured>>>()(
  "edge-checkout/gateway/Apis",
) {
  static readonly layerConfig = Layer.effect(
    Apis,
    Effect.map(
      Effect.forEach(apis, (declared) =>
        Effect.map(configured(declared), (api) => [declared.api.name, api] as const),
      ),
      Object.fromEntries<Configured>,
    ),
  )
}

function configured({ api, operations }: Declared): Effect.Effect<Configured> {
  return Effect.gen(function* () {
    const missing: Array<string> = []
    for (const { variable } of Object.values(api.credentials)) {
      const value = yield* Effect.orElseSucceed(Config.option(Config.String(variable)), Option.none)
      if (Option.getOrElse(value, () => "") === "") missing.push(variable)
    }
    if (missing.length > 0) return Effect.fail(notConfigured(`Missing: ${missing.join(", ")}.`))
    return yield* configOf(api).pipe(
      Effect.map((options) =>
        Effect.succeed(withBreaker(api.name, api.provider, callsOf(api, operations, options))),
      ),
      Effect.catch((error) => Effect.succeed(Effect.fail(notConfigured(sentence(error))))),
    )
  })
}

/** What is wrong with a variable. (Effect's message is how a schema is written.) */
const sentence = ({ message }: Config.ConfigError) =>
  message.replace(/^\w+\((.*)\n +at \["(\w+)"][^]*/, "$2 $1.").replace("Expected", "must be")
