import type { Finding } from "./fixture.ts"
import type { Scenario } from "./scenario.ts"

/**
 * Whether a scenario is there to show such a departure from the document: of a request that its program would refuse;
 * of an answer that is faked, that breaks the contract by name, or that is a failure, of which documents leave out many.
 */
export const isMeant =
  ({ expect, fault, unchecked = false }: Scenario) =>
  ({ pointer, rule }: Finding): boolean =>
    pointer.startsWith("/request")
      ? unchecked
      : fault !== undefined || expect === "ContractViolation" || (rule === "status" && expect !== "success")

/** Departures as a sentence's end. */
export const told = (departures: ReadonlyArray<Finding>): string =>
  departures.map(({ expected, got, pointer }) => `${pointer}: expected ${expected}, got ${got}`).join("; ")
