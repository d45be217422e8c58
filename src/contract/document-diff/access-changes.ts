import { withoutEndSlashes } from "../../provider/base-url.ts"
import { isLoopback } from "../../provider/loopback.ts"
import type { Json } from "../document.ts"
import type { Change, Kind } from "./change.ts"
import { entries, get, isText, list } from "./json.ts"
import type { Located } from "./operation.ts"
import { follow } from "./reference.ts"

/** What changed in where an operation is served, and in how calls of it authenticate. */
export const accessChanges = (old: Located, now: Located): ReadonlyArray<Change> => [
  ...serverChanges(serversOf(old), serversOf(now)),
  ...securityChanges(securityOf(old), securityOf(now)),
]

// A document that names no host says nothing of hosts: a page often leaves out what the whole document has.
const serverChanges = (old: ReadonlyArray<string>, now: ReadonlyArray<string>): ReadonlyArray<Change> =>
  old.length === 0 || now.length === 0 ? [] : listChanges("servers", old, now, "server gone", "server gained")

const securityChanges = (old: ReadonlyArray<string>, now: ReadonlyArray<string>): ReadonlyArray<Change> => {
  const gone = old.some((way) => !now.includes(way))
  const gained = now.some((way) => !old.includes(way))
  const change = { at: ["security"], expected: old.join(" or "), got: now.join(" or ") }
  return gone
    ? [{ kind: "security changed", ...change }]
    : gained
      ? [{ kind: "security gained", ...change }]
      : []
}

const listChanges = (
  at: string,
  old: ReadonlyArray<string>,
  now: ReadonlyArray<string>,
  goneKind: Kind,
  gainedKind: Kind,
): ReadonlyArray<Change> => [
  ...old
    .filter((one) => !now.includes(one))
    .map((expected) => ({ kind: goneKind, at: [at], expected, got: "nothing" })),
  ...now
    .filter((one) => !old.includes(one))
    .map((got) => ({ kind: gainedKind, at: [at], expected: "nothing", got })),
]

const serversOf = ({ document, item, operation }: Located): ReadonlyArray<string> => {
  const servers = [operation, item, document].map((node) => list(get(node, "servers")))
  const urls = (servers.find((some) => some.length > 0) ?? []).map((server) => get(server, "url"))
  return [...new Set(urls.filter(isText).map((url) => withoutEndSlashes(url)))].filter(
    // Documents also list their authors' development machines, which callers cannot reach.
    (url) => !URL.canParse(url) || !isLoopback(new URL(url).hostname),
  )
}

/** The ways to authenticate, any of which will do; what a document calls its schemes does not matter. */
const securityOf = ({ document, operation }: Located): ReadonlyArray<string> => {
  const ways = list(get(operation, "security") ?? get(document, "security"))
  if (ways.length === 0) return ["none"]
  const schemes = get(get(document, "components"), "securitySchemes")
  return ways.map((way) => {
    const needed = entries(way).map(([name, scopes]) =>
      [schemeLabel(follow(document, get(schemes, name)), name), list(scopes).map(String).sort().join(", ")]
        .filter((part) => part !== "")
        .join(" with "),
    )
    return needed.sort().join(" and ") || "none"
  })
}

const schemeLabel = (scheme: Json | undefined, name: string): string => {
  const [type, place, key, http] = ["type", "in", "name", "scheme"].map((part) =>
    String(get(scheme, part) ?? ""),
  )
  if (type === "apiKey") return `${place} ${place === "header" ? (key ?? "").toLowerCase() : String(key)}`
  return type === "http" ? `HTTP ${(http ?? "").toLowerCase()}` : (type ?? "") || name
}
