import type { Json } from "../document.ts"
import { below, type Change, type Kind } from "./change.ts"
import { contentChanges } from "./content-changes.ts"
import { entries, get } from "./json.ts"
import type { Located } from "./operation.ts"
import { follow } from "./reference.ts"
import type { Comparer } from "./schema-changes.ts"

type Responses = ReadonlyMap<string, Json | undefined>

/** What changed in an operation's responses. */
export const responseChanges = (old: Located, now: Located, comparer: Comparer): ReadonlyArray<Change> => {
  const [before, after] = [responsesOf(old), responsesOf(now)]
  const statuses = { expected: label(before), got: label(after) }
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((status) => {
    const [was, is] = [covering(before, status), covering(after, status)]
    const gone = is === undefined ? [goneKind(status)] : []
    const gained: ReadonlyArray<Kind> = before.has(status)
      ? []
      : [was === undefined ? gainedKind(status) : "status described"]
    const changes = [...gone, ...gained].map((kind): Change => ({ kind, at: [], ...statuses }))
    const answers = was === undefined || is === undefined ? [] : answerChanges(was, is, comparer)
    return below(status, [...changes, ...answers])
  })
}

const goneKind = (status: string): Kind => (isSuccess(status) ? "success status gone" : "status gone")
const gainedKind = (status: string): Kind => (isError(status) ? "error status gained" : "status gained")

const isSuccess = (status: string) => status.startsWith("2")
const isError = (status: string) => /^[45]|^default$/.test(status)

const responsesOf = ({ document, operation }: Located): Responses =>
  new Map(
    entries(get(operation, "responses")).flatMap(([status, response]) =>
      status.startsWith("x-")
        ? []
        : [[status.toUpperCase().replace("DEFAULT", "default"), follow(document, response)]],
    ),
  )

/** The response that speaks for a status: its own, its class's, or the default. */
const covering = (responses: Responses, status: string): Json | undefined => {
  const own = responses.get(status) ?? responses.get(`${status.slice(0, 1)}XX`)
  // Where the good answers are listed, the default is what failures look like.
  const failures = [...responses.keys()].some(isSuccess)
  return own ?? (isSuccess(status) && failures ? undefined : responses.get("default"))
}

const label = (responses: Responses): string => [...responses.keys()].join(", ") || "nothing"

const answerChanges = (old: Json, now: Json, comparer: Comparer): ReadonlyArray<Change> => [
  ...contentChanges(get(old, "content"), get(now, "content"), comparer),
  ...headerChanges(old, now, comparer),
]

/** Headers are compared like the properties of an object. */
const headerChanges = (old: Json, now: Json, { compareSchemas }: Comparer): ReadonlyArray<Change> =>
  below("header", compareSchemas(headers(old), headers(now)))

const headers = (response: Json): Json => {
  const all = entries(get(response, "headers")).map(([name, header]) => [name.toLowerCase(), header] as const)
  const required = all.flatMap(([name, header]) => (get(header, "required") === true ? [name] : []))
  const properties = Object.fromEntries(all.map(([name, header]) => [name, get(header, "schema") ?? true]))
  return { properties, required, type: "object" }
}
