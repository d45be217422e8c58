import * as Hash from "effect/Hash"
import type { KnownFinding } from "./alerted.ts"
import { atLeast, type Drift, worstFirst } from "./drift.ts"
import type { OperationResult } from "./run.ts"
import type { Verdict } from "./verdict.ts"

/** Runs in a row without something before it counts as gone. */
export const goneAfter = 3

/** Findings of an operation that are told apart, in a run and over several runs. */
const mostInRun = 100
const mostKnown = 200

/** What an operation's findings are to somebody who knows others. */
export interface Compared {
  readonly all: ReadonlyArray<Drift>
  /** Those that nobody was told of. */
  readonly fresh: ReadonlyArray<Drift>
  /** Whether one of the fresh ones is worse than any that somebody was told of. */
  readonly worse: boolean
  /** Those that are known afterwards. */
  readonly known: ReadonlyArray<KnownFinding>
}

/** Compares the findings of a run with those that somebody was told of. */
export const compareFindings = (before: ReadonlyArray<KnownFinding>, result: OperationResult): Compared => {
  const found = findingsOf(result)
  const kept = before.flatMap((finding) => afterRun(finding, found, result))
  const ids = new Set(kept.map(({ id }) => id))
  const fresh = found.filter(({ id }) => !ids.has(id))
  const known = [
    ...fresh.map(({ id, scenario, severity }) => ({ absent: 0, id, scenario, severity })),
    ...kept,
  ]
  return {
    all: found.map(({ drift }) => drift),
    fresh: fresh.map(({ drift }) => drift),
    known: [...known].sort((left, right) => left.absent - right.absent).slice(0, mostKnown),
    worse:
      kept.length > 0 && fresh.some(({ severity }) => !kept.some((old) => atLeast(old.severity, severity))),
  }
}

type Found = Pick<KnownFinding, "id" | "scenario" | "severity"> & { readonly drift: Drift }

const findingsOf = ({ scenarios }: OperationResult): ReadonlyArray<Found> => {
  const all = scenarios.flatMap(({ drift, scenario }) =>
    drift.map((found) => ({ drift: found, id: idOf(scenario, found), scenario, severity: found.severity })),
  )
  const distinct = [...new Map(all.map((found) => [found.id, found])).values()]
  // In an order that is the same for the same findings, so that always the same ones are left out.
  return distinct.length <= mostInRun
    ? distinct
    : worstFirst([...distinct].sort((left, right) => (left.id < right.id ? -1 : 1))).slice(0, mostInRun)
}

/** The same for the same difference: in which element of an array it is, and how many there are, may vary. */
const idOf = (scenario: string, { expected, got, pointer, severity }: Drift): string => {
  const place = pointer.replaceAll(/\/\d+(?=\/|$)/g, "/*")
  const [wanted, came] = [expected, got].map((text) => text.replaceAll(/(?<!\d)\d+(?= [a-z])/g, "n"))
  return (Hash.string(JSON.stringify([scenario, severity, place, wanted, came])) >>> 0).toString(36)
}

/** A finding after one more run; nothing where it has not been found for a while. */
const afterRun = (
  finding: KnownFinding,
  found: ReadonlyArray<Found>,
  { scenarios }: OperationResult,
): ReadonlyArray<KnownFinding> => {
  if (found.some(({ id }) => id === finding.id)) return [{ ...finding, absent: 0 }]
  const scenario = scenarios.find(({ scenario }) => scenario === finding.scenario)
  if (scenario !== undefined && !compares[scenario.verdict]) return [finding]
  const absent = finding.absent + 1
  return absent < goneAfter ? [{ ...finding, absent }] : []
}

/** Whether a scenario that ends so has compared an answer, so that a finding that is not there is absent. */
const compares: Readonly<Record<Verdict, boolean>> = {
  credentials: false,
  drift: true,
  outage: false,
  pass: true,
  skipped: false,
  throttled: false,
}
