import { spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("..", import.meta.url))
const wrangler = join(root, "node_modules/wrangler/bin/wrangler.js")

/** Bundles a Worker into `directory` as it would be deployed, by default the one of `wrangler.toml`; gives its file. */
export const buildWorker = async (directory: string, main = "src/worker.ts"): Promise<string> => {
  const child = spawn(
    process.execPath,
    [wrangler, "deploy", main, "--dry-run", "--config", join(root, "wrangler.toml"), "--outdir", directory],
    { cwd: root, stdio: ["ignore", "ignore", "pipe"] },
  )
  let said = ""
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text))
  const [code] = await once(child, "close")
  if (code !== 0) throw new Error(`${main} can't be built: ${said}`)
  return join(directory, main.replace(/^.*\//, "").replace(/\.ts$/, ".js"))
}
