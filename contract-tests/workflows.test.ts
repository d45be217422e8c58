/** Actions are pinned, and a job that may write or publish runs no code of the project. */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { parse } from "yaml"

interface Step {
  readonly run?: string
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
}
type Permissions = Readonly<Record<string, string>>
interface Workflow {
  readonly permissions: Permissions
  readonly jobs: Readonly<
    Record<string, { readonly permissions?: Permissions; readonly steps: ReadonlyArray<Step> }>
  >
}

const folder = join(import.meta.dirname, "../.github/workflows")
const workflows = readdirSync(folder).map((file) => {
  const text = readFileSync(join(folder, file), "utf8")
  return { file, text, workflow: parse(text) as Workflow }
})
const jobs = workflows.flatMap(({ file, workflow }) =>
  Object.entries(workflow.jobs).map(([name, { permissions = workflow.permissions, steps }]) => ({
    name: `${file}: ${name}`,
    mayWrite: Object.keys(permissions).filter((scope) => permissions[scope] === "write"),
    steps,
  })),
)

/** Commands that run the project's code, or the scripts of its dependencies. */
const running =
  /\bnpm (?:ci|i|install|publish)\b(?!.* --ignore-scripts)|\bnpm (?:t|test|start|run|pack|exec)\b|\bnode /

it("knows what runs code", () => {
  for (const command of [
    "npm ci",
    "npm test",
    "npm run build",
    "npm pack",
    "npm publish ./a.tgz",
    "node a.ts",
  ]) {
    expect(command).toMatch(running)
  }
  for (const command of [
    "npm ci --ignore-scripts",
    "npm publish ./a.tgz --ignore-scripts",
    "gh issue list",
  ]) {
    expect(command).not.toMatch(running)
  }
})

describe.each(workflows)("$file", ({ text, workflow }) => {
  it("pins every action by its commit, with its version in a comment", () => {
    const uses = Array.from(text.matchAll(/^\s*(?:- )?uses: (.*)$/gm), ([, what]) => what)
    expect(uses.length).toBeGreaterThan(0)
    for (const what of uses) expect(what).toMatch(/^[\w.-]+(?:\/[\w.-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it("lets jobs write only what they ask for", () => {
    expect(Object.values(workflow.permissions).filter((access) => access !== "read")).toEqual([])
  })
})

it.each(jobs)("$name keeps no credentials in its checkout", ({ steps }) => {
  for (const step of steps.filter(({ uses = "" }) => uses.startsWith("actions/checkout@"))) {
    expect(step.with).toMatchObject({ "persist-credentials": false })
  }
})

it.each(jobs.filter(({ mayWrite }) => mayWrite.length > 0))(
  "$name may write, and runs no code of the project or its dependencies",
  ({ steps }) => {
    for (const { run = "", with: inputs = {} } of steps) {
      for (const text of [run, ...Object.values(inputs)]) expect(String(text)).not.toMatch(running)
    }
  },
)

it.each(jobs.filter(({ mayWrite }) => mayWrite.length > 0))(
  "$name may write, and uses GitHub's own actions only",
  ({ steps }) => {
    for (const { uses = "actions/" } of steps) expect(uses).toMatch(/^actions\//)
  },
)

it.each(jobs.filter(({ mayWrite }) => mayWrite.includes("id-token")))(
  "$name publishes, and may write nothing else",
  ({ mayWrite }) => expect(mayWrite).toEqual(["id-token"]),
)

it("publishes what another job has built and tested", () => {
  const { workflow } = workflows.find(({ file }) => file === "release.yml") ?? expect.fail("no release.yml")
  const { npm } = workflow.jobs
  expect(npm).toMatchObject({ needs: ["build", "test"], permissions: { "id-token": "write" } })
  const commands = npm?.steps.flatMap(({ run }) => (run === undefined ? [] : [run]))
  expect(commands).toEqual([expect.stringMatching(/^npm publish \.\/release\/\*\.tgz /)])
})
