import * as ConfigProvider from "effect/ConfigProvider"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import { gateway } from "./gateway/gateway.ts"

type Env = Record<string, unknown>

let serving: ReturnType<typeof gateway> | undefined

const serve = (env: Env) =>
  gateway(
    Layer.mergeAll(ConfigProvider.layer(ConfigProvider.fromUnknown(env)), Logger.layer([Logger.consoleJson])),
  )

export default {
  fetch(request: Request, env: Env): Promise<Response> {
    // An isolate's bindings never change: what is made of them is made once.
    serving ??= serve(env)
    return serving.handler(request)
  },
}
