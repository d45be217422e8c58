import type { Api } from "./api/define.ts"
import type { Operation } from "./api/operation.ts"
import { payNow, payNowOperations } from "./paynow/paynow.ts"
import { paywintDeveloper, paywintDeveloperOperations } from "./paywint/developer.ts"
import { paywintPlatform, paywintPlatformOperations } from "./paywint/platform.ts"

/** An API with its declared operations, by the names of their methods. */
export interface Declared {
  readonly api: Api
  readonly operations: Readonly<Record<string, Operation>>
}

/** The list of APIs. What is served, put under contract and emulated is derived from it. */
export const apis: ReadonlyArray<Declared> = [
  { api: paywintPlatform, operations: paywintPlatformOperations },
  { api: paywintDeveloper, operations: paywintDeveloperOperations },
  { api: payNow, operations: payNowOperations },
]
