import { sha256 } from "@noble/hashes/sha2.js"

const encoder = new TextEncoder()

/**
 * The SHA-256 of a text's UTF-8, as 64 lower-case hex digits. WebCrypto is not used because its asynchronous job costs
 * more than the hash. The library's `bytesToHex` is not used because it joins 32 strings, which V8 keeps as long as the
 * result (870 bytes of heap instead of 80).
 */
export const sha256Hex = (text: string): string => {
  const codes: Array<number> = []
  for (const byte of sha256(encoder.encode(text))) codes.push(codeOf(byte >> 4), codeOf(byte & 15))
  return String.fromCharCode(...codes)
}

/** The character code of a hex digit. */
const codeOf = (digit: number) => digit + (digit < 10 ? 0x30 : 0x57)

/** The SHA-256 of a text's UTF-8 in base64, as a Content-Security-Policy takes it. */
export const sha256Base64 = (text: string): string =>
  btoa(String.fromCharCode(...sha256(encoder.encode(text))))

/** Whether two digests are the same. The time that it takes depends on the length of `presented` and on nothing else. */
export const sameDigest = (presented: string, digest: string): boolean => {
  let difference = presented.length ^ digest.length
  for (let at = 0; at < presented.length; at++) difference |= presented.charCodeAt(at) ^ digest.charCodeAt(at)
  return difference === 0
}
