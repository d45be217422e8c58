import * as Redacted from "effect/Redacted"
import { baseUrlFault } from "./base-url.ts"
import type { CallOptions } from "./call.ts"

/** What every API can be given, beside its credentials. */
export interface Options extends CallOptions {
  /** Where the API is: https, or http on loopback, without a query. Without it, the provider's sandbox, or its only host. */
  readonly baseUrl?: string | undefined
}

// What a header's value can be without being changed on the way (RFC 9110, section 5.5), less the space.
export const headerSafe = /^[\x21-\x7e]+$/

/**
 * Where an API is, without the slash that its paths begin with.
 *
 * @throws Error where `baseUrl` can't be one
 */
export const checkedBaseUrl = ({ baseUrl }: Options, fallback: string): string => {
  const url = baseUrl ?? fallback
  const fault = baseUrlFault(url)
  if (fault !== undefined) throw new Error(`baseUrl ${fault}`)
  return url.replace(/(?<!\/)\/+$/, "")
}

/**
 * The value of a credential.
 *
 * @throws Error where it can't be sent in a header
 */
export const checkedCredential = (name: string, credential: Redacted.Redacted): string => {
  if (!Redacted.isRedacted(credential)) throw new Error(`${name} must be Redacted`)
  const value = Redacted.value(credential)
  // Whoever read it from an environment that lacks it may have wrapped `undefined`.
  if (!value) throw new Error(`${name} is empty`)
  if (!headerSafe.test(value)) throw new Error(`${name} must be visible ASCII characters without spaces`)
  return value
}
