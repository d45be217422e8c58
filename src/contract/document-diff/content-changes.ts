import type { Json } from "../document.ts"
import { below, type Change } from "./change.ts"
import { entries, get } from "./json.ts"
import type { Comparer } from "./schema-changes.ts"

/** What changed in the content of a body, `content` being a map from content types to schemas. */
export const contentChanges = (
  old: Json | undefined,
  now: Json | undefined,
  { compareSchemas }: Comparer,
): ReadonlyArray<Change> => {
  const [before, after] = [schemas(old), schemas(now)]
  const types = { expected: label(before), got: label(after) }
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((type) => {
    if (!after.has(type)) return [{ kind: "content type gone", at: ["content-type"], ...types } as const]
    if (!before.has(type)) return [{ kind: "content type gained", at: ["content-type"], ...types } as const]
    return below("body", compareSchemas(before.get(type), after.get(type)))
  })
}

const schemas = (content: Json | undefined): ReadonlyMap<string, Json | undefined> =>
  new Map(entries(content).map(([type, media]) => [spell(type), get(media, "schema")]))

/** A charset says how text is written down; JSON is written in UTF-8 whatever it says. */
const spell = (type: string): string => type.toLowerCase().replaceAll(/\s|;\s*charset=[^;]*/g, "")

const label = (types: ReadonlyMap<string, unknown>): string => [...types.keys()].join(" or ") || "no body"
