import * as Effect from "effect/Effect"
import * as HttpServerResponse from "effect/http/HttpServerResponse"
import * as HttpApiBuilder from "effect/http-api/HttpApiBuilder"
import { problem, refuse } from "../gateway/problem.ts"
import { ContractApi } from "./api.ts"
import { ContractHistory } from "./history.ts"
import { page } from "./report/page.ts"

const pageHeaders = {
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  "content-type": "text/html; charset=utf-8",
}

/** `operations` names those under contract, in the order in which the page shows them. */
export const contractHandlers = (operations: ReadonlyArray<string>) =>
  HttpApiBuilder.group(
    ContractApi,
    "contracts",
    Effect.fnUntraced(function* (handlers) {
      const { history, start } = yield* ContractHistory
      return handlers
        .handle("history", () => history)
        .handleRaw("run", () =>
          Effect.map(start, (started) =>
            started
              ? HttpServerResponse.jsonUnsafe({ started }, { status: 202 })
              : refuse({
                  problem: problem("run-under-way", "A contract run is under way; there is one at a time."),
                }),
          ),
        )
        .handleRaw("page", () =>
          Effect.map(history, ({ runs }) =>
            HttpServerResponse.text(page(runs, operations), { headers: pageHeaders }),
          ),
        )
    }),
  )
