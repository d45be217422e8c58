import * as HttpApi from "effect/http-api/HttpApi"
import * as HttpApiEndpoint from "effect/http-api/HttpApiEndpoint"
import * as HttpApiGroup from "effect/http-api/HttpApiGroup"
import * as HttpApiSchema from "effect/http-api/HttpApiSchema"
import * as OpenApi from "effect/http-api/OpenApi"
import * as Schema from "effect/Schema"
import { CallerKey } from "../gateway/caller.ts"
import { documented } from "../gateway/problem.ts"
import { History } from "./history.ts"

const contracts = HttpApiGroup.make("contracts").add(
  HttpApiEndpoint.get("history", "/v1/contracts", { error: documented, success: History })
    .annotate(OpenApi.Summary, "The last contract runs")
    .middleware(CallerKey),
  HttpApiEndpoint.post("run", "/v1/contracts/runs", {
    error: documented,
    success: Schema.Struct({ started: Schema.Literal(true) }).pipe(HttpApiSchema.status(202)),
  })
    .annotate(OpenApi.Summary, "Starts a contract run against the sandboxes; one at a time")
    .middleware(CallerKey),
)

/** The HTTP surface of the contract runs, for callers. What people read is in `contract-page.ts`. */
export const ContractApi = HttpApi.make("edge-checkout-contracts").add(contracts)
