import type * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import { findings } from "./conformance.ts"
import { firstLine } from "./defect.ts"
import { isMeant } from "./departures.ts"
import type { Finding, Fixture } from "./fixture.ts"
import { shown } from "./presentable.ts"
import { differences, replay } from "./replay.ts"
import type { Contract } from "./scenario.ts"
import { readKept } from "./redaction/kept.ts"
import { specHash } from "./spec-hash.ts"

/** What is wrong with a fixture, and where: a JSON Pointer into it. */
export interface Fault {
  readonly pointer: string
  readonly message: string
}

/**
 * Checks a fixture: that it was recorded under today's document, that the exchange departs from the document only
 * where it says so, and that the program still sends the recorded request and ends as recorded.
 */
export const check = (
  contract: Contract,
  fixture: Fixture,
): Effect.Effect<ReadonlyArray<Fault>, Config.ConfigError> =>
  Effect.gen(function* () {
    const scenario = contract.scenarios.find(({ name }) => name === fixture.scenario)
    if (scenario === undefined) return [{ message: "There is no such scenario", pointer: "/scenario" }]
    // Throws where `kept` holds an invalid pointer.
    readKept(contract.kept)
    const spec = yield* Effect.promise(() => specHash(contract))
    const stale =
      spec === fixture.provenance.spec
        ? []
        : [{ message: "Recorded under another document", pointer: "/provenance/spec" }]
    const replayed = yield* replay(contract, scenario, fixture.exchange?.response)
    return [
      ...stale,
      ...departures(fixture, fixture.exchange === null ? [] : findings(contract, fixture.exchange)),
      ...fixture.departures
        .filter((departure) => !isMeant(scenario)(departure))
        .map(({ pointer }) => ({
          message: "Departs from the document, which is not what the scenario shows",
          pointer: `/exchange${pointer}`,
        })),
      ...differences(fixture, replayed).map((pointer) => ({ message: "A replay does otherwise", pointer })),
    ]
  }).pipe(
    Effect.catchDefect((defect) =>
      Effect.succeed([{ message: `The contract can't be used: ${firstLine(defect)}`, pointer: "" }]),
    ),
    // A fixture holds names that a provider chose.
    Effect.map((faults) =>
      faults.map(({ message, pointer }) => ({ message: shown(message), pointer: shown(pointer) })),
    ),
  )

const departures = ({ departures: known }: Fixture, found: ReadonlyArray<Finding>): ReadonlyArray<Fault> => {
  const same = (left: Finding) => (right: Finding) =>
    left.pointer === right.pointer && left.rule === right.rule && left.got === right.got
  const fresh = found.filter((finding) => !known.some(same(finding)))
  const gone = known.filter((finding) => !found.some(same(finding)))
  return [
    ...fresh.map(({ expected, got, pointer }) => ({
      message: `Departs from the document: ${expected} Got ${got}`,
      pointer: `/exchange${pointer}`,
    })),
    ...gone.map(({ pointer }) => ({
      message: "No longer departs from the document",
      pointer: `/exchange${pointer}`,
    })),
  ]
}
