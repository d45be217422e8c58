/** The package as somebody has it who installed it. */
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { output } from "./run.ts"

export const root = fileURLToPath(new URL("../..", import.meta.url))

/** What a package says of itself, as far as it is read here. */
export interface Manifest {
  readonly name: string
  readonly exports: Readonly<Record<string, unknown>>
  readonly sideEffects?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>
}

export const read = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest

/** Nothing is asked of a registry. */
const offline = { ...process.env, npm_config_offline: "true", npm_config_update_notifier: "false" }

/** No source, and much of it. */
const left = new Set([".git", ".tmp", ".wrangler", "dist", "node_modules"])

/** Copies the sources to `source`, where nobody works on them meanwhile. */
export const copySources = (source: string): void => {
  cpSync(root, source, { filter: (path) => !left.has(basename(path)), recursive: true })
  symlinkSync(join(root, "node_modules"), join(source, "node_modules"))
}

/**
 * Builds and packs as a release does; gives the tarball. `source` is a copy: others may be writing to `dist`, and it
 * may be holding what has no source any more.
 */
export const pack = async (source: string, scratch: string): Promise<string> => {
  await output(["npm", "pack", "--pack-destination", scratch], { cwd: source, env: offline })
  const tarball = readdirSync(scratch).find((name) => name.endsWith(".tgz"))
  if (tarball === undefined) throw new Error("npm packed nothing")
  return join(scratch, tarball)
}

/**
 * Makes `folder` a project that has installed the tarball: nothing is there but what the package declares, and the
 * optional peers that `also` names. (What is linked brings what it declares itself: it is resolved where it is.)
 */
export const install = async (
  tarball: string,
  folder: string,
  also: ReadonlyArray<string> = [],
): Promise<void> => {
  const modules = join(folder, "node_modules")
  const own = join(modules, "edge-checkout")
  mkdirSync(own, { recursive: true })
  await output(["tar", "-xzf", tarball, "--strip-components=1"], { cwd: own })
  const { dependencies, peerDependencies = {}, peerDependenciesMeta = {} } = read(own)
  const required = Object.keys(peerDependencies).filter(
    (name) => peerDependenciesMeta[name]?.optional !== true,
  )
  for (const name of [...Object.keys(dependencies ?? {}), ...required, ...also]) {
    mkdirSync(dirname(join(modules, name)), { recursive: true })
    symlinkSync(join(root, "node_modules", name), join(modules, name))
  }
}
