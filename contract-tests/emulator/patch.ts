import { unescapeToken } from "effect/JsonPointer"
import type { Change } from "./fault.ts"

/** A changed copy of `value`. Throws when a change does not fit. */
export const patched = (value: unknown, patch: ReadonlyArray<Change>): unknown => {
  const holder = { "": structuredClone(value) }
  for (const change of structuredClone(patch)) apply(holder, change)
  return holder[""]
}

const apply = (holder: object, { op, path, value }: Change) => {
  const keys = path.split("/").map(unescapeToken)
  const last = keys.pop() ?? ""
  const parent = keys.reduce<unknown>((at, key) => (isContainer(at) ? at[key] : undefined), holder)
  if (!isContainer(parent) || (op !== "add" && !Object.hasOwn(parent, last))) {
    throw new Error(`cannot ${op} ${path}: it is not there`)
  }
  if (Array.isArray(parent)) {
    const index = last === "-" ? parent.length : Number(last)
    parent.splice(index, op === "add" ? 0 : 1, ...(op === "remove" ? [] : [value]))
  } else if (op === "remove") delete parent[last]
  else parent[last] = value
}

const isContainer = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null
