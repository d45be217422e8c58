import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex } from "@noble/hashes/utils.js"

const encoder = new TextEncoder()

/** The SHA-256 of a text's UTF-8, as 64 lower-case hex digits. Not by WebCrypto: a job costs more than the hash. */
export const sha256Hex = (text: string): string => bytesToHex(sha256(encoder.encode(text)))
