import type { Run } from "../run.ts"
export const page = (runs: ReadonlyArray<Run>): string => JSON.stringify(runs)
