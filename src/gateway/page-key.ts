import { isLoopback } from "../provider/loopback.ts"
import { sameDigest, sha256Hex } from "./sha256.ts"

/** The key to the pages for people, and the cookie that a browser gets once the key was entered in it. */
export interface PageKey {
  /** Whether a text that somebody entered is the key. */
  readonly accepts: (entered: string) => boolean
  /** Whether a request to `url` with this `Cookie` header comes from a browser in which the key was entered. */
  readonly opens: (url: string, cookies: string | undefined) => boolean
  /** The `Set-Cookie` header for a browser in which the key was entered at `url`. */
  readonly cookie: (url: string) => string
}

/** Seconds until a browser asks for the key again: four weeks. */
const maxAge = 28 * 24 * 60 * 60

/**
 * The cookie holds a digest derived from the key, so a new key ends all sessions and the cookie does not reveal the key.
 * Keys and cookies are compared in constant time. White space around a key is ignored, because it is easily pasted too.
 */
export const pageKey = (key: string): PageKey => {
  const digest = sha256Hex(key.trim())
  const session = sha256Hex(`edge-checkout page session: ${key.trim()}`)
  return {
    accepts: (entered) => sameDigest(sha256Hex(entered.trim()), digest),
    cookie: (url) =>
      `${nameAt(url)}=${session}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Strict${isPlain(url) ? "" : "; Secure"}`,
    opens: (url, cookies = "") => {
      const start = `${nameAt(url)}=`
      return cookies
        .split(";")
        .map((cookie) => cookie.trim())
        .some((cookie) => cookie.startsWith(start) && sameDigest(cookie.slice(start.length), session))
    },
  }
}

/** Whether the cookie has to work without TLS: only on this machine, where a Worker is tried out. */
const isPlain = (url: string): boolean => {
  const { hostname, protocol } = new URL(url)
  return protocol === "http:" && isLoopback(hostname)
}

// Browsers accept a `__Host-` cookie over TLS only, and only from this very host, not from others of its domain.
const nameAt = (url: string): string => (isPlain(url) ? "page_key" : "__Host-page_key")
