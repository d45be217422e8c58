import type { Json } from "../document.ts"
import type { Change, Kind } from "./change.ts"
import { contentChanges } from "./content-changes.ts"
import { entries, get } from "./json.ts"
import type { Located } from "./operation.ts"
import { follow } from "./reference.ts"
import type { Comparer } from "./schema-changes.ts"

/** What changed in an operation's request body. */
export const bodyChanges = (old: Located, now: Located, comparer: Comparer): ReadonlyArray<Change> => {
  const [before, after] = [bodyOf(old), bodyOf(now)]
  const [expected, got] = [label(before), label(after)]
  const change = (kind: Kind): Change => ({ kind, at: ["body"], expected, got })
  if (before === undefined && after === undefined) return []
  if (before === undefined) return [change(isRequired(after) ? "required body gained" : "body gained")]
  if (after === undefined) return [change("body gone")]
  const marked = requiresProperties(before, comparer) ? "body marked required" : "body required"
  const required = isRequired(after) ? marked : "body optional"
  return [
    ...(isRequired(before) === isRequired(after) ? [] : [change(required)]),
    ...contentChanges(get(before, "content"), get(after, "content"), comparer),
  ]
}

const bodyOf = ({ document, operation }: Located) => follow(document, get(operation, "requestBody"))

const isRequired = (body: Json | undefined) => get(body, "required") === true

const label = (body: Json | undefined): string =>
  body === undefined ? "no body" : isRequired(body) ? "required" : "optional"

const requiresProperties = (body: Json, { readOld }: Comparer): boolean => {
  const shapes = entries(get(body, "content")).map(([, media]) => readOld(get(media, "schema")))
  return shapes.length > 0 && shapes.every(({ facets }) => facets.every(({ required }) => required.size > 0))
}
