import { sha256 } from "@noble/hashes/sha2.js"

const encoder = new TextEncoder()

/**
 * The SHA-256 of a text's UTF-8, as 64 lower-case hex digits. Not by WebCrypto: a job costs more than the hash. Not by
 * the library's `bytesToHex`: it joins 32 texts, which V8 holds on to for as long as the result is kept (870 bytes of
 * heap instead of 80).
 */
export const sha256Hex = (text: string): string => {
  const codes: Array<number> = []
  for (const byte of sha256(encoder.encode(text))) codes.push(codeOf(byte >> 4), codeOf(byte & 15))
  return String.fromCharCode(...codes)
}

/** The character code of a hex digit. */
const codeOf = (digit: number) => digit + (digit < 10 ? 0x30 : 0x57)
