import { sha256Base64 } from "./sha256.ts"

/**
 * The headers of a page whose only style is `style`, without scripts and without anything from another host. Caches may
 * not store the page, and no site may frame it.
 */
export const pageHeaders = (
  style: string,
  formAction: "'none'" | "'self'",
): Readonly<Record<string, string>> & { readonly "content-type": string } => ({
  "cache-control": "private, no-store",
  "content-security-policy": [
    "default-src 'none'",
    `style-src 'sha256-${sha256Base64(style)}'`,
    "base-uri 'none'",
    `form-action ${formAction}`,
    "frame-ancestors 'none'",
  ].join("; "),
  "content-type": "text/html; charset=utf-8",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
})
