import * as Config from "effect/Config"
import * as Layer from "effect/Layer"
import { baseUrl, credential } from "../provider/config.ts"
import { PayNow } from "./paynow.ts"
import { host, type PayNowOptions } from "./paynow-operations.ts"

// Apart from the service: who brings options does not carry what reads a configuration, a fifteenth of it all.

/**
 * What `PayNow.layer` takes, from `PAYNOW_BASE_URL` and `PAYNOW_API_KEY`. A base URL that is empty is PayNow's one host,
 * as where there is none: money is taken there.
 */
export const payNowConfig: Config.Config<PayNowOptions> = Config.all({
  apiKey: credential("PAYNOW_API_KEY"),
  baseUrl: baseUrl("PAYNOW_BASE_URL", host),
})

/** `PayNow`, configured by `payNowConfig`. Fails with a `ConfigError`. */
export const layerPayNow = Layer.unwrap(Config.map(payNowConfig, PayNow.layer))
