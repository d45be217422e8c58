import * as Schema from "effect/Schema"

/** What a contract run says of an operation. Skipped is never green. */
export const Verdict = Schema.Literals(["pass", "drift", "credentials", "outage", "throttled", "skipped"])
export type Verdict = typeof Verdict.Type

// Precedence, most important first. A run looks for drift; missing credentials and outages hide whether there is any.
const rank: Readonly<Record<Verdict, number>> = {
  credentials: 4,
  drift: 5,
  outage: 3,
  pass: 0,
  skipped: 1,
  throttled: 2,
}

/**
 * The verdict of several: the first of drift, credentials, outage, throttled, skipped, pass that is among them. Nothing
 * at all is `skipped`.
 */
export const worst = (verdicts: ReadonlyArray<Verdict>): Verdict => {
  const [first = "skipped", ...others] = verdicts
  return others.reduce((worse, verdict) => (rank[verdict] > rank[worse] ? verdict : worse), first)
}
