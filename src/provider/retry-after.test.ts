import { expect, it } from "vitest"
import { retryAfter } from "./retry-after.ts"

const now = Date.UTC(1994, 10, 6, 8, 49, 7)

it.each([
  ["0", 0],
  ["7", 7_000],
  [" 7 ", 7_000],
  ["007", 7_000],
  // The three forms of RFC 9110, section 5.6.7: IMF-fixdate, RFC 850, asctime.
  ["Sun, 06 Nov 1994 08:49:37 GMT", 30_000],
  ["Sunday, 06-Nov-94 08:49:37 GMT", 30_000],
  ["Sun Nov  6 08:49:37 1994", 30_000],
  // Past.
  ["Sun, 06 Nov 1994 08:49:06 GMT", 0],
  ["Thu, 01 Jan 1970 00:00:00 GMT", 0],
])("%j asks for %i ms", (header, wait) => {
  expect(retryAfter(header, now)).toBe(wait)
})

it.each([
  null,
  "",
  " ",
  "soon",
  "-1",
  "1.5",
  "1e3",
  "0x10",
  "7s",
  "7, 8",
  "NaN",
  "Infinity",
  "1994-11-06T08:49:37Z",
  "784111777000Z",
  "Sun, 99 Nov 1994 08:49:37 GMT",
  "Sun, soon",
])("%j says nothing", (header) => {
  expect(retryAfter(header, now)).toBeUndefined()
})

it("reads a date as GMT in whatever zone it runs", () => {
  const zone = process.env["TZ"]
  process.env["TZ"] = "Asia/Tokyo"
  try {
    expect(new Date(now).getTimezoneOffset()).toBe(-540)
    expect(retryAfter("Sun Nov  6 08:49:37 1994", now)).toBe(30_000)
  } finally {
    if (zone === undefined) delete process.env["TZ"]
    else process.env["TZ"] = zone
  }
})
