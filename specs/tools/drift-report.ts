import { atLeast, type Drift, type Severity, worstFirst } from "../../src/contract/drift.ts"
import { presentableDrift } from "../../src/contract/presentable.ts"
import type { OperationDrift } from "./drift.ts"

/** What changed, for people: by operation, the worst first. */
export const driftTable = ({ drift, method, operation, path }: OperationDrift): string => {
  const rows = worstFirst(drift)
    .map(presentableDrift)
    .flatMap(({ expected, got, meaning, pointer, severity }) => [
      `  ${severity.padEnd(8)}  ${pointer}`,
      `            ${expected}  ->  ${got}`,
      `            ${meaning}`,
    ])
  return [`${operation}  ${method} ${path}`, ...(rows.length === 0 ? ["  no change"] : rows)].join("\n")
}

export const driftCounts = (all: ReadonlyArray<OperationDrift>) => {
  const count = (severity: Severity) =>
    all.flatMap(({ drift }) => drift).filter((one) => one.severity === severity).length
  return { breaking: count("breaking"), warning: count("warning"), info: count("info") }
}

/** `1 breaking, 0 warning, 2 info` */
export const countLine = (all: ReadonlyArray<OperationDrift>): string =>
  Object.entries(driftCounts(all))
    .map(([severity, count]) => `${count} ${severity}`)
    .join(", ")

export const anyAtLeast = (all: ReadonlyArray<OperationDrift>, least: Severity): boolean =>
  all.flatMap(({ drift }): ReadonlyArray<Drift> => drift).some(({ severity }) => atLeast(severity, least))
