import type { Fixture } from "./fixture.ts"

const day = 24 * 60 * 60 * 1000

/** Days after which a recording of a sandbox should be made again, and after which it has to be. */
const agingAfter = 180
const staleAfter = 365

/**
 * How old a fixture is at `now`, in milliseconds since 1970: `aging` after 180 days, `stale` after 365. Only what a
 * provider said can grow old; an emulator says what its document says.
 */
export const freshness = ({ provenance }: Fixture, now: number): "fresh" | "aging" | "stale" => {
  const days = (now - Date.parse(provenance.recorded)) / day
  if (provenance.source !== "sandbox" || days <= agingAfter) return "fresh"
  return days <= staleAfter ? "aging" : "stale"
}
