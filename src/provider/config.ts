import * as Config from "effect/Config"
import type * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import { baseUrlFault } from "./base-url.ts"
import { headerSafe } from "./options.ts"

/** A credential from the configuration. */
export const credential = (name: string): Config.Config<Redacted.Redacted> => {
  const check = Schema.isPattern(headerSafe, { expected: "visible ASCII characters without spaces" })
  return Config.schema(Schema.Redacted(Schema.String.check(check)), name)
}

/** A base URL from the configuration: `fallback` where the variable is missing or empty. */
export const baseUrl = (name: string, fallback: string): Config.Config<string> =>
  Config.schema(Schema.String.check(Schema.makeFilter(baseUrlFault)), name).pipe(Config.withDefault(fallback))
