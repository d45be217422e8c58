import * as Config from "effect/Config"
import { callable, connect } from "../api/bind.ts"
import { configOf } from "../api/config.ts"
import type { Api, OptionsOf } from "../api/define.ts"
import type { Operation } from "../api/operation.ts"
import { apis } from "../apis.ts"
import { callOf } from "./call.ts"
import type { OpenApiDocument } from "./document.ts"
import type { Contract } from "./scenario.ts"
import { particularsOf, situationsAtProvider } from "./situations.ts"

/**
 * The contract of a declared operation. `scenariosOf` makes its scenarios: `situations` where there is an emulator; without
 * it those that a provider can be brought into.
 */
export const contractOf = (
  operation: Operation,
  document: OpenApiDocument,
  scenariosOf = situationsAtProvider,
): Contract => {
  const { api, endpoint, fullName } = operation
  const { sandboxes, testResources = {}, unredactedPointers = [] } = api.contract ?? {}
  const method = endpoint.method.toUpperCase()
  const particulars = particularsOf(operation)
  return {
    api: api.folder,
    baseUrl: Config.map(optionsOf(api), ({ baseUrl = api.baseUrl.default }) => baseUrl),
    call: Config.map(optionsOf(api), (options) => callOf(callable(operation, connect(api, options)))),
    document,
    kept: unredactedPointers,
    method,
    operation: fullName,
    path: endpoint.path,
    placeholders: Object.fromEntries([
      ...Object.values(testResources).map(({ example, variable }) => [variable, example]),
      ...Object.values(api.credentials).map(({ placeholder = "placeholder", variable }) => [
        variable,
        placeholder,
      ]),
    ]),
    sandboxes: sandboxes ?? [new URL(api.baseUrl.default).hostname],
    scenarios: particulars === undefined ? [] : scenariosOf(particulars),
    subjects: Object.entries(testResources).map(([name, { variable }]) => [name, variable] as const),
  }
}

const optionsOf = (api: Api): Config.Config<OptionsOf<Api>> => configOf(api)

/**
 * The contracts of all declared operations. `document` gives an API's document, by its folder. A contract that has no
 * emulator's scenarios, as in the Worker, does without those that need one.
 */
export const contracts = (
  document: (folder: string) => OpenApiDocument,
  scenariosOf = situationsAtProvider,
): ReadonlyArray<Contract> =>
  apis.flatMap(({ api, operations }) =>
    Object.values(operations)
      .filter(({ contract }) => contract !== undefined)
      .map((operation) => contractOf(operation, document(api.folder), scenariosOf)),
  )
