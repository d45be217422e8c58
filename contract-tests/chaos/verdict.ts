import { isRefusal } from "../emulator/exchange.ts"
import type { Received } from "../emulator/log.ts"
import type { Final } from "./answer.ts"
import { type Planned, referenceOf } from "./plan.ts"

/** What the callers of a request were told. */
export interface Told {
  readonly planned: Planned
  /** One of each copy; `undefined` where there was no end to it. */
  readonly answers: ReadonlyArray<Final | undefined>
  /** One more, when all was over and workerd had been killed once more. */
  afterwards?: Final | undefined
}

const asText = ({ body, status }: Final) => `${status} ${body}`
const settled = ({ answers }: Told) =>
  answers.filter((answer) => answer !== undefined).filter(({ kind }) => kind !== "refused")

/** Only a refusal says that nothing was done. A connection that is reset says nothing. */
const mayBeApplied = ({ status }: Received) => status === null || !isRefusal(status)

/** What must not be so, of a request: by what was told about it, and the exchanges it led to. */
const broken: Readonly<Record<string, (told: Told, exchanges: ReadonlyArray<Received>) => boolean>> = {
  "asked again after an exchange that may have been applied": (_, exchanges) =>
    exchanges.slice(0, -1).some(mayBeApplied),
  "applied more than once, or made and not applied": (told, exchanges) => {
    const applied = exchanges.filter(({ applied }) => applied).length
    return applied > 1 || (applied === 0 && told.afterwards?.kind === "made")
  },
  "stuck: without an answer that ends it": ({ afterwards, answers }) =>
    [...answers, afterwards].includes(undefined),
  "lost: one caller was given another answer than the next": (told) =>
    new Set(settled(told).map(asText)).size > 1,
  "not replayed afterwards, to the byte": (told) => {
    const { afterwards } = told
    return settled(told).some(
      (answer) =>
        afterwards === undefined ||
        asText(afterwards) !== asText(answer) ||
        (answer.kind !== "broken off" && !afterwards.replayed),
    )
  },
  "refused more often than the provider refused": ({ afterwards, answers }, exchanges) =>
    [...answers, afterwards].filter((answer) => answer?.kind === "refused").length >
    exchanges.filter(({ status }) => status === 404).length,
  "told of another reference": ({ planned }, exchanges) =>
    exchanges.some(({ body }) => body !== "" && !body.includes(`"${planned.reference}"`)),
}

const oneAnswerForTwo = "given the answer of another"

/** The references that broke each promise. */
export const judge = (all: ReadonlyArray<Told>, received: ReadonlyArray<Received>) => {
  const exchanges = Map.groupBy(received, ({ target }) => referenceOf(target))
  const violations = new Map(
    Object.entries(broken).map(([promise, isBroken]) => [
      promise,
      all.filter((told) => isBroken(told, exchanges.get(told.planned.reference) ?? [])),
    ]),
  )
  const made = all.filter(({ afterwards }) => afterwards?.kind === "made")
  const owners = Map.groupBy(made, ({ afterwards }) => afterwards?.body)
  violations.set(oneAnswerForTwo, [...owners.values()].filter(({ length }) => length > 1).flat())
  return new Map(
    [...violations].map(([promise, told]) => [promise, told.map(({ planned }) => planned.reference)]),
  )
}
