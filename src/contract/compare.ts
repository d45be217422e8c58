import { gone, type Shape, shapeOf } from "./answer-shape.ts"
import { describedResponse } from "./body.ts"
import { responseFindings } from "./conformance.ts"
import { departureDrift } from "./departure-drift.ts"
import type { Described } from "./document.ts"
import type { Drift } from "./drift.ts"
import type { Ending, Finding, Fixture, RecordedResponse } from "./fixture.ts"
import { overlap, refusals } from "./refusal.ts"
import { unknownName } from "./shown-places.ts"

/**
 * How a response differs in shape from what the document allows and from the response that was recorded, if any.
 * Values never matter, the elements of an array are not told apart, and the names in a map count as values. `ending` is
 * how the program ended with the response; a departure that the program accepts is less severe.
 */
export const compareResponse = (
  described: Described,
  recorded: Fixture | undefined,
  response: RecordedResponse,
  ending?: Ending,
): ReadonlyArray<Drift> => {
  const known = new Set(recorded?.departures.map(key) ?? [])
  const found = responseFindings(described, response)
  const refused = refusals(described, response, ending, found)
  const isRefused = (finding: Finding) => refused.some(({ pointer }) => overlap(pointer, finding.pointer))
  const broken = found
    // `newProperties` counts unknown names of closed objects together with those of open ones, unless they are refused.
    .filter((finding) => !known.has(key(finding)) && (!isUnknownName(finding) || isRefused(finding)))
    .map((finding) => departureDrift(finding, ending, isRefused(finding)))
  const announced = ["deprecation", "sunset"]
    .filter((header) => response.headers[header] !== undefined)
    .map(deprecation)

  const before = recorded?.exchange?.response
  const old =
    before === undefined || typeof before === "string"
      ? nothing
      : answered(described, response.status, before)
  // The shape of an answer whose validation takes too many steps would take as many at each of its levels.
  const now = found.some(({ rule }) => rule === "steps")
    ? nothing
    : answered(described, response.status, response)
  const lost = gone(old, now).map(goneProperty)
  return [
    ...broken,
    ...[...now.objects]
      .flatMap(([pointer, { undescribed }]) =>
        newProperties(pointer, old.objects.get(pointer)?.undescribed ?? 0, undescribed),
      )
      .filter(({ pointer }) => !broken.some((drift) => withoutIndices(drift.pointer) === pointer)),
    // A missing property that the document requires is in `broken` already.
    ...lost.filter(({ pointer }) => !broken.some((drift) => overlap(withoutIndices(drift.pointer), pointer))),
    ...announced,
  ]
}

/**
 * Ignores which undocumented status came: the program's ending says more, and is compared elsewhere. Ignores which
 * element of a list departs, and under how many names.
 */
const key = ({ got, pointer, rule }: Finding) =>
  `${withoutIndices(pointer)} ${rule} ${rule === "status" ? "" : got.replace(/ under \d+ names$/, "")}`

const withoutIndices = (pointer: string) => pointer.replaceAll(/\/\d+(?=\/|$)/g, "/*")

const isUnknownName = ({ pointer, rule }: Finding) => rule === "false" && pointer.endsWith(`/${unknownName}`)

/** The shape of a body, by the document's schema for the status. */
const answered = (described: Described, status: number, response: RecordedResponse): Shape => {
  const { read, schema } = describedResponse(described, response, status)
  // Without a schema there are no properties to compare.
  return schema === undefined || !("value" in read) ? nothing : shapeOf(described, schema, read.value)
}

const nothing: Shape = { objects: new Map(), properties: new Set() }

const newProperties = (object: string, before: number, now: number): ReadonlyArray<Drift> =>
  now <= before
    ? []
    : [
        {
          expected: before === 0 ? "no such property" : counted(before),
          got: counted(now),
          meaning: "The provider answers more than its document says; it is ignored.",
          pointer: `/response/body${object}/${unknownName}`,
          severity: "info",
        },
      ]

const counted = (properties: number): string => (properties === 1 ? "a property" : `${properties} properties`)

const goneProperty = (pointer: string): Drift => ({
  expected: "a property",
  got: "nothing",
  meaning: "An optional property that used to come does not; code that reads it finds nothing.",
  pointer: `/response/body${pointer}`,
  severity: "warning",
})

const deprecation = (header: string): Drift => ({
  expected: "no such header",
  got: "a header",
  meaning: "The provider says that this operation will go away.",
  pointer: `/response/headers/${header}`,
  severity: "warning",
})
