import { spawn } from "node:child_process"
import { once } from "node:events"

const listensWithinMs = 30_000

/** Starts a server; it listens when it has printed where. */
export const startServer = async (
  [program = "", ...args]: ReadonlyArray<string>,
  { cwd, env }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
) => {
  const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] })
  const kill = () => child.kill("SIGKILL")
  process.once("exit", kill)
  const ended = once(child, "close")
  let said = ""
  const url = await new Promise<string>((resolve, reject) => {
    const fail = () => reject(new Error(`${program} does not listen: ${said}`))
    const tooLate = setTimeout(fail, listensWithinMs)
    child.once("close", fail).once("error", reject)
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        said += text
        const [found] = /http:\/\/[\w.]+:\d+(?=\D)/.exec(said) ?? []
        if (found === undefined) return
        clearTimeout(tooLate)
        resolve(found)
      })
    }
  }).catch((error: unknown) => {
    kill()
    throw error
  })
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      kill()
      await ended
      process.off("exit", kill)
    },
  }
}
