import { version } from "../../generated/version.ts"

/** The `User-Agent` of this library's requests (RFC 9110, section 10.1.5). */
export const userAgent = `edge-checkout/${version}`

/** The headers of every request to a provider. Browsers replace the user agent with their own. */
export const commonHeaders: Readonly<Record<string, string>> = {
  accept: "application/json",
  "user-agent": userAgent,
}
