import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { TestProject } from "vitest/node"
import { copySources, install, pack } from "./project.ts"

declare module "vitest" {
  interface ProvidedContext {
    /** A project with the package in its `node_modules`; a test that adds files to it gives them its own name. */
    readonly project: string
    /** A copy of what the package was made of. */
    readonly source: string
    readonly tarball: string
  }
}

/** Packs the package once for all tests of it. */
export default async (vitest: TestProject) => {
  const scratch = mkdtempSync(join(realpathSync(tmpdir()), "edge-checkout-package-"))
  const sweep = () => rmSync(scratch, { force: true, recursive: true })
  try {
    const project = join(scratch, "project")
    const source = join(scratch, "source")
    copySources(source)
    const tarball = await pack(source, scratch)
    await install(tarball, project)
    writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }))
    vitest.provide("project", project)
    vitest.provide("source", source)
    vitest.provide("tarball", tarball)
  } catch (error) {
    sweep()
    throw error
  }
  return sweep
}
