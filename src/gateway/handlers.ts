import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as HttpServerResponse from "effect/http/HttpServerResponse"
import type * as HttpServerRequest from "effect/http/HttpServerRequest"
import * as HttpApiBuilder from "effect/http-api/HttpApiBuilder"
import * as Layer from "effect/Layer"
import type { CreateCheckoutSessionManagementDto } from "../../generated/paynow/schemas.ts"
import type { ExternalApiPaymentLinkCreateRequest } from "../../generated/paywint-platform/schemas.ts"
import type { ProviderError } from "../provider/error.ts"
import { answerTo } from "./answer.ts"
import { Api } from "./api.ts"
import { Apis } from "./apis.ts"
import { readJson } from "./body.ts"
import { Entry } from "./entry.ts"
import { type Refusal, refuse } from "./problem.ts"

const checkouts = HttpApiBuilder.group(
  Api,
  "checkouts",
  Effect.fnUntraced(function* (handlers) {
    const { payNow, paywintDeveloper, paywintPlatform } = yield* Apis
    return handlers
      .handleRaw("PaywintPlatform.createCheckoutToken", (route) =>
        serve(route, paywintPlatform, (api) => api.createCheckoutToken),
      )
      .handleRaw("PaywintDeveloper.createCheckoutToken", (route) =>
        serve(route, paywintDeveloper, (api) => api.createCheckoutToken),
      )
      .handleRaw("PaywintPlatform.createPaymentLink", (route) =>
        serve(
          route,
          paywintPlatform,
          (api) => (body: ExternalApiPaymentLinkCreateRequest) =>
            api.createPaymentLink(route.params.user_id, body),
        ),
      )
      .handleRaw("PayNow.createCheckoutSession", (route) =>
        serve(
          route,
          payNow,
          (api) => (body: CreateCheckoutSessionManagementDto) =>
            api.createCheckoutSession(route.params.store_id, body),
        ),
      )
  }),
)

const service = HttpApiBuilder.group(Api, "service", (handlers) =>
  handlers.handle("health", () => Effect.succeed({ status: "ok" as const })),
)

export const handlers = Layer.mergeAll(checkouts, service)

interface Route {
  readonly request: HttpServerRequest.HttpServerRequest
  readonly endpoint: { readonly identifier: string }
}

/** Calls an operation with the request's body and answers what came of it. */
const serve = <Service, Body, Success>(
  { endpoint, request }: Route,
  configured: Effect.Effect<Service, Refusal>,
  call: (api: Service) => (body: Body) => Effect.Effect<Success, ProviderError>,
): Effect.Effect<HttpServerResponse.HttpServerResponse> =>
  Effect.gen(function* () {
    const entry = yield* Entry
    entry.operation = endpoint.identifier
    const api = yield* configured
    // The program checks the body before it uses it: checking here too would be the same work twice.
    const body = (yield* readJson(request)) as Body
    const result = yield* Effect.result(call(api)(body))
    if (result._tag === "Success") return HttpServerResponse.jsonUnsafe(result.success, { status: 201 })
    return yield* Effect.fail(yield* explained(result.failure))
  }).pipe(Effect.catch((refusal) => Effect.succeed(refuse(refusal))))

const explained = Effect.fnUntraced(function* (error: ProviderError) {
  const entry = yield* Entry
  const { attempts, outcome, reason } = error
  Object.assign(entry, { attempts, outcome, reason: reason._tag })
  if ("traceId" in reason && reason.traceId !== undefined) entry.provider_trace_id = reason.traceId
  return answerTo(error, yield* Clock.currentTimeMillis)
})
