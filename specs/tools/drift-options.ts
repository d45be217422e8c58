import { parseArgs } from "node:util"
import type { Severity } from "../../src/contract/drift.ts"
import { type Operation, operations } from "./operations.ts"

export interface Options {
  readonly positionals: ReadonlyArray<string>
  /** The operations that it is about. */
  readonly rows: ReadonlyArray<Operation>
  readonly failOn: Severity
  readonly json: boolean
  readonly from: string | undefined
}

/** The options of `specs:diff` and `specs:check`; throws what is wrong with them. */
export const readOptions = (args: ReadonlyArray<string>, names: ReadonlyArray<"from">): Options => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    args: [...args],
    options: {
      "fail-on": { type: "string", default: "breaking" },
      from: { type: "string" },
      json: { type: "boolean", default: false },
      operation: { type: "string", multiple: true, default: [] },
    },
  })
  if (values.from !== undefined && !names.includes("from")) throw new Error("Unknown option '--from'")
  return {
    positionals,
    rows: rowsOf(values.operation),
    failOn: severityOf(values["fail-on"]),
    json: values.json,
    from: values.from,
  }
}

const rowsOf = (wanted: ReadonlyArray<string>): ReadonlyArray<Operation> => {
  const rows = operations()
  const known = rows.map(({ operation }) => operation)
  const unknown = wanted.find((operation) => !known.includes(operation))
  if (unknown !== undefined) throw new Error(`No operation ${unknown}: there are ${known.join(", ")}`)
  return wanted.length === 0 ? rows : rows.filter(({ operation }) => wanted.includes(operation))
}

const severityOf = (value: string): Severity => {
  if (value === "info" || value === "warning" || value === "breaking") return value
  throw new Error(`--fail-on is info, warning or breaking, not ${value}`)
}
