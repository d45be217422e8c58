import type { Json } from "../document.ts"
import type { Change, Kind } from "./change.ts"
import { isLong, limitLabel, oneOf, typeLabel, valuesLabel } from "./label.ts"
import { type Relation, relation } from "./limits.ts"
import { type Facet, type Shape, types } from "./shape.ts"

/** What changed in the types that a value may have. */
export const typeChanges = (old: Shape, now: Shape): ReadonlyArray<Change> => {
  const [before, after] = [typeSet(old), typeSet(now)]
  if (isUntyped(before) && isUntyped(after)) return []
  const gone = [...before].filter((type) => !after.has(type))
  const gained = [...after].filter((type) => !before.has(type))
  const kind = typeKind(gone, gained)
  return kind === undefined ? [] : [{ kind, at: [], expected: typeLabel(old), got: typeLabel(now) }]
}

// `nullable: true` without a type becomes `type: ["null"]` when a tool rewrites 3.0 as 3.1; nobody means only null.
const isUntyped = (names: ReadonlySet<string>) =>
  names.size === types.length || (names.size === 1 && names.has("null"))

const typeSet = ({ facets }: Shape) => new Set<string>(facets.map(({ type }) => type))

const typeKind = (gone: ReadonlyArray<string>, gained: ReadonlyArray<string>): Kind | undefined => {
  if (gone.length > 0 && gained.length > 0) return "type changed"
  if (gone.length > 0) return gone.join() === "null" ? "null gone" : "type narrowed"
  if (gained.length > 0) return gained.join() === "null" ? "null gained" : "type widened"
  return undefined
}

/** What changed in the values that a facet lists. */
export const valueChanges = (old: Facet, now: Facet): ReadonlyArray<Change> => {
  const lists = { expected: oneOf(old.values), got: oneOf(now.values) }
  if (old.values === undefined || now.values === undefined) {
    if (old.values === now.values) return []
    return [{ kind: now.values === undefined ? "values freed" : "values listed", at: [], ...lists }]
  }
  const rows = [
    ["values gone", "with", "without", missing(old.values, now.values)],
    ["values gained", "without", "with", missing(now.values, old.values)],
  ] as const
  // Of two long lists a reader would have to find the difference.
  const long = isLong(old.values) || isLong(now.values)
  return rows.flatMap(([kind, before, after, values]) => {
    const about = valuesLabel(values)
    const labels = long ? { expected: `${before} ${about}`, got: `${after} ${about}` } : lists
    return values.length === 0 ? [] : [{ kind, at: [], ...labels, about }]
  })
}

const missing = (values: ReadonlyArray<Json>, others: ReadonlyArray<Json>): ReadonlyArray<Json> => {
  const known = new Set(others.map((value) => JSON.stringify(value)))
  return values.filter((value) => !known.has(JSON.stringify(value)))
}

/** What changed in what a facet limits. Where both list their values, an integer is no narrower than a number. */
export const limitChanges = (old: Facet, now: Facet): ReadonlyArray<Change> => {
  const listed = old.values !== undefined && now.values !== undefined
  const keywords = new Set([...Object.keys(old.limits), ...Object.keys(now.limits)])
  return [...keywords].flatMap((keyword): ReadonlyArray<Change> => {
    const [before, after] = [old.limits[keyword], now.limits[keyword]]
    const how = relation(keyword, before, after)
    if (how === "same" || (keyword === "integer" && listed)) return []
    const [expected, got] = [limitLabel(keyword, before), limitLabel(keyword, after)]
    return keyword === "integer"
      ? [
          {
            kind: integerKind[how],
            at: [],
            expected: before ? expected : "number",
            got: after ? got : "number",
          },
        ]
      : [{ kind: limitKind(keyword, how), at: [], expected, got, about: keyword }]
  })
}

const integerKind = { changed: "type changed", loosened: "type widened", tightened: "type narrowed" } as const

const limitKind = (keyword: string, how: Exclude<Relation, "same">): Kind =>
  keyword === "format" && how === "changed" ? "format changed" : `limit ${how}`
