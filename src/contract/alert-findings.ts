import * as Hash from "effect/Hash"
import type { KnownFinding } from "./alerted.ts"
import { atLeast, type Drift, worstFirst } from "./drift.ts"
import type { OperationResult } from "./run.ts"
import type { Verdict } from "./verdict.ts"

/** After this many runs in a row without a finding or a failure, it counts as gone. */
export const goneAfter = 3

/** The most findings of an operation that are compared in a run, and the most that are remembered between runs. */
const mostInRun = 100
const mostKnown = 200

/** The findings of a run, compared with those that were alerted before. */
export interface Compared {
  readonly all: ReadonlyArray<Drift>
  /** Findings that were not alerted yet. */
  readonly fresh: ReadonlyArray<Drift>
  /** Whether a fresh finding is worse than every finding that was alerted and still holds. */
  readonly worse: boolean
  /** The findings to remember after this run's alerts. */
  readonly known: ReadonlyArray<KnownFinding>
}

/** Compares the findings of a run with those that were alerted before. */
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
  // Sorted by id before the cut, so that the same findings are left out in every run.
  return distinct.length <= mostInRun
    ? distinct
    : worstFirst([...distinct].sort((left, right) => (left.id < right.id ? -1 : 1))).slice(0, mostInRun)
}

/** Identifies a difference across runs. It ignores array indices and numbers of properties, which vary from run to run. */
const idOf = (scenario: string, { expected, got, pointer, severity }: Drift): string => {
  const place = pointer.replaceAll(/\/\d+(?=\/|$)/g, "/*")
  const [wanted, came] = [expected, got].map((text) => text.replaceAll(/(?<!\d)\d+(?= [a-z])/g, "n"))
  return (Hash.string(JSON.stringify([scenario, severity, place, wanted, came])) >>> 0).toString(36)
}

/** A remembered finding after one more run; nothing once three runs in a row have not found it. */
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

/** Whether a scenario with this verdict has compared an answer, so that a finding that is missing counts as absent. */
const compares: Readonly<Record<Verdict, boolean>> = {
  credentials: false,
  drift: true,
  outage: false,
  pass: true,
  skipped: false,
  throttled: false,
}
