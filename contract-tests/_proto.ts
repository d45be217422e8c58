import { unstable_startWorker } from "wrangler"
import { startEmulator } from "./emulator/server.ts"
import { environment } from "./emulator/credentials.ts"
const emulator = await startEmulator({ port: 8788 })
const t = Date.now()
const worker = await unstable_startWorker({
  config: new URL("../wrangler.toml", import.meta.url).pathname,
  bindings: Object.fromEntries(Object.entries(environment(emulator.url)).map(([k, value]) => [k, { type: "plain_text", value }])),
  dev: {
    server: { hostname: "127.0.0.1", port: 8787 },
    inspector: false, logLevel: "none", persist: false, watch: false, registry: undefined,
    structuredLogsHandler: (l) => console.log("LOG", l.level, l.message),
  },
})
await worker.ready
console.log("ready", Date.now() - t)
console.log(await (await fetch("http://127.0.0.1:8787/health")).text(), Date.now()-t)
process.once("SIGINT", async () => { await worker.dispose(); await emulator.close(); console.log("done", process.getActiveResourcesInfo()) })
