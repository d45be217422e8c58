import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { cpus, loadavg, release, type } from "node:os"
import { output } from "./child.ts"
import { deno } from "./programs.ts"

/** Where and when figures were taken. */
export const machine = async () => {
  const all = cpus()
  const workerd = createRequire(import.meta.url).resolve("workerd/package.json")
  const { version } = JSON.parse(readFileSync(workerd, "utf8")) as { readonly version: string }
  return {
    cores: all.length,
    cpu: all[0]?.model ?? "unknown",
    date: new Date().toISOString(),
    deno: /\d\S+/.exec(await output(deno, ["--version"], "."))?.[0] ?? "unknown",
    // What others do on the machine is in every figure.
    load: loadavg()[0]?.toFixed(1),
    node: process.versions.node,
    system: `${type()} ${release()}`,
    workerd: version,
  }
}
