import { parseArgs } from "node:util"
import { fail } from "./arguments.ts"

type Numbers<Name extends string> = Readonly<Record<Name, number>>

/** The numbers that a program is started with, by their names and with these defaults; it exits where they make no sense. */
export const readNumbers = <Name extends string>(defaults: Numbers<Name>, usage: string): Numbers<Name> => {
  const names = Object.keys(defaults)
  const options = Object.fromEntries(names.map((name) => [name, { type: "string" as const }]))
  try {
    const given = Object.entries(parseArgs({ options }).values).map(([name, value]) =>
      /^\d{1,9}$/.test(String(value))
        ? [name, Number(value)]
        : fail(`--${name} takes a number, not ${value}`, usage),
    )
    return { ...defaults, ...Object.fromEntries(given) }
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error), usage)
  }
}
