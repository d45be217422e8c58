import { readFileSync } from "node:fs"
import fc from "fast-check"
import { expect, it } from "vitest"
import { parseDocument } from "../../../specs/tools/document.ts"
import { operations, specs } from "../../../specs/tools/operations.ts"
import { type Described, operationObject } from "../document.ts"
import { diffOperation } from "./diff-operation.ts"
import { isObject } from "./json.ts"
import { brief } from "./test-documents.ts"
import { inlined, mutations, type Place, placesIn } from "./test-mutations.ts"
import { noises, randomFrom } from "./test-noise.ts"

const described = Object.fromEntries(
  operations().map(({ document, method, operation, path }): readonly [string, Described] => [
    operation,
    { document: parseDocument(readFileSync(new URL(document, specs), "utf8"), document), method, path },
  ]),
)

const names = Object.keys(described)

const named = (operation: string): Described => {
  const found = described[operation]
  if (found === undefined) throw new Error(`${operation} is not described`)
  return found
}

const other = (old: Described, document: unknown): Described => ({
  ...old,
  document: parseDocument(JSON.stringify(document), "a test"),
})

it.each(names)("%s is itself", (operation) => {
  const old = named(operation)
  expect(brief(old, old)).toEqual([])
  expect(brief(old, other(old, old.document))).toEqual([])
})

it("noise is no drift", () => {
  const some = fc.array(fc.constantFrom(...Object.keys(noises)), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(fc.constantFrom(...names), some, fc.nat(), (operation, kinds, seed) => {
      const old = named(operation)
      const random = randomFrom(seed)
      const now = kinds.reduce<unknown>((document, kind) => {
        if (!isObject(document)) throw new Error("noise leaves a document")
        return noises[kind]?.(document, random)
      }, old.document)
      expect(brief(old, other(old, now))).toEqual([])
      expect(brief(other(old, now), old)).toEqual([])
    }),
    { numRuns: 150 },
  )
})

/** A copy of an operation whose bodies refer to nothing, and all properties in them. */
const opened = (old: Described): { readonly now: Described; readonly places: ReadonlyArray<Place> } => {
  const { requestBody, responses } = operationObject(old)
  const bodies = [
    ["/request/body", requestBody?.content] as const,
    ...Object.entries(responses).map(
      ([status, { content }]) => [`/response/${status}/body`, content] as const,
    ),
  ]
  const made = bodies.map(([pointer, content]) => {
    if (content === undefined) return { content, pointer, schema: undefined }
    const schema = inlined(old.document, Object.values(content)[0]?.schema ?? {})
    if (!isObject(schema)) throw new Error("a body has a schema")
    // What is sent in one of several content types is the same in all.
    return {
      pointer,
      schema,
      content: Object.fromEntries(Object.keys(content).map((type) => [type, { schema }])),
    }
  })
  const operation = {
    ...operationObject(old),
    ...(requestBody && { requestBody: { ...requestBody, content: made[0]?.content ?? {} } }),
    responses: Object.fromEntries(
      Object.keys(responses).map((status, index) => {
        const content = made[index + 1]?.content
        return [status, content === undefined ? {} : { content }]
      }),
    ),
  }
  return {
    now: {
      ...old,
      document: { ...old.document, paths: { [old.path]: { [old.method.toLowerCase()]: operation } } },
    },
    places: made.flatMap(({ pointer, schema }) =>
      schema === undefined
        ? []
        : placesIn(schema, pointer, pointer.startsWith("/request") ? "request" : "response"),
    ),
  }
}

it.each(Object.entries(mutations))("%s: said where it is, as bad as it is, and nothing else", (_, mutate) => {
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(), (operation, index) => {
      const old = named(operation)
      const { now, places } = opened(old)
      const place = places[index % places.length]
      fc.pre(place !== undefined)
      const severity = mutate(place)?.[place.side]
      fc.pre(severity !== undefined)
      const drift = brief(old, now)
      expect(drift).toEqual(severity === "none" ? [] : [`${severity} ${place.pointer}`])
      expect(diffOperation(now, now)).toEqual([])
    }),
    { numRuns: 60, maxSkipsPerRun: 1000 },
  )
})
