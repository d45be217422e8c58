import * as Config from "effect/Config"
import * as Layer from "effect/Layer"
import { baseUrl, credential } from "../provider/config.ts"
import { headerFault, keyFault } from "../provider/credential.ts"
import { PaywintDeveloper } from "./developer.ts"
import type { PaywintDeveloperOptions } from "./developer-operations.ts"
import { PaywintPlatform } from "./platform.ts"
import type { PaywintPlatformOptions } from "./platform-operations.ts"
import { PlatformId } from "./rules.ts"
import { sandbox } from "./sandbox.ts"

// Apart from the services: who brings options does not carry what reads a configuration, a fifteenth of it all.

/**
 * What `PaywintPlatform.layer` takes, from `PAYWINT_PLATFORM_BASE_URL`, `PAYWINT_PLATFORM_ID` and `PAYWINT_PLATFORM_SECRET`.
 * A base URL that is empty is the sandbox's, as where there is none.
 */
export const paywintPlatformConfig: Config.Config<PaywintPlatformOptions> = Config.all({
  baseUrl: baseUrl("PAYWINT_PLATFORM_BASE_URL", sandbox),
  platformId: Config.schema(PlatformId, "PAYWINT_PLATFORM_ID"),
  secret: credential("PAYWINT_PLATFORM_SECRET", keyFault),
})

/** `PaywintPlatform`, configured by `paywintPlatformConfig`. Fails with a `ConfigError`. */
export const layerPaywintPlatform = Layer.unwrap(Config.map(paywintPlatformConfig, PaywintPlatform.layer))

/**
 * What `PaywintDeveloper.layer` takes, from `PAYWINT_DEVELOPER_BASE_URL`, `PAYWINT_API_KEY` and `PAYWINT_API_SECRET`.
 * A base URL that is empty is the sandbox's, as where there is none.
 */
export const paywintDeveloperConfig: Config.Config<PaywintDeveloperOptions> = Config.all({
  apiKey: credential("PAYWINT_API_KEY", headerFault),
  apiSecret: credential("PAYWINT_API_SECRET", headerFault),
  baseUrl: baseUrl("PAYWINT_DEVELOPER_BASE_URL", sandbox),
})

/** `PaywintDeveloper`, configured by `paywintDeveloperConfig`. Fails with a `ConfigError`. */
export const layerPaywintDeveloper = Layer.unwrap(Config.map(paywintDeveloperConfig, PaywintDeveloper.layer))
