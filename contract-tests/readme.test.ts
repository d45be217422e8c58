import { readFileSync } from "node:fs"
import { expect, it } from "vitest"

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8")

// The samples are type-checked where they are; the README shows them.
const samples = [...readme.matchAll(/<!-- (contract-tests\/samples\/\S+) -->\n+```ts\n([\s\S]*?)```/g)]

it("shows its samples as they are type-checked", () => {
  expect(samples.length).toBeGreaterThan(0)
  for (const [, file, shown] of samples) {
    expect(shown).toBe(readFileSync(new URL(`../${file ?? ""}`, import.meta.url), "utf8"))
  }
})

it("shows no TypeScript that is not type-checked", () => {
  expect(readme.match(/```ts/g)).toHaveLength(samples.length)
})
