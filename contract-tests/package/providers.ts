import { startEmulator } from "../emulator/server.ts"

/** The emulator for as long as a scope lasts. */
export const startProviders = async () => {
  const emulator = await startEmulator()
  return { ...emulator, [Symbol.asyncDispose]: emulator.close }
}
