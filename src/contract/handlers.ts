import * as Effect from "effect/Effect"
import * as HttpServerResponse from "effect/http/HttpServerResponse"
import * as HttpApiBuilder from "effect/http-api/HttpApiBuilder"
import { problem, refuse } from "../gateway/problem.ts"
import { ContractApi } from "./api.ts"
import { ContractHistory } from "./history.ts"
import { sharedRead } from "./shared-read.ts"

/**
 * The object that stores the runs also performs them, so readers must not queue there: one read is in progress at a time,
 * and requests that arrive meanwhile share its result. The result is not cached, because callers poll for a run's end.
 */
export const contractHandlers = HttpApiBuilder.group(
  ContractApi,
  "contracts",
  Effect.fnUntraced(function* (handlers) {
    const { history, start } = yield* ContractHistory
    const read = sharedRead(
      Effect.map(history, (known) => JSON.stringify(known)),
      0,
    )
    return handlers
      .handleRaw("history", () =>
        Effect.map(read, (json) =>
          HttpServerResponse.text(json, {
            headers: { "cache-control": "private, no-store", "content-type": "application/json" },
          }),
        ),
      )
      .handleRaw("run", () =>
        Effect.map(start, (started) =>
          started
            ? HttpServerResponse.jsonUnsafe({ started }, { status: 202 })
            : refuse({
                problem: problem("run-under-way", "A contract run is under way; there is one at a time."),
              }),
        ),
      )
  }),
)
