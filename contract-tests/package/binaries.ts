/** What the package is run with, each by the name and the version that it gives itself. */
import { createRequire } from "node:module"
import { join } from "node:path"
import { chromiumPath } from "../chromium.ts"
import { root } from "./project.ts"
import { output } from "./run.ts"

export interface Binary {
  readonly path: string
  readonly version: string
}

const at = async (path: string): Promise<Binary> => {
  const said = await output([path, "--version"], { cwd: root, withinMs: 30_000 })
  return { path, version: /\d+([.-]\d+)+/.exec(said)?.[0] ?? said }
}

const ofProject = (name: string) => at(join(root, "node_modules/.bin", name))

export const [node, oldNode, deno, bun, workerd, chromium] = await Promise.all([
  ofProject("node"),
  at(join(root, "contract-tests/runtimes/node_modules/.bin/node")),
  ofProject("deno"),
  ofProject("bun"),
  at(createRequire(import.meta.url).resolve("workerd/bin/workerd")),
  chromiumPath === undefined ? undefined : at(chromiumPath),
])
