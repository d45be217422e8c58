import * as ConfigProvider from "effect/ConfigProvider"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import { gateway } from "../src/gateway/gateway.ts"
import { callerKeys } from "./caller-keys.ts"
import { environment } from "./emulator/credentials.ts"
import { callerKey } from "./routes.ts"

/** The gateway without a Worker around it, asking the providers that are at `emulator`. */
export const gatewayInProcess = (emulator: string) => {
  const env = { ...environment(emulator), CALLER_KEYS: callerKeys({ tests: [callerKey] }) }
  const { dispose, handler } = gateway(
    Layer.mergeAll(ConfigProvider.layer(ConfigProvider.fromUnknown(env)), Logger.layer([])),
  )
  return { fetch: (request: Request) => handler(request), stop: dispose, url: "https://gateway.example" }
}
