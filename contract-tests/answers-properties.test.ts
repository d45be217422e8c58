import { describe, expect, it } from "@effect/vitest"
import * as Arbitrary from "effect/Arbitrary"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { CreateCheckoutSessionResponseDto } from "../generated/paynow/schemas.ts"
import {
  CommonResponse_CheckoutTokenResponse_,
  CommonResponse_ExternalApiPaymentLinkRead_,
  CheckoutTokenResponse,
  PostPlatformPaymentCreatePaymentLinkByUserIdParams,
} from "../generated/paywint-platform/schemas.ts"
import { breaks } from "./breaks.ts"
import { anyNumber, described, picked } from "./generated-inputs.ts"
import { byOperation, type Program } from "./programs.ts"

type Json = Readonly<Record<string, unknown>>

const text = Arbitrary.schema(Schema.String)
const link = Arbitrary.map(
  text,
  (text) => `https://pay.example/${encodeURIComponent(text.toWellFormed())}?a=b#c`,
)

/** An answer that holds a result, and that result. */
interface Answer {
  readonly answer: Json
  readonly result: Json
}

const enveloped = (envelope: Arbitrary.Arbitrary<Json>, data: Arbitrary.Arbitrary<Json>) =>
  Arbitrary.map(Arbitrary.all([envelope, data]), ([envelope, data]): Answer => {
    const { success, ...rest } = envelope
    return { answer: { ...rest, ...(success === undefined ? {} : { success: true }), data }, result: data }
  })

const token = enveloped(
  Arbitrary.schema(CommonResponse_CheckoutTokenResponse_),
  Arbitrary.schema(CheckoutTokenResponse),
)

const answers: Readonly<Record<string, Arbitrary.Arbitrary<Answer>>> = {
  "PayNow.createCheckoutSession": Arbitrary.map(
    Arbitrary.all([Arbitrary.schema(CreateCheckoutSessionResponseDto), link]),
    ([session, url]) => ({ answer: { ...session, url }, result: { ...session, url } }),
  ),
  "PaywintDeveloper.createCheckoutToken": token,
  "PaywintPlatform.createCheckoutToken": token,
  "PaywintPlatform.createPaymentLink": enveloped(
    Arbitrary.schema(CommonResponse_ExternalApiPaymentLinkRead_),
    Arbitrary.all({
      payment_id: Arbitrary.schema(PostPlatformPaymentCreatePaymentLinkByUserIdParams.fields.user_id),
      payment_link: link,
    }),
  ),
}

const answerOf = ({ operation }: Program) => answers[operation] ?? expect.fail(`no answers of ${operation}`)

/** Calls an operation that is answered with this text. */
const answered = ({ call, input }: Program, body: string) =>
  call(input, { fetch: () => Promise.resolve(new Response(body)) })

/** What only prose says of an answer. */
const proseBreaks = ({ data, result }: Program, answer: Json) =>
  Object.entries(result).flatMap(([name, wrong]) => {
    const at = (value: unknown) => {
      const whole = Object(data === "" ? answer : answer["data"]) as Json
      const { [name]: _, ...rest } = whole
      const changed = value === undefined ? rest : { ...whole, [name]: value }
      return data === "" ? changed : { ...answer, data: changed }
    }
    const path = [...data.split("/").slice(1), name]
    return [
      { kind: "missing" as const, path, value: at(undefined) },
      ...(wrong === undefined ? [] : [{ kind: "format" as const, path, value: at(wrong) }]),
    ]
  })

const many = { arbitrary: { concurrency: 16, runs: 1_000 }, timeout: 60_000 }
const some = { arbitrary: { concurrency: 16, runs: 300 }, timeout: 60_000 }

describe.each(byOperation)("%s", (_, program) => {
  const { answer: schema, schemas } = described(program)
  const names = Object.keys(program.result).sort()

  it.live.prop(
    "an answer may gain properties anywhere: the result is what it was",
    [
      answerOf(program),
      Arbitrary.schema(Schema.Record(Schema.String, Schema.Json)),
      Arbitrary.schema(Schema.Boolean),
    ],
    ([{ answer, result }, gained, deep]) =>
      Effect.gen(function* () {
        const { data, ...rest } = answer
        const known = { ...gained, ...rest }
        // A name that the provider knows is no gain: left out, it stays out.
        for (const name of ["data", "message", "queryGeneratedTime", "success"]) {
          if (!(name in rest)) delete known[name]
        }
        const grown =
          data === undefined ? known : { ...known, data: deep ? { ...gained, ...Object(data) } : data }
        const value = yield* answered(program, JSON.stringify(grown))
        expect(value).toEqual(result)
        expect(Object.keys(value).sort()).toEqual(names)
      }),
    many,
  )

  it.live.prop(
    "an answer that is broken in one place breaks the contract, and never becomes a value",
    [answerOf(program), anyNumber, anyNumber],
    ([{ answer }, kind, way]) =>
      Effect.gen(function* () {
        const ways = [...breaks(schema, answer, schemas), ...proseBreaks(program, answer)]
        const { path, value } = picked(
          ways.filter((one) => one.kind !== "unknown"),
          kind,
          way,
        )
        const error = yield* Effect.flip(answered(program, JSON.stringify(value)))
        expect(error).toMatchObject({ attempts: 1, outcome: "unknown" })
        expect(error.reason).toMatchObject({
          _tag: "ContractViolation",
          issues: expect.arrayContaining([{ message: expect.stringMatching(/\S/), path }]),
        })
      }),
    many,
  )

  it.live.prop(
    "an answer that breaks off anywhere breaks the contract",
    [answerOf(program), anyNumber],
    ([{ answer }, at]) =>
      Effect.gen(function* () {
        const whole = JSON.stringify(answer)
        const error = yield* Effect.flip(answered(program, whole.slice(0, at % whole.length)))
        expect(error.reason).toMatchObject({ _tag: "ContractViolation", issues: [{ path: [] }] })
      }),
    some,
  )

  it.live.prop(
    "an answer of any JSON at all breaks the contract or declines",
    [Arbitrary.schema(Schema.Json)],
    ([json]) =>
      Effect.gen(function* () {
        const error = yield* Effect.flip(answered(program, JSON.stringify(json)))
        expect(["ContractViolation", "Declined"]).toContain(error.reason._tag)
        expect(error.outcome).toBe("unknown")
      }),
    some,
  )
})
