import type { Fault } from "../emulator/fault.ts"
import type { Limits, Survived } from "./chaos.ts"

const number = (value: number) => value.toLocaleString("en")
const seconds = (milliseconds = 0) => (milliseconds / 1_000).toFixed(1)

const nameOf = (fault: Fault) => {
  switch (fault.kind) {
    case "status":
      return `status ${fault.status}`
    case "delay":
      return fault.ms > 15_000 ? "no answer within the deadline" : "a late answer"
    default:
      return fault.kind
  }
}

const counted = (title: string, counts: Iterable<readonly [string, number]>) =>
  [...counts]
    .sort(([, left], [, right]) => right - left)
    .map(([name, count], n) => `  ${(n === 0 ? title : "").padEnd(12)}${number(count).padStart(8)}  ${name}`)

/** What was survived, and whether it was. */
export const table = ({ copies, kills, requests, seed }: Limits, survived: Survived): string => {
  const { absences, exchanges, heard, met, seconds: took, told, violations } = survived
  const slowest = [...absences].sort((left, right) => left - right)
  const median = slowest[Math.floor(slowest.length / 2)]
  const faults = Map.groupBy(met, nameOf)
  return [
    `seed ${seed}: ${number(told.length)} of ${number(requests)} requests, ${copies} copies of each, in ${took.toFixed(0)} s`,
    "",
    ...counted("workerd", [
      [
        `SIGKILLs (${kills} planned, 1 at the end); back after ${seconds(median)} s, at most ${seconds(slowest.at(-1))} s`,
        absences.length,
      ],
    ]),
    ...counted("provider", [["exchanges", exchanges]]),
    ...counted(
      "",
      [...faults].map(([name, faults]) => [`met ${name}`, faults.length]),
    ),
    ...counted("callers", heard),
    "",
    ...[...violations].map(
      ([promise, references]) =>
        `  ${references.length === 0 ? "ok    " : "BROKEN"}${number(references.length).padStart(6)}  ${promise}${
          references.length === 0 ? "" : `: ${references.join(" ")}`
        }`,
    ),
  ].join("\n")
}
