/** Generated inputs of each operation: valid ones, and ones that are broken in one place. */
import * as Arbitrary from "effect/Arbitrary"
import * as Schema from "effect/Schema"
import * as payNow from "../generated/paynow/schemas.ts"
import { CheckoutDeveloperTokenCreateRequest } from "../generated/paywint-developer/schemas.ts"
import * as platform from "../generated/paywint-platform/schemas.ts"
import type { JsonObject } from "../specs/tools/document.ts"
import { loadApi } from "../specs/tools/load.ts"
import { operations } from "../specs/tools/operations.ts"
import { type Break, breaks } from "./breaks.ts"
import type { Input, Program } from "./programs.ts"

const bodyOf = <B>(body: Schema.Schema<B>) =>
  Arbitrary.map(Arbitrary.schema(body), (body): Input => ({ body }))

/** With another's value as its path's parameter. */
const withParam = (input: Arbitrary.Arbitrary<Input>, param: Arbitrary.Arbitrary<string>) =>
  Arbitrary.map(Arbitrary.all([input, param]), ([{ body }, param]): Input => ({ body, param }))

// Few of all strings fit its pattern: what does not is made to.
const storeId = Arbitrary.map(Arbitrary.schema(Schema.NonEmptyString), (text) =>
  text
    .replaceAll(/[/\\\p{Cc}\p{Cs}]|^\.{1,2}$/gu, "_")
    .slice(0, 255)
    .toWellFormed(),
)

// Of all bodies that the schema allows few name a payer: the others are given one.
const developer = Arbitrary.map(
  Arbitrary.all([
    Arbitrary.schema(CheckoutDeveloperTokenCreateRequest),
    Arbitrary.schema(CheckoutDeveloperTokenCreateRequest.fields.email.schema.members[0]),
  ]),
  ([body, email]): Input => {
    const code = body.phone == null ? {} : { phone_country_code: body.phone_country_code ?? "+1" }
    return { body: { ...body, ...code, ...(body.phone == null && body.email == null ? { email } : {}) } }
  },
)

// Of all strings hardly one is a link: each that is there is made part of one.
const session = Arbitrary.map(Arbitrary.schema(payNow.CreateCheckoutSessionManagementDto), (body): Input => {
  const linked = (name: "cancel_url" | "return_url") => {
    const text = body[name]
    return text == null ? {} : { [name]: `https://shop.example/${encodeURIComponent(text.toWellFormed())}` }
  }
  return { body: { ...body, ...linked("cancel_url"), ...linked("return_url") } }
})

const valid: Readonly<Record<string, Arbitrary.Arbitrary<Input>>> = {
  "PayNow.createCheckoutSession": withParam(session, storeId),
  "PaywintDeveloper.createCheckoutToken": developer,
  "PaywintPlatform.createCheckoutToken": bodyOf(platform.CheckoutTokenCreateRequest),
  "PaywintPlatform.createPaymentLink": withParam(
    bodyOf(platform.ExternalApiPaymentLinkCreateRequest),
    Arbitrary.schema(platform.PostPlatformPaymentCreatePaymentLinkByUserIdParams.fields.user_id),
  ),
}

/** What the generated schemas allow, and the rules that are only prose. */
export const validInput = ({ operation }: Program): Arbitrary.Arbitrary<Input> => {
  const found = valid[operation]
  if (found === undefined) throw new Error(`Nothing generates inputs of ${operation}`)
  return found
}

/** An operation as the provider's document describes it. */
export const described = ({ api, operation }: Program) => {
  const { components, paths } = loadApi(api)
  const { method = "", path = "" } = operations().find((row) => row.operation === operation) ?? {}
  const { parameters = [], requestBody, responses = {} } = paths[path]?.[method.toLowerCase()] ?? {}
  const json = (content: typeof requestBody) => content?.content["application/json"]?.schema ?? {}
  return {
    answer: responses["200"]?.content?.["application/json"]?.schema ?? {},
    param: parameters.find((parameter) => parameter.in === "path"),
    request: json(requestBody),
    schemas: components.schemas,
  }
}

/** What only prose forbids. */
const proseBreaks = (operation: string, body: JsonObject): ReadonlyArray<Break> => {
  if (operation === "PayNow.createCheckoutSession") {
    return ["cancel_url", "return_url"].map((name) => ({
      kind: "format",
      path: [name],
      value: { ...body, [name]: "javascript:alert(1)" },
    }))
  }
  if (operation !== "PaywintDeveloper.createCheckoutToken") return []
  const { email, phone, phone_country_code, ...rest } = body
  const nobody = { kind: "missing", path: ["email"] } as const
  const code = { kind: "missing", path: ["phone_country_code"] } as const
  return [
    { ...nobody, value: rest },
    { ...nobody, value: { ...rest, email: null, phone: null } },
    { ...nobody, value: { ...rest, phone_country_code: phone_country_code ?? "+1" } },
    { ...code, value: { ...rest, phone: phone ?? "5550001234" } },
    {
      ...code,
      value: { ...rest, email: email ?? "a@b.example", phone: "5550001234", phone_country_code: null },
    },
  ]
}

export interface BrokenInput extends Pick<Break, "kind" | "path"> {
  readonly input: Input
}

/** Picks a kind of break first: places where a type can be wrong are many, and ranges few. */
export const picked = <A extends Pick<Break, "kind">>(
  ways: ReadonlyArray<A>,
  kind: number,
  way: number,
): A => {
  const kinds = [...new Set(ways.map(({ kind }) => kind))]
  const own = ways.filter((one) => one.kind === kinds[kind % kinds.length])
  const found = own[way % own.length]
  if (found === undefined) throw new Error("There is no way to break it")
  return found
}

export const anyNumber = Arbitrary.schema(Schema.Int.check(Schema.isBetween({ maximum: 1e9, minimum: 0 })))

/** A valid input that is broken in one place: its path is where an issue has to be. */
export const brokenInput = (program: Program): Arbitrary.Arbitrary<BrokenInput> => {
  const { param, request, schemas } = described(program)
  const ways = (input: Input): ReadonlyArray<BrokenInput> => [
    ...[
      ...breaks(request, input.body, schemas),
      ...proseBreaks(program.operation, Object(input.body) as JsonObject),
    ].map(({ kind, path, value }) => ({ input: { ...input, body: value }, kind, path })),
    ...(param === undefined ? [] : breaks(param.schema, input.param, schemas)).flatMap(({ kind, value }) =>
      typeof value === "string"
        ? [{ input: { ...input, param: value }, kind, path: [param?.name ?? ""] }]
        : [],
    ),
  ]
  return Arbitrary.map(Arbitrary.all([validInput(program), anyNumber, anyNumber]), ([input, kind, way]) =>
    picked(ways(input), kind, way),
  )
}
