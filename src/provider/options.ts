import * as Redacted from "effect/Redacted"
import { baseUrlFault, withoutEndSlashes } from "./base-url.ts"
import type { CallOptions } from "./call.ts"
import { type CredentialFault, tokenFault } from "./credential.ts"

/** What every API can be given, beside its credentials. */
export interface Options extends CallOptions {
  /** Where the API is: https, or http on loopback, without a query. Without it, the provider's sandbox, or its only host. */
  readonly baseUrl?: string | undefined
}

/**
 * Where an API is, without the slash that its paths begin with.
 *
 * @throws Error where `baseUrl` can't be one
 */
export const checkedBaseUrl = ({ baseUrl }: Options, fallback: string): string => {
  const url = baseUrl === undefined ? fallback : baseUrl
  const fault = baseUrlFault(url)
  if (fault !== undefined) throw new Error(`baseUrl ${fault}`)
  return withoutEndSlashes(url)
}

/**
 * The value of a credential.
 *
 * @throws Error where it can't be used
 */
export const checkedCredential = (
  name: string,
  credential: Redacted.Redacted,
  fault: CredentialFault = tokenFault,
): string => {
  if (!Redacted.isRedacted(credential)) throw new Error(`${name} must be Redacted`)
  const value: unknown = Redacted.value(credential)
  // A program may have wrapped the `undefined` of an environment variable that is not set.
  if (value === undefined || value === null || value === "") throw new Error(`${name} is empty`)
  const found = typeof value === "string" ? fault(value) : "must hold a string"
  if (found !== undefined) throw new Error(`${name} ${found}`)
  return String(value)
}
