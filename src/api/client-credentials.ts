import { jsonOf } from "../provider/json.ts"
import { Unauthorized } from "../provider/reason.ts"
import type { TokenRequest, TokenSource } from "./define.ts"

/** An authorization server, and the client that asks it for tokens. */
export interface Client {
  readonly tokenUrl: string
  readonly id: string
  readonly secret: string
  readonly scope?: string
}

/** How long before its end a token is no longer sent, in milliseconds. */
const margin = 30_000

/** How long a token counts as valid where the server does not say. */
const unsaidLifetime = 5 * 60_000

interface Token {
  readonly value: string
  readonly until: number
}

/**
 * OAuth 2.0 client credentials (RFC 6749, section 4.4): a bearer token is fetched, kept until shortly before its end, and
 * fetched anew after a 401. The client authenticates with HTTP Basic. Where no token can be had, a call fails with
 * `Unauthorized`: the provider was not asked, so the outcome is `not-applied`.
 *
 * Calls that begin together while there is no token ask for one each: on Workers a request can't wait for another's.
 */
export const clientCredentials = (client: Client): TokenSource => {
  let token: Token | undefined
  let uses = 0
  let sent = ""
  return {
    forget: () => {
      // A token that was fetched for this very attempt is not the reason for the 401.
      const wasKept = token !== undefined && uses > 1
      token = undefined
      return wasKept
    },
    headers: async (request) => {
      if (token === undefined || token.until <= request.now) {
        token = await fetchToken(client, request)
        uses = 0
      }
      uses++
      sent = token.value
      return { authorization: `Bearer ${token.value}` }
    },
    secrets: () => (sent === "" ? [] : [sent]),
  }
}

const fetchToken = async (
  { id, scope, secret, tokenUrl }: Client,
  { fetch, now, signal }: TokenRequest,
): Promise<Token> => {
  const form = new URLSearchParams({
    grant_type: "client_credentials",
    ...(scope === undefined ? {} : { scope }),
  })
  const response = await fetch(tokenUrl, {
    body: form.toString(),
    headers: {
      accept: "application/json",
      // RFC 6749, section 2.3.1: both are form-encoded first.
      authorization: `Basic ${btoa(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`)}`,
      "content-type": "application/x-www-form-urlencoded",
    },
    method: "POST",
    redirect: "manual",
    signal,
  }).catch(() => undefined)
  if (response === undefined) throw noToken("can't be reached")
  const text = await response.text().catch(() => "")
  if (!response.ok) throw noToken(`answered with status ${response.status}`)
  const { access_token: value, expires_in: seconds } = Object(jsonOf(text)) as Readonly<
    Record<string, unknown>
  >
  if (typeof value !== "string" || !/^[!-~]+$/.test(value)) throw noToken("answered without a token")
  const lifetime = typeof seconds === "number" && seconds > 0 ? seconds * 1000 : unsaidLifetime
  return { until: now + Math.max(0, lifetime - margin), value }
}

const noToken = (what: string) =>
  new Unauthorized({ message: `No token could be had: the authorization server ${what}` })
