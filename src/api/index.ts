export { bind, type Method, serviceOf, type ServiceOf } from "./bind.ts"
export { type Client, clientCredentials } from "./client-credentials.ts"
export { configOf } from "./config.ts"
export {
  type Api,
  type Authentication,
  type Credential,
  defineApi,
  type Envelope,
  type OptionsOf,
  type OutgoingRequest,
} from "./define.ts"
export type { Endpoint, EndpointOf } from "./endpoint.ts"
export { type Operation, operation, type References, type Route, type ScenarioInputs } from "./operation.ts"
export { headerFault, keyFault, tokenFault } from "../provider/credential.ts"
