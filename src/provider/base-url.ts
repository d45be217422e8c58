import { isLoopback } from "./loopback.ts"

/** A URL or a path without the slashes at its end. The lookbehind keeps it linear: a row of slashes is tried once. */
export const withoutEndSlashes = (url: string): string => url.replace(/(?<!\/)\/+$/, "")

/** Why `url` can't be a provider's base URL, or `undefined` where it can. Credentials travel over https only. */
export const baseUrlFault = (url: unknown): string | undefined => {
  if (typeof url !== "string") return "must be a string"
  if (!URL.canParse(url)) return "is not a URL"
  const { hostname, password, protocol, username } = new URL(url)
  if (username !== "" || password !== "") return "must not hold credentials"
  // As it is written, because a path is put behind it: of a mere ? at its end the parts say nothing.
  if (/[?#]|^\s|\s$/.test(url)) return "must hold no ? or #, nor space around it"
  if (protocol === "https:" || (protocol === "http:" && isLoopback(hostname))) return undefined
  return "must be https (http is for loopback only)"
}
