const encoder = new TextEncoder()

export const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("")

export const sha256 = async (text: string): Promise<string> =>
  hex(await crypto.subtle.digest("SHA-256", encoder.encode(text)))

let key: Promise<CryptoKey> | undefined

/** Paywint's signature of a POST, as one writes it who has one secret and nothing to configure. */
export const signature = async (secret: string, path: string, body: string): Promise<string> => {
  key ??= crypto.subtle.importKey("raw", encoder.encode(secret), { hash: "SHA-256", name: "HMAC" }, false, [
    "sign",
  ])
  const canonical = encoder.encode(`POST${path}${await sha256(body)}`)
  return hex(await crypto.subtle.sign("HMAC", await key, canonical))
}
