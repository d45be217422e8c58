import * as Config from "effect/Config"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import { layerPayNow } from "../paynow/config.ts"
import { PayNow } from "../paynow/paynow.ts"
import { layerPaywintDeveloper, layerPaywintPlatform } from "../paywint/config.ts"
import { PaywintDeveloper } from "../paywint/developer.ts"
import { PaywintPlatform } from "../paywint/platform.ts"
import { type Methods, withBreaker } from "../provider/breaker.ts"
import { notConfigured, type Refusal } from "./problem.ts"

/** An API, or the refusal that says what its configuration lacks. The others go on working without it. */
type Configured<Service> = Effect.Effect<Service, Refusal>

/** The APIs that the gateway serves. */
export class Apis extends Context.Service<
  Apis,
  {
    readonly paywintPlatform: Configured<PaywintPlatform["Service"]>
    readonly paywintDeveloper: Configured<PaywintDeveloper["Service"]>
    readonly payNow: Configured<PayNow["Service"]>
  }
>()("edge-checkout/gateway/Apis") {
  static readonly layerConfig = Layer.effect(
    Apis,
    Effect.all({
      paywintPlatform: configured("PaywintPlatform", "Paywint", PaywintPlatform, layerPaywintPlatform, [
        "PAYWINT_PLATFORM_ID",
        "PAYWINT_PLATFORM_SECRET",
      ]),
      paywintDeveloper: configured("PaywintDeveloper", "Paywint", PaywintDeveloper, layerPaywintDeveloper, [
        "PAYWINT_API_KEY",
        "PAYWINT_API_SECRET",
      ]),
      payNow: configured("PayNow", "PayNow", PayNow, layerPayNow, ["PAYNOW_API_KEY"]),
    }),
  )
}

function configured<Self, Service extends object>(
  name: string,
  provider: string,
  api: Effect.Effect<Service & Methods, never, Self>,
  layer: Layer.Layer<Self, Config.ConfigError>,
  credentials: ReadonlyArray<string>,
) {
  return Effect.gen(function* () {
    const missing: Array<string> = []
    for (const name of credentials) {
      const value = yield* Config.option(Config.String(name))
      if (Option.getOrElse(value, () => "") === "") missing.push(name)
    }
    if (missing.length > 0) return Effect.fail(notConfigured(`Missing: ${missing.join(", ")}.`))
    return yield* Effect.provide(api, layer).pipe(
      Effect.map((service) => Effect.succeed(withBreaker(name, provider, service))),
      Effect.catch((error) => Effect.succeed(Effect.fail(notConfigured(sentence(error))))),
    )
  })
}

/** What is wrong with a variable. (Effect's message is how a schema is written.) */
const sentence = ({ message }: Config.ConfigError) =>
  message.replace(/^\w+\((.*)\n +at \["(\w+)"][^]*/, "$2 $1.").replace("Expected", "must be")
