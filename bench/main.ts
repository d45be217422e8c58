/**
 * What this project costs beside what does the same without it: `npm run bench`, with `--only <section>`, `--quick`
 * (a few short rounds, to see that it works) and `--json <file>`. A ratio is the median of rounds in which both took
 * turns, with the least and the most of them; speeds decide nothing, so it exits with 0 whatever they are.
 */
import { writeFileSync } from "node:fs"
import { parseArgs } from "node:util"
import { fail } from "../contract-tests/arguments.ts"
import type { Section } from "./figures.ts"
import { machine } from "./machine.ts"
import { printed } from "./print.ts"
import { programs } from "./programs.ts"
import { keyed, worker } from "./serving.ts"
import { sizes } from "./sizes.ts"
import { startUp } from "./start-up.ts"

const sections: Readonly<Record<string, (quick: boolean) => Promise<Section>>> = {
  worker,
  programs,
  "start-up": startUp,
  sizes,
  keyed,
}

const usage = `Usage: npm run bench -- [--only ${Object.keys(sections).join("|")}] [--quick] [--json <file>]`

const read = () => {
  const text = { type: "string" } as const
  try {
    return parseArgs({ options: { json: text, only: text, quick: { default: false, type: "boolean" } } })
      .values
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error), usage)
  }
}

const values = read()
const chosen = Object.entries(sections).filter(([name]) => (values.only ?? name) === name)
if (chosen.length === 0) fail(`There is no section ${values.only}`, usage)
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(1))

const where = await machine()
console.log(
  Object.entries(where)
    .map(([name, value]) => `${name} ${value}`)
    .join(", "),
)
console.log("\nRatios: median (least..most of the rounds), then the medians that they are of.")
const measured: Record<string, Section> = {}
for (const [name, measure] of chosen) {
  const section = await measure(values.quick)
  measured[name] = section
  console.log(printed(name, section))
}
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ machine: where, sections: measured }, null, 2)}\n`)
process.exit()
