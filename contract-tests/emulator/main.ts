import { parseArgs } from "node:util"
import { environment } from "./credentials.ts"
import { startEmulator } from "./server.ts"

const fail = (message: string): never => {
  console.error(message)
  process.exit(1)
}

const readPort = () => {
  try {
    const { values } = parseArgs({ options: { port: { type: "string", default: "8788" } } })
    if (/^\d{1,5}$/.test(values.port) && Number(values.port) < 65536) return Number(values.port)
    return fail(`--port takes a number from 0 (any free port) to 65535, not ${values.port}`)
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : error}\nThe only option is --port <number>`)
  }
}

const port = readPort()
const emulator = await startEmulator({ port }).catch((error: NodeJS.ErrnoException) =>
  fail(
    error.code === "EADDRINUSE"
      ? `Port ${port} is taken. Choose another: npm run emulator -- --port <number>`
      : `The emulator does not start: ${error.message}`,
  ),
)

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => emulator.close().then(() => process.exit(0)))
}

const { url } = emulator
const configuration = Object.entries(environment(url)).map(([name, value]) => `${name}=${value}`)

console.log(`Emulator of Paywint and PayNow at ${url}
For developing and testing only: it moves no money, and its credentials open nothing else.

${configuration.join("\n")}

Make the next two payment links fail:
  curl ${url}/__emulator/faults -d '{"operation":"PaywintPlatform.createPaymentLink","fault":{"kind":"status","status":503},"times":2}'
Mend it:
  curl -X DELETE ${url}/__emulator/faults
See what it received, and what else it can do:
  curl ${url}/__emulator/received
  curl ${url}/__emulator`)
