import * as Config from "effect/Config"
import * as Option from "effect/Option"
import type * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import { baseUrlFault } from "./base-url.ts"
import { type CredentialFault, tokenFault } from "./credential.ts"

/**
 * A variable that has to be text. Effect treats an object or an array, as a Worker's variable can be, as absent, and a
 * default would replace it; here only a missing variable is absent, and another type is an error.
 */
export const variable = <A>(schema: Schema.ConstraintCodec<A, unknown>, name: string): Config.Config<A> => {
  const read = Config.schema(schema, name)
  return Config.option(read).pipe(
    Config.flatMap(
      Option.match({ onNone: () => Config.flatMap(otherShape(name), () => read), onSome: Config.succeed }),
    ),
  )
}

/**
 * Fails where the variable is present but is not text. It looks for the name in the source's list, because a source of
 * environment variables, where all are text, reads `NAME_OTHER` as a property of `NAME` but does not list `NAME`.
 */
const otherShape = (name: string) =>
  Config.schema(
    Schema.Record(Schema.String.check(Schema.isPattern(new RegExp(`^${name}$`))), Schema.String),
  ).pipe(Config.withDefault({}))

/** A credential from the configuration. */
export const credential = (
  name: string,
  fault: CredentialFault = tokenFault,
): Config.Config<Redacted.Redacted> =>
  Config.schema(Schema.Redacted(Schema.String.check(Schema.makeFilter(fault))), name)

/** A base URL from the configuration: `fallback` where the variable is absent or empty. */
export const baseUrl = (name: string, fallback: string): Config.Config<string> => {
  const check = Schema.makeFilter((url: string) => (url === "" ? undefined : baseUrlFault(url)))
  return variable(Schema.String.check(check), name).pipe(
    Config.withDefault(fallback),
    Config.map((url) => url || fallback),
  )
}
