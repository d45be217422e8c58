import { below, type Change } from "./change.ts"
import { typeLabel } from "./label.ts"
import { defaultChanges, deprecatedChanges, requiredChanges } from "./mark-changes.ts"
import { type Located, type Parameter, parametersOf } from "./operation.ts"
import type { Comparer } from "./schema-changes.ts"
import type { Shape } from "./shape.ts"

/** What changed in the parameters of an operation. */
export const parameterChanges = (old: Located, now: Located, compare: Comparer): ReadonlyArray<Change> => {
  const [before, after] = [old, now].map((located) => parametersOf(located))
  const keys = new Set([...(before ?? []), ...(after ?? [])].map(({ key }) => key))
  return [...keys].flatMap((key) => {
    const [was, is] = [before, after].map((parameters) => parameters?.find((one) => one.key === key))
    const named = was ?? is
    if (named === undefined) return []
    // A path's parameter keeps the name that callers of the old document know it by.
    return below(named.place, below(named.name, changesOf(was, is, compare)))
  })
}

const changesOf = (
  old: Parameter | undefined,
  now: Parameter | undefined,
  { compare, readNow, readOld }: Comparer,
): ReadonlyArray<Change> => {
  if (old === undefined) {
    if (now === undefined) return []
    const kind = now.required ? "required parameter gained" : "parameter gained"
    return [{ kind, at: [], expected: "nothing", got: label(now, readNow(now.schema)) }]
  }
  const shape = readOld(old.schema)
  if (now === undefined)
    return [{ kind: "parameter gone", at: [], expected: label(old, shape), got: "nothing" }]
  const other = readNow(now.schema)
  return [
    ...requiredChanges("parameter", old.required, now.required),
    ...deprecatedChanges("parameter", marked(old, shape), marked(now, other)),
    ...styleChanges(old, now, [shape, other]),
    ...defaultChanges(shape, other),
    ...compare(shape, other),
  ]
}

const label = ({ required }: Parameter, shape: Shape) =>
  `${required ? "required" : "optional"} ${typeLabel(shape)}`

const marked = (parameter: Parameter, shape: Shape) => ({
  deprecated: parameter.deprecated || shape.deprecated,
})

const isStructured = ({ facets }: Shape) => facets.some(({ type }) => type === "array" || type === "object")

const styleChanges = (old: Parameter, now: Parameter, shapes: ReadonlyArray<Shape>): ReadonlyArray<Change> =>
  old.style === now.style || !shapes.every(isStructured)
    ? []
    : [{ kind: "parameter written otherwise", at: [], expected: old.style, got: now.style }]
