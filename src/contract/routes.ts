import * as HttpApiBuilder from "effect/http-api/HttpApiBuilder"
import * as OpenApi from "effect/http-api/OpenApi"
import * as Layer from "effect/Layer"
import { Api } from "../gateway/api.ts"
import { withoutFiles } from "../gateway/gateway.ts"
import type { Surface } from "../gateway/surface.ts"
import { ContractApi } from "./api.ts"
import { contractPage } from "./contract-page.ts"
import { contractHandlers } from "./handlers.ts"

const served = Api.addHttpApi(ContractApi)

const surface: Surface = (options) => OpenApi.fromApi(served, options)

/** The routes of the contract runs, to be served beside the gateway's. `operations` names those under contract. */
export const contractRoutes = (operations: ReadonlyArray<string>) => ({
  routes: Layer.merge(
    HttpApiBuilder.layer(ContractApi).pipe(withoutFiles, Layer.provide(contractHandlers)),
    contractPage(operations),
  ),
  surface,
})
