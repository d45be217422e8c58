/** Who asks for longer has made a mistake, or is gone for good. */
const day = 24 * 60 * 60 * 1000

/**
 * The wait that a `Retry-After` header asks for (RFC 9110, section 10.2.3: seconds or an HTTP date), in
 * milliseconds from `now`; `undefined` where it is absent or says neither.
 */
export const retryAfter = (header: string | null, now: number): number | undefined => {
  const value = header?.trim() ?? ""
  if (/^\d+$/.test(value)) return Math.min(Number(value) * 1000, day)
  if (!/^[A-Z][a-z]{2,8},? /.test(value)) return undefined
  // Of the three forms of a date (section 5.6.7) asctime's alone does not say that it is in GMT.
  const date = Date.parse(value.endsWith(" GMT") ? value : `${value} GMT`)
  return Number.isNaN(date) ? undefined : Math.min(Math.max(0, date - now), day)
}
