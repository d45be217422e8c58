import { sha256Base64 } from "./sha256.ts"

/**
 * The headers of a page that no site may frame. `sources` are the directives of its content security policy that allow
 * anything at all.
 */
export const htmlHeaders = ({
  cacheControl,
  formAction,
  sources,
}: {
  readonly cacheControl: string
  readonly formAction: "'none'" | "'self'"
  readonly sources: ReadonlyArray<string>
}) => ({
  "cache-control": cacheControl,
  "content-security-policy": [
    "default-src 'none'",
    ...sources,
    "base-uri 'none'",
    `form-action ${formAction}`,
    "frame-ancestors 'none'",
  ].join("; "),
  "content-type": "text/html; charset=utf-8",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
})

/**
 * The headers of a page with a form, whose only style is `style`, without scripts and without anything from another host.
 * Caches may not store the page.
 */
export const pageHeaders = (style: string) =>
  htmlHeaders({
    cacheControl: "private, no-store",
    formAction: "'self'",
    sources: [`style-src 'sha256-${sha256Base64(style)}'`],
  })
