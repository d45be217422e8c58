import { dirname, join } from "node:path"
import { inject } from "vitest"
import { deno } from "./binaries.ts"

/** What Deno keeps is no user's, and it asks nobody whether there is a newer one. */
export const denoEnvironment = {
  ...process.env,
  DENO_DIR: join(dirname(inject("project")), "deno"),
  DENO_NO_UPDATE_CHECK: "1",
  NO_COLOR: "1",
}

/** A command of Deno's where the packages are that are there. It gets no right but those of `flags`. */
export const denoCommand = (command: string, ...flags: ReadonlyArray<string>): ReadonlyArray<string> => [
  ...[deno.path, command, "--no-remote", "--node-modules-dir=manual"],
  ...(command === "check" ? [] : ["--no-prompt"]),
  ...flags,
]
