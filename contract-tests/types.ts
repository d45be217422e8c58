/**
 * For every operation the runtime schema's type is openapi-typescript's type. `tsc -p contract-tests` checks it; at
 * runtime nothing of this exists.
 */
import type * as payNow from "../generated/paynow/schemas.ts"
import type { operations as PayNow } from "../generated/paynow/types.ts"
import type * as developer from "../generated/paywint-developer/schemas.ts"
import type { operations as Developer } from "../generated/paywint-developer/types.ts"
import type * as platform from "../generated/paywint-platform/schemas.ts"
import type { operations as Platform } from "../generated/paywint-platform/types.ts"
import type { CheckoutSession } from "../src/paynow/rules.ts"
import type { DeveloperTokenRequest, PaymentLink } from "../src/paywint/rules.ts"

/** Identical, and assignable both ways: neither says all of the other. `any` is the same as nothing but itself. */
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2
    ? [A, B] extends [B, A]
      ? true
      : false
    : false

type Assert<Holds extends true> = Holds

// --- `Same` can fail ---

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Any = any
type Fails<A, B> = Same<A, B> extends false ? true : false

export type Failing = [
  Assert<Fails<{ readonly a: string }, { readonly a: number }>>,
  Assert<Fails<{ readonly a: string }, { readonly a?: string }>>,
  Assert<Fails<{ readonly a?: string }, { readonly a?: string | undefined }>>,
  Assert<Fails<{ readonly a: string }, { readonly a: string; readonly b: string }>>,
  Assert<Fails<{ readonly a: string }, { a: string }>>,
  Assert<Fails<{ readonly a: { readonly b: string | null } }, { readonly a: { readonly b: string } }>>,
  Assert<Fails<ReadonlyArray<string>, ReadonlyArray<string | null>>>,
  Assert<Fails<{ readonly a: string }, Any>>,
  // @ts-expect-error: one of them may be null
  Assert<Same<platform.CheckoutTokenResponse, platform.CheckoutTokenResponse | null>>,
]

// --- The operations ---

type Json<A> = A extends { readonly content: { readonly "application/json": infer Body } } ? Body : never
type RequestBody<A> = A extends { readonly requestBody: infer Body } ? Json<Body> : never
type Path<A> = A extends { readonly parameters: { readonly path: infer Params } } ? Params : never
type Answer<A, Status> = A extends { readonly responses: infer Answers }
  ? Status extends keyof Answers
    ? Json<Answers[Status]>
    : never
  : never

type PlatformToken = Platform["create_platform_checkout_token_api_checkout_token_platform_post"]
type Link = Platform["create_payment_link_api_platform_payment_create_payment_link__user_id__post"]
type DeveloperToken = Developer["create_developer_checkout_token_api_checkout_token_developer_post"]
type Session = PayNow["StoreCheckouts_CreateCheckoutSession"]

export type PaywintPlatformCreateCheckoutToken = [
  Assert<Same<RequestBody<PlatformToken>, platform.CheckoutTokenCreateRequest>>,
  Assert<Same<Answer<PlatformToken, 200>, platform.CommonResponse_CheckoutTokenResponse_>>,
  Assert<Same<Answer<PlatformToken, 422>, platform.HTTPValidationError>>,
]

export type PaywintPlatformCreatePaymentLink = [
  Assert<Same<RequestBody<Link>, platform.ExternalApiPaymentLinkCreateRequest>>,
  Assert<Same<Path<Link>, platform.PostPlatformPaymentCreatePaymentLinkByUserIdParams>>,
  Assert<Same<Answer<Link, 200>, platform.CommonResponse_ExternalApiPaymentLinkRead_>>,
  Assert<Same<Answer<Link, 422>, platform.HTTPValidationError>>,
]

export type PaywintDeveloperCreateCheckoutToken = [
  Assert<Same<RequestBody<DeveloperToken>, developer.CheckoutDeveloperTokenCreateRequest>>,
  Assert<Same<Answer<DeveloperToken, 200>, developer.CommonResponse_CheckoutTokenResponse_>>,
  Assert<Same<Answer<DeveloperToken, 422>, developer.HTTPValidationError>>,
]

export type PayNowCreateCheckoutSession = [
  Assert<Same<RequestBody<Session>, payNow.CreateCheckoutSessionManagementDto>>,
  Assert<Same<Path<Session>, payNow.PostStoresCheckoutsParams>>,
  Assert<Same<Answer<Session, 200>, payNow.CreateCheckoutSessionResponseDto>>,
  Assert<Same<Answer<Session, "default">, payNow.PayNowError>>,
]

// --- The rules on top of them change no type, but for what they require ---

export type Rules = [
  Assert<Same<typeof DeveloperTokenRequest.Type, developer.CheckoutDeveloperTokenCreateRequest>>,
  Assert<Same<CheckoutSession, payNow.CreateCheckoutSessionResponseDto>>,
  Assert<Same<PaymentLink, { readonly [K in keyof platform.ExternalApiPaymentLinkRead]-?: string }>>,
]
