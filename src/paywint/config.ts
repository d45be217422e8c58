import * as Config from "effect/Config"
import * as Layer from "effect/Layer"
import { configOf } from "../api/config.ts"
import { PaywintDeveloper, paywintDeveloper } from "./developer.ts"
import { PaywintPlatform, paywintPlatform } from "./platform.ts"

/**
 * What `PaywintPlatform.layer` takes, from `PAYWINT_PLATFORM_BASE_URL`, `PAYWINT_PLATFORM_ID` and `PAYWINT_PLATFORM_SECRET`.
 * A base URL that is empty is the sandbox's, as where there is none.
 */
export const paywintPlatformConfig = configOf(paywintPlatform)

/** `PaywintPlatform`, configured by `paywintPlatformConfig`. Fails with a `ConfigError`. */
export const layerPaywintPlatform = Layer.unwrap(Config.map(paywintPlatformConfig, PaywintPlatform.layer))

/**
 * What `PaywintDeveloper.layer` takes, from `PAYWINT_DEVELOPER_BASE_URL`, `PAYWINT_API_KEY` and `PAYWINT_API_SECRET`.
 * A base URL that is empty is the sandbox's, as where there is none.
 */
export const paywintDeveloperConfig = configOf(paywintDeveloper)

/** `PaywintDeveloper`, configured by `paywintDeveloperConfig`. Fails with a `ConfigError`. */
export const layerPaywintDeveloper = Layer.unwrap(Config.map(paywintDeveloperConfig, PaywintDeveloper.layer))
