import { spawn } from "node:child_process"
import { once } from "node:events"

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

interface Where {
  readonly cwd: string
  readonly env?: NodeJS.ProcessEnv
  readonly withinMs?: number
}

/** Runs a program to its end, which is by force after `withinMs`: sooner than a test's. */
export const run = async (
  [program = "", ...args]: ReadonlyArray<string>,
  { cwd, env = process.env, withinMs = 50_000 }: Where,
): Promise<Ran> => {
  const child = spawn(program, args, {
    cwd,
    env,
    killSignal: "SIGKILL",
    stdio: ["ignore", "pipe", "pipe"],
    timeout: withinMs,
  })
  const said = { stderr: "", stdout: "" }
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => (said[name] += text))
  }
  const kill = () => child.kill("SIGKILL")
  process.once("exit", kill)
  const [code] = (await once(child, "close").finally(() => process.off("exit", kill))) as [number | null]
  return { ...said, code }
}

/** What a program prints; it has to succeed. */
export const output = async (command: ReadonlyArray<string>, where: Where): Promise<string> => {
  const { code, stderr, stdout } = await run(command, where)
  if (code !== 0) throw new Error(`${command.join(" ")}: ${code}\n${stdout}${stderr}`)
  return stdout
}
