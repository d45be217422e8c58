import { describedAs, type OperationObject, operationObject } from "./document.ts"
import type { Fixture } from "./fixture.ts"
import type { Contract } from "./scenario.ts"

/** What documents do not mention and what happens all the same, by the names of scenarios. */
const undocumented = [
  "unauthorized",
  "not-found",
  "rate-limited",
  "rate-limited-unsaid",
  "server-error",
  "bad-gateway-html",
] as const

/** The situations of an operation whose successes have a body. */
const ofBodies = ["truncated", "unknown-property"] as const

/** One thing that fixtures have to show of an operation, and the scenarios that show it. */
export interface Covered {
  readonly operation: string
  readonly what: string
  readonly by: ReadonlyArray<string>
}

/** What the fixtures show of an operation: its documented statuses, and the situations that no document mentions. */
export const coverage = (contract: Contract, fixtures: ReadonlyArray<Fixture>): ReadonlyArray<Covered> => {
  const { operation } = contract
  const own = fixtures.filter((fixture) => fixture.operation === operation)
  const described = operationObject(contract)
  const answered = (status: string) => (fixture: Fixture) => {
    const response = fixture.exchange?.response
    if (response === undefined || typeof response === "string") return false
    return describedAs(described, response.status) === status
  }
  const names = (chosen: ReadonlyArray<Fixture>) => chosen.map(({ scenario }) => scenario)
  // A pair shows a status where its own side keeps to the document.
  const keepsTo = (side: string) => (fixture: Fixture) =>
    !fixture.departures.some(({ pointer }) => pointer.startsWith(`/${side}/`))
  return [
    ...Object.keys(described.responses).flatMap((status) =>
      ["request", "response"].map((side) => ({
        by: names(
          own
            .filter(answered(status))
            // What a provider rejects does not keep to the document; that it was sent is what is shown.
            .filter(side === "request" && !status.startsWith("2") ? () => true : keepsTo(side)),
        ),
        operation,
        what: `${status} ${side}`,
      })),
    ),
    ...situationsOf(contract, hasBody(described)).map((situation) => ({
      by: names(own.filter(({ scenario }) => scenario === situation)),
      operation,
      what: situation,
    })),
  ]
}

const hasBody = ({ responses }: OperationObject): boolean =>
  Object.entries(responses).some(([status, { content }]) => status.startsWith("2") && content !== undefined)

/** An envelope brings two situations of its own. */
const situationsOf = ({ scenarios }: Contract, withBody: boolean): ReadonlyArray<string> => [
  ...undocumented,
  ...(withBody ? ofBodies : []),
  ...["declined", "no-data"].filter((name) => scenarios.some((scenario) => scenario.name === name)),
]
