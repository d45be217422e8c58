import { version } from "../../generated/version.ts"

/** The name of this library in what it sends (RFC 9110, section 10.1.5). */
export const userAgent = `edge-checkout/${version}`

/** The headers of every request to a provider. A browser sends a user agent of its own. */
export const commonHeaders: Readonly<Record<string, string>> = {
  accept: "application/json",
  "user-agent": userAgent,
}
