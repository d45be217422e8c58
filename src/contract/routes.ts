import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { more } from "../../generated/contract/openapi.ts"
import { document } from "../../generated/openapi.ts"
import { joined } from "../gateway/openapi.ts"
import { problem, refuse } from "../gateway/problem.ts"
import { json, text } from "../gateway/reply.ts"
import type { Route } from "../gateway/route.ts"
import { contractPage } from "./contract-page.ts"
import { ContractHistory, History } from "./history.ts"
import { sharedRead } from "./shared-read.ts"

/**
 * The object that stores the runs also performs them, so readers must not queue there: one read is in progress at a time,
 * and requests that arrive meanwhile share its result. The result is not cached, because callers poll for a run's end.
 */
const history: Route<ContractHistory> = {
  access: "caller-key",
  described: () => ({
    operationId: "contracts.history",
    successes: [{ schema: History, status: 200 }],
    summary: "The last contract runs",
    tag: "contracts",
  }),
  handler: Effect.map(ContractHistory, ({ history }) => {
    const read = sharedRead(
      Effect.map(history, (known) => JSON.stringify(known)),
      0,
    )
    const headers = { "cache-control": "private, no-store", "content-type": "application/json" }
    return () => Effect.map(read, (json) => text(json, headers))
  }),
  method: "GET",
  path: "/v1/contracts",
}

const run: Route<ContractHistory> = {
  access: "caller-key",
  described: () => ({
    operationId: "contracts.run",
    successes: [{ schema: Schema.Struct({ started: Schema.Literal(true) }), status: 202 }],
    summary: "Starts a contract run against the sandboxes; one at a time",
    tag: "contracts",
  }),
  handler: Effect.map(
    ContractHistory,
    ({ start }) =>
      () =>
        Effect.map(start, (started) =>
          started
            ? json({ started }, 202)
            : refuse({
                problem: problem("run-under-way", "A contract run is under way; there is one at a time."),
              }),
        ),
  ),
  method: "POST",
  path: "/v1/contracts/runs",
}

/** The routes of the contract runs, to be served beside the gateway's. `operations` names those under contract. */
export const contractRoutes = (operations: ReadonlyArray<string>) => ({
  document: joined(document, more),
  routes: [history, run, ...contractPage(operations)],
})
