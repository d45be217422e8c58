const encoder = new TextEncoder()

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("")

/** What Paywint signs of a request. */
export interface Signed {
  readonly method: string
  /** The request's address as it is sent: percent-encoded. The host is not signed. */
  readonly url: string
  /** The body as it is sent, or an empty string. */
  readonly body: string
}

/** Makes the `X-Signature` of a request: 64 lower-case hex digits. */
export type Sign = (request: Signed) => Promise<string>

/**
 * Signs with a platform's secret: HMAC-SHA256 over the method, the path, the query with its `?`, and the hex
 * SHA-256 of the body, with nothing between them.
 *
 * The signature covers neither a time nor a nonce: whoever sees a signed request can replay it.
 *
 * Source: developer.paywint.com, get-started/signature-auth.md
 */
export const signer = (secret: string): Sign => {
  let key: Promise<CryptoKey> | undefined
  const imported = () =>
    (key ??= crypto.subtle.importKey(
      "raw",
      encoder.encode(secret),
      { hash: "SHA-256", name: "HMAC" },
      false,
      ["sign"],
    ))
  return async ({ body, method, url }) => {
    const { pathname, search } = new URL(url)
    const bodyHash = hex(await crypto.subtle.digest("SHA-256", encoder.encode(body)))
    const canonical = encoder.encode(`${method}${pathname}${search}${bodyHash}`)
    return hex(await crypto.subtle.sign("HMAC", await imported(), canonical))
  }
}
