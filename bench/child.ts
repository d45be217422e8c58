import { type ChildProcess, fork, spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

const killedWithThis = (child: ChildProcess) => {
  const kill = () => child.kill("SIGKILL")
  process.once("exit", kill)
  child.once("exit", () => process.off("exit", kill))
}

/** A script of this folder in a process of its own, which is told and asked by messages. */
export const start = (script: string) => {
  const child = fork(join(import.meta.dirname, script), { stdio: ["ignore", "inherit", "inherit", "ipc"] })
  killedWithThis(child)
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`${script} ended with ${code}`)
  })
  ended.catch(() => undefined)
  const next = async (): Promise<unknown> =>
    ((await Promise.race([once(child, "message"), ended])) as [unknown])[0]
  return {
    ask: (question: object) => {
      child.send(question)
      return next()
    },
    next,
    pid: child.pid ?? 0,
    stop: () => child.kill("SIGKILL"),
  }
}

/** What a program prints. */
export const output = async (command: string, args: ReadonlyArray<string>, cwd: string): Promise<string> => {
  const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "inherit"] })
  killedWithThis(child)
  let printed = ""
  child.stdout.setEncoding("utf8").on("data", (text: string) => (printed += text))
  const [code] = (await once(child, "close")) as [number | null]
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}`)
  return printed
}

/**
 * The CPU time that a process has used, in microseconds: that of its threads as the scheduler counts it, which is
 * finer than the clock ticks of `/proc/<pid>/stat`. Not a number where there is no Linux to ask.
 */
export const cpuOf = (pid: number): number => {
  const tasks = `/proc/${pid}/task`
  if (!existsSync(tasks)) return NaN
  let nanoseconds = 0
  for (const task of readdirSync(tasks)) {
    try {
      nanoseconds += Number(readFileSync(join(tasks, task, "schedstat"), "utf8").split(" ", 1)[0])
    } catch {
      // A thread that ended meanwhile.
    }
  }
  return nanoseconds / 1_000
}
