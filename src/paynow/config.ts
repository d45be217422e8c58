import * as Config from "effect/Config"
import * as Layer from "effect/Layer"
import { configOf } from "../api/config.ts"
import { PayNow, payNow } from "./paynow.ts"

/**
 * What `PayNow.layer` takes, from `PAYNOW_BASE_URL` and `PAYNOW_API_KEY`. A base URL that is empty is PayNow's one host,
 * as where there is none: money is taken there.
 */
export const payNowConfig = configOf(payNow)

/** `PayNow`, configured by `payNowConfig`. Fails with a `ConfigError`. */
export const layerPayNow = Layer.unwrap(Config.map(payNowConfig, PayNow.layer))
