import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex } from "@noble/hashes/utils.js"

const encoder = new TextEncoder()

/** The SHA-256 of a text's UTF-8, as 64 lower-case hex digits. Not by WebCrypto: a job costs more than the hash. */
export const sha256Hex = (text: string): string => bytesToHex(sha256(encoder.encode(text)))

/** The same in base64, as a Content-Security-Policy takes it. */
export const sha256Base64 = (text: string): string =>
  btoa(String.fromCharCode(...sha256(encoder.encode(text))))

/** Whether two digests are the same. The time that it takes depends on the length of `presented` and on nothing else. */
export const sameDigest = (presented: string, digest: string): boolean => {
  let difference = presented.length ^ digest.length
  for (let at = 0; at < presented.length; at++) difference |= presented.charCodeAt(at) ^ digest.charCodeAt(at)
  return difference === 0
}
