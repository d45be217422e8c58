import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type * as Result from "effect/Result"
import type { CreateCheckoutSessionManagementDto } from "../../generated/paynow/schemas.ts"
import type { CheckoutDeveloperTokenCreateRequest } from "../../generated/paywint-developer/schemas.ts"
import type {
  CheckoutTokenCreateRequest,
  ExternalApiPaymentLinkCreateRequest,
} from "../../generated/paywint-platform/schemas.ts"
import { validateCheckoutSession } from "../paynow/paynow-operations.ts"
import { validateDeveloperToken } from "../paywint/developer-operations.ts"
import { validatePaymentLink, validatePlatformToken } from "../paywint/platform-operations.ts"
import { ProviderError } from "../provider/error.ts"
import type { Input } from "../provider/operation.ts"
import type { Issue } from "../provider/reason.ts"
import { answerTo } from "./answer.ts"
import { Apis } from "./apis.ts"
import type { Perform } from "./idempotency/idempotency.ts"
import type { Answer, Performed } from "./idempotency/machine.ts"
import type { Refusal } from "./problem.ts"

type Params = Readonly<Record<string, string>>
type Issues = ReadonlyArray<Issue>

interface Served {
  /** What is not repeatable asks for an `Idempotency-Key`. */
  readonly repeatable: boolean
  /** The program's own check of its input, for requests that have to be validated before the program runs. */
  readonly validate: (params: Params, body: unknown) => Result.Result<Input<unknown, unknown>, Issues>
  // No check here: the program validates its input itself.
  readonly call: (
    apis: Apis["Service"],
    params: Params,
    body: never,
  ) => Effect.Effect<unknown, ProviderError | Refusal>
}

/** The list that names the operations that are served. */
export const served: Readonly<Record<string, Served>> = {
  "PaywintPlatform.createCheckoutToken": {
    call: ({ paywintPlatform }, _, body: CheckoutTokenCreateRequest) =>
      Effect.flatMap(paywintPlatform, (api) => api.createCheckoutToken(body)),
    repeatable: true,
    validate: (params, body) => validatePlatformToken({ body, params }),
  },
  "PaywintDeveloper.createCheckoutToken": {
    call: ({ paywintDeveloper }, _, body: CheckoutDeveloperTokenCreateRequest) =>
      Effect.flatMap(paywintDeveloper, (api) => api.createCheckoutToken(body)),
    repeatable: true,
    validate: (params, body) => validateDeveloperToken({ body, params }),
  },
  "PaywintPlatform.createPaymentLink": {
    call: ({ paywintPlatform }, { user_id = "" }, body: ExternalApiPaymentLinkCreateRequest) =>
      Effect.flatMap(paywintPlatform, (api) => api.createPaymentLink(user_id, body)),
    repeatable: false,
    validate: (params, body) => validatePaymentLink({ body, params }),
  },
  "PayNow.createCheckoutSession": {
    call: ({ payNow }, { store_id = "" }, body: CreateCheckoutSessionManagementDto) =>
      Effect.flatMap(payNow, (api) => api.createCheckoutSession(store_id, body)),
    repeatable: false,
    validate: ({ store_id }, body) => validateCheckoutSession({ body, params: { storeId: store_id } }),
  },
}

/** Calls an operation and makes of what came of it what its caller is answered. */
export const perform: Perform<Apis> = ({ body, operation, params }) =>
  Effect.gen(function* () {
    const operated = served[operation]
    if (operated === undefined) return yield* Effect.die(new Error("No such operation"))
    const success = yield* operated.call(yield* Apis, params, body as never)
    const answer: Answer = { body: JSON.stringify(success), contentType: "application/json", status: 201 }
    return { answer, outcome: "applied" } satisfies Performed
  }).pipe(
    Effect.catch((failure) =>
      Effect.map(Clock.currentTimeMillis, (now) =>
        refused(failure instanceof ProviderError ? answerTo(failure, now) : failure),
      ),
    ),
  )

const refused = ({ problem, retryAfter }: Refusal): Performed => ({
  answer: {
    body: JSON.stringify(problem),
    contentType: "application/problem+json",
    status: problem.status,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  },
  outcome: problem.outcome ?? "not-applied",
})
