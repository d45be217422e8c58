import * as Config from "effect/Config"
import * as Schema from "effect/Schema"
import { baseUrl, credential } from "../provider/config.ts"
import { type Api, type Credential, faultOf, type OptionsOf } from "./define.ts"

// In its own module so that callers who pass options do not bundle the Config code (7 % of the bundle).

/** An API's options from the configuration: its credentials and its base URL, by the variables of its declaration. */
export const configOf = <A extends Api>(api: A): Config.Config<OptionsOf<A>> =>
  Config.all({
    ...Object.fromEntries(
      Object.entries<Credential>(api.credentials).map(([name, one]) => [name, configured(one)]),
    ),
    baseUrl: baseUrl(api.baseUrl.variable, api.baseUrl.default),
  }) as unknown as Config.Config<OptionsOf<A>>

const configured = (one: Credential): Config.Config<unknown> =>
  one.isPublic === true
    ? Config.schema(Schema.String.check(Schema.makeFilter(faultOf(one))), one.variable)
    : credential(one.variable, faultOf(one))
