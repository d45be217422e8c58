/** The parts that the Workers written without this project share. */

export interface Env {
  readonly CALLER_KEYS: string
  readonly PAYWINT_PLATFORM_BASE_URL: string
  readonly PAYWINT_PLATFORM_ID: string
  readonly PAYWINT_PLATFORM_SECRET: string
}

export const route = "/v1/paywint/platform/checkout-tokens"

/** The provider's path. */
export const path = "/api/checkout/token/platform"

const encoder = new TextEncoder()

export const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("")

export const sha256 = async (text: string): Promise<string> =>
  hex(await crypto.subtle.digest("SHA-256", encoder.encode(text)))

let key: Promise<CryptoKey> | undefined

/** Paywint's signature of a POST by WebCrypto, for one secret. */
export const signature = async (secret: string, path: string, body: string): Promise<string> => {
  key ??= crypto.subtle.importKey("raw", encoder.encode(secret), { hash: "SHA-256", name: "HMAC" }, false, [
    "sign",
  ])
  const canonical = encoder.encode(`POST${path}${await sha256(body)}`)
  return hex(await crypto.subtle.sign("HMAC", await key, canonical))
}

const readCallers = (text: string): ReadonlyMap<string, string> => {
  const keys = JSON.parse(text) as Readonly<Record<string, ReadonlyArray<string>>>
  return new Map(
    Object.entries(keys).flatMap(([caller, digests]) => digests.map((digest) => [digest, caller])),
  )
}

let callers: ReadonlyMap<string, string> | undefined

/** The name of the caller whose key an `Authorization` header has. */
export const callerOf = async (
  authorization: string | null | undefined,
  env: Env,
): Promise<string | undefined> => {
  callers ??= readCallers(env.CALLER_KEYS)
  return callers.get(await sha256(/^Bearer (.+)$/.exec(authorization ?? "")?.[1] ?? ""))
}

/** Writes the one log line of a request that began at `begun`, in milliseconds since the epoch. */
export const logRequest = (
  begun: number,
  request: { readonly caller: string | undefined; readonly requestId: string; readonly status: number },
) => {
  const { caller, requestId, status } = request
  const entry = { caller, duration_ms: Date.now() - begun, request_id: requestId, route, status }
  console.log(JSON.stringify({ level: "INFO", message: entry, timestamp: new Date(begun).toISOString() }))
}
