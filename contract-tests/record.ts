/** `npm run contract:record -- --target emulator` */
import { randomBytes } from "node:crypto"
import { parseArgs } from "node:util"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import { record } from "../src/contract/record.ts"
import { placeholderReferences } from "../src/contract/replay.ts"
import { environment } from "./emulator/credentials.ts"
import { startEmulator } from "./emulator/server.ts"
import { contracts, writeFixture } from "./fixtures.ts"

const { values } = parseArgs({
  options: { operation: { type: "string" }, target: { default: "emulator", type: "string" } },
})
void values
const emulator = await startEmulator()
const env = environment(emulator.url)
let written = 0
let failed = 0
for (const contract of contracts) {
  for (const scenario of contract.scenarios) {
    emulator.reset()
    if (scenario.fault !== undefined)
      emulator.fail({ fault: scenario.fault as never, operation: contract.operation })
    const references = { ...placeholderReferences(contract), reference: randomBytes(4).toString("hex") }
    const target = {
      configuration: ConfigProvider.fromUnknown(env),
      fetch: globalThis.fetch,
      host: "127.0.0.1",
      secrets: Object.entries(env)
        .filter(([name]) => /SECRET|KEY/.test(name))
        .map(([, value]) => value),
      source: "emulator" as const,
    }
    const result = await Effect.runPromise(
      Effect.result(record(contract, scenario, references, target, new Date().toISOString().slice(0, 10))),
    )
    if (result._tag === "Failure") {
      failed++
      console.error(contract.operation, scenario.name, result.failure.message)
    } else if (writeFixture(result.success)) written++
  }
}
console.log({ failed, written })
await emulator.close()
